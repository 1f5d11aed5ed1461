package city.onewindow.approval;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cases that somebody may see, running and closed, by applicant, department and step. */
@Service
public class CaseFinder {

    private final FoundCases found;
    private final CaseRows rows;
    private final Audit audit;

    CaseFinder(FoundCases found, CaseRows rows, Audit audit) {
        this.found = found;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * The newest first. That somebody was looked for by name is written down, not whom.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     * @throws Problem.InvalidInput for a step without a department, or another's department without a name
     */
    @Transactional
    public Slice<CaseRow> find(CaseSearch search, @Nullable String after, int size, Actor actor) {
        Scope scope = Scope.of(actor);
        CaseSearch asked = ofOwn(search, scope);
        if (asked.step() != null && asked.department() == null) {
            throw new Problem.InvalidInput("/step", "环节是某个部门的：请先选部门，再选环节。");
        }
        if (asked.name() == null
                && asked.department() != null
                && !scope.all()
                && !asked.department().equals(scope.own())) {
            throw new Problem.InvalidInput("/department", "按其他部门查找时，请同时填写申请人的姓名或单位名称。");
        }
        if (asked.name() != null) {
            audit.record(actor.account(), "case.search", "", "");
        }
        return rows.of(Slice.of(found.find(asked, scope, after, size + 1), size, CaseFile::number));
    }

    /** Whether the actor may look for any department's cases without a name. */
    public static boolean mayNameDepartments(Actor actor) {
        return Scope.of(actor).all();
    }

    /** Whether the actor may say at which step. */
    public static boolean mayNameSteps(Actor actor) {
        return mayNameDepartments(actor) || Scope.of(actor).own() != null;
    }

    /** Who sees only what his own department decides means it when he names a step. */
    private static CaseSearch ofOwn(CaseSearch search, Scope scope) {
        return search.step() != null && search.department() == null && !scope.all() && scope.own() != null
                ? new CaseSearch(search.name(), scope.own(), search.step())
                : search;
    }
}
