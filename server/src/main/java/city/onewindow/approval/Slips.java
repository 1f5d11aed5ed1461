package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The approval's door for paper that goes from a window to a department (物料流转). Who has had it last owes the next move: the department
 * confirms or objects, the window hands over again what was objected to, or takes it back. No paper is in two places.
 */
@Service
public class Slips {

    /** Begin the places to read on from. */
    private static final String MINE = "m";

    private static final String OTHERS = "o";

    private final SlipTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final CasePaper paper;
    private final Catalogs catalogs;
    private final Centre centre;
    private final TransactionTemplate transaction;

    Slips(
            SlipTable table,
            CaseFiles files,
            Matters matters,
            CasePaper paper,
            Catalogs catalogs,
            Centre centre,
            TransactionTemplate transaction) {
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.paper = paper;
        this.catalogs = catalogs;
        this.centre = centre;
        this.transaction = transaction;
    }

    /** What a department of a case may be handed. */
    public record Paper(String department, List<PaperMaterial> materials) {

        public Paper {
            materials = List.copyOf(materials);
        }
    }

    /**
     * What isn't where it belongs yet, of running cases: to the actor's department, from his window, for the centre everything. First what his
     * side is to move.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Slip> underWay(@Nullable String after, int size, Actor actor) {
        return Slice.of(
                table.underWay(reader(actor), after(after), size + 1),
                size,
                last -> (SlipRights.mayMove(last, actor) ? MINE : OTHERS) + last.id());
    }

    private static SlipTable.After after(@Nullable String place) {
        if (place == null || place.isEmpty()) {
            return new SlipTable.After(false, 0);
        }
        if (!place.matches("[" + MINE + OTHERS + "]\\d{1,18}")) {
            throw Slice.noSuchPlace();
        }
        return new SlipTable.After(place.startsWith(OTHERS), Long.parseLong(place.substring(1)));
    }

    private static SlipTable.Reader reader(Actor actor) {
        return new SlipTable.Reader(
                Rights.ofDepartment(actor) ? actor.department() : null,
                SlipRights.windowOf(actor),
                actor.has(Role.MANAGER));
    }

    /** How many of them the actor's own side is to move. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return table.count(reader(actor), Inbox.COUNTED);
    }

    /**
     * @throws Problem.NotFound unless it was handed to the actor's department, or by his window, or he is of the centre
     */
    @Transactional(readOnly = true)
    public Slip one(long id, Actor actor) {
        return table.one(id)
                .filter(slip -> SlipRights.maySee(slip, actor))
                .orElseThrow(() -> new Problem.NotFound("没有找到物料流转单 " + id + "，或者它与您的部门、窗口无关。请核对编号。"));
    }

    /**
     * All of a case, oldest first.
     *
     * @throws Problem.NotFound unless the actor's window accepted it, or he is of the centre
     */
    @Transactional(readOnly = true)
    public List<Slip> ofCase(String number, Actor actor) {
        accepted(number, actor);
        return table.ofCase(number);
    }

    /**
     * The paper that the window has of a case, by the department whose items need it.
     *
     * @throws Problem.NotFound unless the actor's window accepted it, or he is of the centre
     */
    @Transactional(readOnly = true)
    public List<Paper> paper(String number, Actor actor) {
        accepted(number, actor);
        return paper.of(number, matters.ofCase(centre.region(), number));
    }

    private CaseFile accepted(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(file -> SlipRights.actsFor(file.window(), actor))
                .orElseThrow(() -> new Problem.NotFound("您的窗口没有受理过办件 " + number + "。请核对办件编号。"));
    }

    /**
     * Hands paper to a department, with a slip for it. What that objected to counts as handed over again if all of it is on the new slip. The
     * same key again answers the slip that it made.
     *
     * @param keys of the materials
     * @throws Problem.InvalidInput for a department that has no part in the case, or materials of which it needs no paper, or none
     * @throws Problem.Conflict for a material that a department has already, or is on its way to one
     */
    public Slip hand(
            String number, String department, Collection<String> keys, Actor actor, @Nullable IdempotencyKey key) {
        CaseFile file = accepted(number, actor);
        List<Matter> all = matters.ofCase(centre.region(), number);
        List<Slip.Line> lines = CasePaper.chosen(paper.of(number, all), department, Set.copyOf(keys));
        String item = all.stream()
                .filter(matter -> matter.department().equals(department))
                .map(Matter::item)
                .findFirst()
                .orElseThrow();
        try {
            return transaction.execute(status -> hand(file, department, item, lines, actor, key));
        } catch (DuplicateKeyException ofAnotherCase) {
            return before(number, department, lines, actor, key).orElseThrow(() -> ofAnotherCase);
        }
    }

