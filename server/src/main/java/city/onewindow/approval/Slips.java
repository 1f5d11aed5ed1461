package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Intake;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The approval's door for paper that goes from a window to a department (物料流转). Who has had it last owes the next move: the department
 * confirms or objects, the window hands over again what was objected to.
 */
@Service
public class Slips {

    /** More than that nobody reads at once. */
    private static final int LISTED = 200;

    private final SlipTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final Intake intake;
    private final Centre centre;
    private final TransactionTemplate transaction;

    Slips(
            SlipTable table,
            CaseFiles files,
            Matters matters,
            Intake intake,
            Centre centre,
            TransactionTemplate transaction) {
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.intake = intake;
        this.centre = centre;
        this.transaction = transaction;
    }

    /** What a department of a case may be handed. */
    public record Paper(String department, List<PaperMaterial> materials) {

        public Paper {
            materials = List.copyOf(materials);
        }
    }

    /** What waits for the actor's department or is under way from his window, oldest first. */
    @Transactional(readOnly = true)
    public List<Slip> open(Actor actor) {
        String window = windowOf(actor);
        return Stream.concat(
                        Rights.ofDepartment(actor)
                                ? table.ofDepartment(actor.department(), LISTED).stream()
                                : Stream.empty(),
                        window == null ? Stream.empty() : table.ofWindow(window, LISTED).stream())
                .distinct()
                .toList();
    }

    /** How many of them the actor's own side is to move. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return table.count(Rights.ofDepartment(actor) ? actor.department() : null, windowOf(actor), Cases.COUNTED);
    }

    /** Whether the actor confirms it or objects, or hands over again what was objected to. */
    public static boolean mayMove(Slip slip, Actor actor) {
        return switch (slip.state()) {
            case HANDED -> isReceiver(slip, actor);
            case OBJECTED -> slip.window().equals(windowOf(actor));
            case RECEIVED, REPLACED -> false;
        };
    }

    private static boolean isReceiver(Slip slip, Actor actor) {
        return Rights.ofDepartment(actor) && slip.department().equals(actor.department());
    }

    private static @Nullable String windowOf(Actor actor) {
        return actor.has(Role.CLERK) ? actor.window() : null;
    }

    /**
     * @throws Problem.NotFound unless it was handed to the actor's department, or by his window
     */
    @Transactional(readOnly = true)
    public Slip one(long id, Actor actor) {
        return table.one(id)
                .filter(slip -> isReceiver(slip, actor) || slip.window().equals(windowOf(actor)))
                .orElseThrow(() -> new Problem.NotFound("没有找到物料流转单 " + id + "，或者它与您的部门、窗口无关。请核对编号。"));
    }

    /**
     * All of a case, oldest first.
     *
     * @throws Problem.NotFound unless the actor's window accepted it
     */
    @Transactional(readOnly = true)
    public List<Slip> ofCase(String number, Actor actor) {
        accepted(number, actor);
        return table.ofCase(number);
    }

    /**
     * The paper that the window has of a case, by the department whose items need it.
     *
     * @throws Problem.NotFound unless the actor's window accepted it
     */
    @Transactional(readOnly = true)
    public List<Paper> paper(String number, Actor actor) {
        accepted(number, actor);
        Map<String, Set<String>> items = new LinkedHashMap<>();
        for (Matter matter : matters.ofCase(centre.region(), number)) {
            items.computeIfAbsent(matter.department(), department -> new LinkedHashSet<>())
                    .add(matter.itemName());
        }
        List<Paper> paper = new ArrayList<>();
        items.forEach((department, names) -> {
            List<PaperMaterial> materials = intake.dossierOfCase(number).paper(names);
            if (!materials.isEmpty()) {
                paper.add(new Paper(department, materials));
            }
        });
        return paper;
    }

    private CaseFile accepted(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(file -> file.window().equals(windowOf(actor)))
                .orElseThrow(() -> new Problem.NotFound("您的窗口没有受理过办件 " + number + "。请核对办件编号。"));
    }

    /**
     * Hands paper to a department, with a slip for it. What that objected to before counts as handed over again. The same key again answers
     * the slip that it made.
     *
     * @param keys of the materials
     * @throws Problem.InvalidInput for a department that has no part in the case, or materials of which it needs no paper, or none
     */
    public Slip hand(
            String number, String department, Collection<String> keys, Actor actor, @Nullable IdempotencyKey key) {
        CaseFile file = accepted(number, actor);
        List<Slip.Line> lines = chosen(paper(number, actor), department, Set.copyOf(keys));
        String item = matters.ofCase(centre.region(), number).stream()
                .filter(matter -> matter.department().equals(department))
                .map(Matter::item)
                .findFirst()
                .orElseThrow();
        try {
            return one(transaction.execute(status -> table.hand(file, department, item, lines, actor, key)), actor);
        } catch (DuplicateKeyException again) {
            return before(number, department, actor, key).orElseThrow(() -> again);
        }
    }

    private Optional<Slip> before(String number, String department, Actor actor, @Nullable IdempotencyKey key) {
        Optional<Slip> before = key == null ? Optional.empty() : table.byKey(actor, key);
        before.filter(slip ->
                        !slip.number().equals(number) || !slip.department().equals(department))
                .ifPresent(other -> {
                    throw IdempotencyKey.used("办件 " + other.number() + " 的另一张物料流转单");
                });
        return before;
    }

    private static List<Slip.Line> chosen(List<Paper> all, String department, Set<String> keys) {
        List<PaperMaterial> paper = all.stream()
                .filter(one -> one.department().equals(department))
                .flatMap(one -> one.materials().stream())
                .toList();
        if (paper.isEmpty()) {
            throw new Problem.InvalidInput("/department", "这件办件没有要移交给这个部门的纸质材料。请从列出的部门里选。");
        }
        Set<String> known = paper.stream().map(PaperMaterial::key).collect(Collectors.toSet());
        if (keys.isEmpty() || !known.containsAll(keys)) {
            throw new Problem.InvalidInput("/materials", "请至少勾选一份要移交的材料，只能勾选这个部门的事项要用的。");
        }
        return paper.stream()
                .filter(material -> keys.contains(material.key()))
                .map(material -> new Slip.Line(material.name(), material.form()))
                .toList();
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
        if (!isReceiver(slip, actor)) {
            throw new Problem.NotAllowed("由接收的部门确认或者提出异议，窗口不能代为确认。");
        }
        if (objection != null) {
            List<Fault> faults = new ArrayList<>();
            TextFaults.demand(faults, "/objection", "异议：缺哪一份、哪里不符", objection, Said.LONGEST);
            Problem.InvalidInput.refuse(faults);
        }
        String said = objection == null ? "" : objection.strip();
        boolean answered = table.answer(id, said, actor);
        Slip now = one(id, actor);
        Slip.Answer answer = now.answer();
        boolean repeated = answer != null
                && answer.by().equals(actor.account())
                && answer.objection().equals(said);
        if (!answered && !repeated) {
            throw new Problem.Conflict((answer == null ? "同事" : answer.byName()) + "已经"
                    + now.state().term() + "，不能再改。请刷新页面查看。");
        }
        return now;
    }
}
