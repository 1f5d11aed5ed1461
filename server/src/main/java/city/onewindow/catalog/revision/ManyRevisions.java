package city.onewindow.catalog.revision;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Draft;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of those who revise many of a department's items at once: by the rules of {@link Revisions}, in a few statements
 * however many they are.
 *
 * <p>All throw {@link Problem.NotAllowed} for items that the actor doesn't keep, {@link Problem.Conflict} if somebody was faster.
 */
@Service
public class ManyRevisions {

    /** As which save a revision begins. */
    public static final int FIRST_SAVE = 1;

    private static final Revision.Kind ITEM = Revision.Kind.ITEM;

    private final RevisionTable table;
    private final RevisionMoves moves;
    private final RevisionRights rights;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    ManyRevisions(
            RevisionTable table,
            RevisionMoves moves,
            RevisionRights rights,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.rights = rights;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the items that a department keeps, by name. */
    @Transactional(readOnly = true)
    public Map<String, Revision> open(String department) {
        return table.openOf(ITEM, department);
    }

    /**
     * Why new items of a department can't be called so, by name; a name that they can have isn't in it.
     *
     * @param names of which nothing is published as an item
     */
    @Transactional(readOnly = true)
    public Map<String, String> taken(String department, Collection<String> names) {
        Content content = catalogs.current().content();
        Map<String, String> taken = new HashMap<>();
        for (String name : names) {
            if (name.length() > RevisionNames.LONGEST) {
                taken.put(name, "事项的名称有 " + name.length() + " 个字，至多 " + RevisionNames.LONGEST + " 个。请改短。");
            } else {
                Arrays.stream(Revision.Kind.values())
                        .filter(kind -> kind != ITEM && kind.published(name, content) != null)
                        .forEach(kind -> taken.put(name, "「" + name + "」是" + kind.term() + "的名称。请给事项换一个名称。"));
            }
        }
        for (Revision open : table.openNamed(names)) {
            if (open.kind() != ITEM || !open.department().equals(department)) {
                taken.putIfAbsent(
                        open.key(),
                        "「" + open.key() + "」是" + content.departmentName(open.department()) + "正在起草的"
                                + open.kind().term() + "的名称。请换一个名称，或与该部门商量。");
            }
        }
        return taken;
    }

    /**
     * Begins a revision of each item and hands it to those who agree.
     *
     * @param wanted the items as they shall be, by name
     * @return the numbers of the revisions, by name
     * @throws Problem.InvalidInput with every fault of what is wanted
     */
    @Transactional
    public Map<String, Long> submit(Map<String, ContentRows> wanted, Actor actor) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Draft draft = catalogs.draft(ContentRows.together("revisions", wanted.values()));
        PublicationCheck.mustBeRight(draft);
        Map<String, Long> begun = begin(wanted, actor);
        move(begun, RevisionStatus.DRAFT, RevisionAct.SUBMIT, "", actor);
        return begun;
    }

    /**
     * Begins a draft of each item, new ones too.
     *
     * @param wanted the items as they shall be, by name
     * @return the numbers of the revisions, by name
     */
    @Transactional
    public Map<String, Long> begin(Map<String, ContentRows> wanted, Actor actor) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Content content = catalogs.current().content();
        List<RevisionTable.Begun> rows = new ArrayList<>();
        wanted.forEach((name, shall) -> {
            Parties parties = rights.parties(ITEM, null, shall, actor);
            rights.mustKeep(ITEM, parties.keeper(), actor);
            rows.add(new RevisionTable.Begun(name, parties, ITEM.published(name, content), shall));
        });
        Map<String, Long> begun = table.add(ITEM, rows, actor, clock.instant());
        wanted.keySet().stream()
                .filter(name -> !begun.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem.Conflict("「" + name + "」刚刚由别人开始修改。请刷新页面查看。");
                });
        record(begun, RevisionAct.BEGIN, actor);
        return begun;
    }

    /** The author gives them up. */
    @Transactional
    public void withdraw(Collection<Revision> revisions, Actor actor) {
        revisions.forEach(revision -> rights.must(revision, RevisionAct.WITHDRAW, actor));
        withdraw(revisions, "", actor);
    }

    /**
     * They go with the table that began them, which the centre returns: nobody has edited them or agreed to them since.
     *
     * @param remark which table that was
     */
    @Transactional
    public void withdrawReturned(Collection<Revision> revisions, String remark, Actor actor) {
        actor.must(Role.MANAGER);
        withdraw(revisions, remark, actor);
    }

    private void withdraw(Collection<Revision> revisions, String remark, Actor actor) {
        Map<RevisionStatus, Map<String, Long>> byStatus = new HashMap<>();
        for (Revision revision : revisions) {
            byStatus.computeIfAbsent(revision.status(), any -> new LinkedHashMap<>())
                    .put(revision.key(), revision.id());
        }
        byStatus.forEach((status, those) -> move(those, status, RevisionAct.WITHDRAW, remark, actor));
    }

    private void move(Map<String, Long> revisions, RevisionStatus from, RevisionAct act, String remark, Actor actor) {
        int moved = Course.edge(from, act)
                .map(edge -> moves.move(revisions.values(), edge, remark, actor))
                .orElse(0);
        if (moved < revisions.size()) {
            throw new Problem.Conflict("有的事项修改刚刚由别人办过，不能" + act.term() + "了。请刷新页面查看。");
        }
        record(revisions, act, actor);
    }

    private void record(Map<String, Long> revisions, RevisionAct act, Actor actor) {
        Map<String, String> details =
                revisions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> "" + one.getValue()));
        audit.record(actor.account(), act.audited(), details);
    }
}