    private Slip hand(
            CaseFile file,
            String department,
            String item,
            List<Slip.Line> lines,
            Actor actor,
            @Nullable IdempotencyKey key) {
        table.lock(file.number());
        return before(file.number(), department, lines, actor, key).orElseGet(() -> {
            mustBeAtTheWindow(file.number(), lines);
            return table.one(table.hand(file, department, item, lines, actor, key))
                    .orElseThrow();
        });
    }

    private Optional<Slip> before(
            String number, String department, List<Slip.Line> lines, Actor actor, @Nullable IdempotencyKey key) {
        Optional<Slip> before = key == null ? Optional.empty() : table.byKey(actor, key);
        before.filter(slip -> !slip.number().equals(number)
                        || !slip.department().equals(department)
                        || !slip.lines().equals(lines))
                .ifPresent(other -> {
                    throw IdempotencyKey.used("办件 " + other.number() + " 的另一张物料流转单");
                });
        return before;
    }

    private void mustBeAtTheWindow(String number, List<Slip.Line> lines) {
        List<Slip> handed = table.ofCase(number);
        for (Slip.Line line : lines) {
            handed.stream().filter(slip -> slip.holds(line.key())).findFirst().ifPresent(slip -> {
                throw new Problem.Conflict("「" + line.name() + "」已由" + slip.handedName() + "在 "
                        + SlipPapers.TIME.format(slip.handedAt()) + " 移交"
                        + catalogs.current().content().departmentName(slip.department()) + "（流转单 " + slip.id() + "，"
                        + slip.state().term() + "），不能再移交一次。请刷新页面，只勾选还在窗口的材料。");
            });
        }
    }

    /**
     * The department has counted: everything is there, or says what isn't. The same again by the same person is that answer.
     *
     * @param objection null if everything is there
     * @throws Problem.Conflict if a colleague has answered before
     */
    @Transactional
    public Slip answer(long id, @Nullable String objection, Actor actor) {
        Slip slip = one(id, actor);
        if (!SlipRights.isReceiver(slip, actor)) {
            throw new Problem.NotAllowed("由接收的部门确认或者提出异议，窗口不能代为确认。");
        }
        if (objection != null) {
            mustSay("/objection", "异议：缺哪一份、哪里不符", objection);
        }
        String said = objection == null ? "" : objection.strip();
        boolean answered = table.answer(id, said, actor);
        Slip now = one(id, actor);
        Slip.Answer answer = now.answer();
        boolean repeated = answer != null
                && answer.by().equals(actor.account())
                && answer.objection().equals(said);
        if (!answered && !repeated) {
            throw late(now);
        }
        return now;
    }

    /**
     * 收回: the window made it wrongly, or the objection is right. Its paper may be handed over anew, to whomever. The same again by the same
     * person is that act.
     *
     * @throws Problem.Conflict if the department has confirmed it, it was handed over again, or a colleague has taken it back
     */
    @Transactional
    public Slip takeBack(long id, @Nullable String reason, Actor actor) {
        if (!SlipRights.actsFor(one(id, actor).window(), actor)) {
            throw new Problem.NotAllowed("由移交的窗口收回，部门不能收回。有缺少、不符的，请提出异议。");
        }
        mustSay("/reason", "收回的原因", reason);
        String said = String.valueOf(reason).strip();
        boolean taken = table.takeBack(id, said, actor);
        Slip now = one(id, actor);
        Slip.TakenBack before = now.takenBack();
        boolean repeated = before != null
                && before.by().equals(actor.account())
                && before.reason().equals(said);
        if (!taken && !repeated) {
            throw late(now);
        }
        return now;
    }

    private static void mustSay(String pointer, String what, @Nullable String text) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, pointer, what, text, Said.LONGEST);
        Problem.InvalidInput.refuse(faults);
    }

    private static Problem.Conflict late(Slip now) {
        Slip.TakenBack taken = now.takenBack();
        Slip.Answer answer = now.answer();
        String who = taken != null ? taken.byName() : answer != null ? answer.byName() : "同事";
        return new Problem.Conflict("流转单 " + now.id() + " 现在是“" + now.state().term() + "”（" + who + "），不能再改。请刷新页面查看。");
    }
}
