package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for paper of several cases that goes to one department at one go (成批移交). Each case has its own slip: who may see it, what is
 * objected to, handed back or taken back, and who owes a case's next move are matters of that case alone. The bundle is what they are printed and
 * confirmed by; each slip is made, and each confirmed, without the others.
 */
@Service
public class SlipBundles {

    /** More at once nobody has counted. */
    public static final int MOST = 50;

    private final SlipBundleTable table;
    private final SlipTable slipTable;
    private final Slips slips;
    private final HandingOver handing;
    private final Matters matters;
    private final CasePaper paper;
    private final Catalogs catalogs;
    private final Centre centre;

    SlipBundles(
            SlipBundleTable table,
            SlipTable slipTable,
            Slips slips,
            HandingOver handing,
            Matters matters,
            CasePaper paper,
            Catalogs catalogs,
            Centre centre) {
        this.table = table;
        this.slipTable = slipTable;
        this.slips = slips;
        this.handing = handing;
        this.matters = matters;
        this.paper = paper;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    /** How many running cases of a day have matters of a department. */
    public record Waiting(String department, int cases) {}

    /**
     * A case of the day and what the department may be handed of it.
     *
     * @param applicant masked
     * @param lines what is at the window; empty if it was handed over, or the department needs no paper of the case
     */
    public record Handable(String number, String title, String applicant, List<Slip.Line> lines) {

        public Handable {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What became of one case, or of one slip.
     *
     * @param slip null if none was made
     * @param refused why nothing was done; empty if it was
     */
    public record Done(String number, @Nullable Slip slip, String refused) {}

    /** The departments of the cases that the actor's window accepted on a day and that run. */
    @Transactional(readOnly = true)
    public List<Waiting> departments(LocalDate day, Actor actor) {
        return table.departments(window(actor), day);
    }

    /**
     * The running cases of that day with matters of a department, in the order of their numbers.
     *
     * @param after number of the last case read; null for the first page
     */
    @Transactional(readOnly = true)
    public Slice<Handable> handable(LocalDate day, String department, @Nullable String after, int size, Actor actor) {
        Slice<CaseFile> files =
                Slice.of(table.cases(window(actor), day, department, after, size + 1), size, CaseFile::number);
        return new Slice<>(
                files.items().stream()
                        .map(file -> new Handable(
                                file.number(),
                                file.title(),
                                file.applicant(),
                                atTheWindow(file.number(), department, all(file.number()))))
                        .toList(),
                files.next());
    }

    private List<Matter> all(String number) {
        return matters.ofCase(centre.region(), number);
    }

    private List<Slip.Line> atTheWindow(String number, String department, List<Matter> all) {
        Whereabouts whereabouts = new Whereabouts(slipTable.ofCase(number));
        return CasePaper.of(paper.of(number, all), department).stream()
                .filter(line -> whereabouts.away(line.key()).isEmpty())
                .toList();
    }

    /** @throws Problem.NotAllowed for who sits at no window */
    private static String window(Actor actor) {
        return Optional.ofNullable(SlipRights.windowOf(actor))
                .orElseThrow(() -> new Problem.NotAllowed("成批移交由窗口的受理人员办理。其他窗口的，请从办件的页面移交。"));
    }

    /**
     * Hands over all that a department needs of each case and that is at the window, a slip a case.
     *
     * @param numbers of the cases, 1 to {@value #MOST}
     * @param key of the whole; what was done under it is not done again
     * @throws Problem.InvalidInput for none, or too many, or a department that there isn't
     */
    public List<Done> hand(String department, Collection<String> numbers, Actor actor, IdempotencyKey key) {
        List<String> distinct = numbers.stream().distinct().toList();
        limit("/numbers", distinct.size());
        String bundle = key.within(actor.account()).value();
        if (catalogs.current().department(department).isEmpty()
                && !table.hasPart(department, distinct)
                && slipTable.ofBundle(bundle).isEmpty()) {
            throw new Problem.InvalidInput("/department", "没有代码为“" + department + "”的部门。请填写办件的事项所属部门的代码。");
        }
        return distinct.stream()
                .map(number -> done(number, () -> handed(number, department, bundle, actor, key.within(number))))
                .toList();
    }

    private Slip handed(String number, String department, String bundle, Actor actor, IdempotencyKey key) {
        Optional<Slip> before = before(number, department, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        slips.accepted(number, actor);
        String name = catalogs.current().content().departmentName(department);
        List<Matter> all = all(number);
        if (!hasPart(all, department)) {
            throw new Problem.Conflict("没有由“" + name + "”办理的事项，不能移交给它。请核对部门，或者从办件的页面移交。");
        }
        List<Slip.Line> lines = atTheWindow(number, department, all);
        if (lines.isEmpty()) {
            // Sent twice, the other one may have done it in between.
            return before(number, department, actor, key)
                    .orElseThrow(() -> new Problem.Conflict("没有要移交给“" + name + "”的纸质材料，或者已经移交了。"));
        }
        return handing.hand(
                number, department, lines.stream().map(Slip.Line::key).toList(), bundle, actor, key);
    }

    private static boolean hasPart(List<Matter> all, String department) {
        return all.stream().anyMatch(matter -> matter.department().equals(department));
    }

    private Optional<Slip> before(String number, String department, Actor actor, IdempotencyKey key) {
        Optional<Slip> before = slipTable.byKey(actor, key);
        if (before.isPresent() && !before.get().department().equals(department)) {
            throw IdempotencyKey.used("办件 " + number + " 的另一张物料流转单");
        }
        return before;
    }

    /**
     * The slips of a bundle, in the order in which they were made.
     *
     * @throws Problem.NotFound unless the actor may see them
     */
    @Transactional(readOnly = true)
    public List<Slip> one(String bundle, Actor actor) {
        List<Slip> seen = slipTable.ofBundle(bundle).stream()
                .filter(slip -> SlipRights.maySee(slip, actor))
                .toList();
        if (seen.isEmpty()) {
            throw new Problem.NotFound("没有找到这一批流转单，或者它与您的部门、窗口无关。请从物料流转里打开。");
        }
        return seen;
    }

    /**
     * The department has counted: of these slips everything is there. Each is confirmed by itself.
     *
     * @param ids of slips of the bundle
     * @throws Problem.InvalidInput for none, or one of another bundle
     */
    public List<Done> receive(String bundle, Collection<Long> ids, Actor actor) {
        List<Slip> chosen = one(bundle, actor).stream()
                .filter(slip -> ids.contains(slip.id()))
                .toList();
        if (chosen.size() != ids.stream().distinct().count()) {
            throw new Problem.InvalidInput("/slips", "只能勾选这一批里的流转单。");
        }
        limit("/slips", chosen.size());
        List<Done> done = new ArrayList<>();
        for (Slip slip : chosen) {
            done.add(done(slip.number(), () -> slips.answer(slip.id(), null, actor)));
        }
        return done;
    }

    private static void limit(String pointer, int chosen) {
        if (chosen == 0 || chosen > MOST) {
            throw new Problem.InvalidInput(pointer, "请勾选 1 至 " + MOST + " 件，现为 " + chosen + " 件。");
        }
    }

    private static Done done(String number, Supplier<Slip> act) {
        try {
            return new Done(number, act.get(), "");
        } catch (Problem refused) {
            return new Done(number, null, String.valueOf(refused.getMessage()));
        }
    }
}
