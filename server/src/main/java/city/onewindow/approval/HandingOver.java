package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The approval's door for handing paper over (移交): from the window to a department, back from there, and from the window back to the applicant.
 * All of it goes over the window, which so knows where it is; what becomes of a slip is {@link Slips}' to say.
 */
@Service
public class HandingOver {

    private final HandingTable table;
    private final SlipTable slipTable;
    private final Slips slips;
    private final Matters matters;
    private final CasePaper paper;
    private final Catalogs catalogs;
    private final Centre centre;
    private final TransactionTemplate transaction;

    HandingOver(
            HandingTable table,
            SlipTable slipTable,
            Slips slips,
            Matters matters,
            CasePaper paper,
            Catalogs catalogs,
            Centre centre,
            TransactionTemplate transaction) {
        this.table = table;
        this.slipTable = slipTable;
        this.slips = slips;
        this.matters = matters;
        this.paper = paper;
        this.catalogs = catalogs;
        this.centre = centre;
        this.transaction = transaction;
    }

    /**
     * Hands paper to a department, with a slip for it. What that objected to counts as handed over again if all of it is on the new slip. The
     * same key again answers the slip that it made.
     *
     * @param keys of the materials
     * @throws Problem.InvalidInput for a department that has no part in the case, or materials of which it needs no paper, or none
     * @throws Problem.Conflict for a material that isn't at the window
     */
    public Slip hand(
            String number, String department, Collection<String> keys, Actor actor, @Nullable IdempotencyKey key) {
        return hand(number, department, keys, null, actor, key);
    }

    /** @param bundle with which others it goes; null if alone */
    Slip hand(
            String number,
            String department,
            Collection<String> keys,
            @Nullable String bundle,
            Actor actor,
            @Nullable IdempotencyKey key) {
        CaseFile file = slips.accepted(number, actor);
        Asked asked = new Asked(number, Slip.Direction.TO_DEPARTMENT, department, "", Set.copyOf(keys));
        return make(asked, actor, key, null, () -> {
            List<Matter> all = matters.ofCase(centre.region(), number);
            List<Slip.Line> needed = CasePaper.of(paper.of(number, all), department);
            if (needed.isEmpty()) {
                throw new Problem.InvalidInput(
                        "/department", "办件 " + number + " 没有要移交给“" + name(department) + "”的纸质材料。请从列出的部门里选。");
            }
            List<Slip.Line> lines = chosen(needed, keys, new ArrayList<>());
            String item = all.stream()
                    .filter(matter -> matter.department().equals(department))
                    .map(Matter::item)
                    .findFirst()
                    .orElseThrow();
            return asked.of(item, file.window(), lines, bundle);
        });
    }

    /**
     * 退还申请人: the window gives paper back, for which the applicant signs on the print; then somebody of the window confirms that.
     *
     * @param keys of the materials
     * @throws Problem.InvalidInput for materials of which the window has no paper, or none, or without a reason
     * @throws Problem.Conflict for a material that isn't at the window
     */
    public Slip giveBack(
            String number,
            Collection<String> keys,
            @Nullable String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        CaseFile file = slips.accepted(number, actor);
        Asked asked = new Asked(number, Slip.Direction.TO_APPLICANT, "", said(reason), Set.copyOf(keys));
        return make(asked, actor, key, null, () -> {
            List<Matter> all = matters.ofCase(centre.region(), number);
            List<Slip.Line> lines = chosen(CasePaper.whole(paper.of(number, all)), keys, faults("退还的原因", reason));
            return asked.of(all.get(0).item(), file.window(), lines, null);
        });
    }

    private static List<Fault> faults(String what, @Nullable String reason) {
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/reason", what, reason, Said.LONGEST);
        return faults;
    }

    private static String said(@Nullable String reason) {
        return String.valueOf(reason).strip();
    }

    /** @param faults what else is wrong: all is told at once */
    private static List<Slip.Line> chosen(List<Slip.Line> paper, Collection<String> keys, List<Fault> faults) {
        List<Slip.Line> lines = CasePaper.chosen(paper, keys, faults);
        Problem.InvalidInput.refuse(faults);
        return lines;
    }

    /**
     * 移回窗口: a department hands back what it confirmed; the window confirms that, and may then hand it on.
     *
     * @param id of the slip with which the department got it
     * @param keys of those of its materials that go back
     * @throws Problem.InvalidInput for materials that aren't on that slip, or none, or without a reason
     * @throws Problem.Conflict for a material that the department doesn't have, or no longer
     */
    public Slip handBack(
            long id, Collection<String> keys, @Nullable String reason, Actor actor, @Nullable IdempotencyKey key) {
        Slip slip = slips.one(id, actor);
        if (!SlipRights.isOfDepartment(slip, actor) || slip.direction() != Slip.Direction.TO_DEPARTMENT) {
            throw new Problem.NotAllowed("由接收了材料的部门移回窗口。窗口要收回没有接收的，请在流转单的页面收回。");
        }
        Asked asked =
                new Asked(slip.number(), Slip.Direction.TO_WINDOW, slip.department(), said(reason), Set.copyOf(keys));
        return make(asked, actor, key, slip, () -> {
            List<Slip.Line> lines = chosen(slip.lines(), keys, faults("移回的原因", reason));
            return asked.of(slip.item(), slip.window(), lines, null);
        });
    }

    /** What somebody asks for, by which it is known when it is sent again; whatever became of the case and its departments meanwhile. */
    private record Asked(String number, Slip.Direction direction, String department, String reason, Set<String> keys) {

        boolean isThatOf(Slip slip) {
            return slip.number().equals(number)
                    && slip.direction() == direction
                    && slip.department().equals(department)
                    && slip.reason().equals(reason)
                    && slip.lines().stream()
                            .map(Slip.Line::key)
                            .collect(Collectors.toSet())
                            .equals(keys);
        }

        HandingTable.Handing of(String item, String window, List<Slip.Line> lines, @Nullable String bundle) {
            return new HandingTable.Handing(number, direction, department, item, window, reason, lines, bundle);
        }
    }

    /**
     * @param got with what the department got it that hands it back; null for what the window hands over
     * @param how it is handed over now, unless it was before
     */
    private Slip make(
            Asked asked,
            Actor actor,
            @Nullable IdempotencyKey key,
            @Nullable Slip got,
            Supplier<HandingTable.Handing> how) {
        Optional<Slip> before = before(asked, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        HandingTable.Handing handing = how.get();
        try {
            return transaction.execute(status -> {
                table.lock(handing.number());
                return before(asked, actor, key).orElseGet(() -> {
                    mustBeThere(handing, got);
                    return slipTable.one(table.hand(handing, actor, key)).orElseThrow();
                });
            });
        } catch (DuplicateKeyException ofAnotherCase) {
            return before(asked, actor, key).orElseThrow(() -> ofAnotherCase);
        }
    }

    private Optional<Slip> before(Asked asked, Actor actor, @Nullable IdempotencyKey key) {
        Optional<Slip> before = key == null ? Optional.empty() : slipTable.byKey(actor, key);
        before.filter(slip -> !asked.isThatOf(slip)).ifPresent(other -> {
            throw IdempotencyKey.used("办件 " + other.number() + " 的另一张物料流转单");
        });
        return before;
    }

    /** @param got with what the department got it that hands it back; null for what the window hands over */
    private void mustBeThere(HandingTable.Handing handing, @Nullable Slip got) {
        Whereabouts whereabouts = new Whereabouts(slipTable.ofCase(handing.number()));
        List<Slip.Line> kept = got == null ? List.of() : kept(whereabouts, got);
        for (Slip.Line line : handing.lines()) {
            Optional<Slip> away = whereabouts.away(line.key());
            boolean there = switch (handing.direction()) {
                case TO_DEPARTMENT -> whereabouts.mayBeHanded(line.key());
                case TO_WINDOW -> kept.contains(line);
                case TO_APPLICANT -> away.isEmpty();
            };
            if (!there) {
                throw new Problem.Conflict(
                        "「" + line.name() + "」" + away.map(this::where).orElse("已在窗口") + "，不能再移交一次。请刷新页面，只勾选还在您这里的材料。");
            }
        }
    }

    private List<Slip.Line> kept(Whereabouts whereabouts, Slip got) {
        Slip now = slipTable.one(got.id()).orElseThrow();
        if (now.state() != Slip.State.RECEIVED) {
            throw new Problem.Conflict("流转单 " + now.id() + " 现在是“" + now.term() + "”，确认接收了的才能移回；缺少、不符的，请提出异议。");
        }
        return whereabouts.kept(now);
    }

    private String where(Slip slip) {
        String whither = switch (slip.direction()) {
            case TO_DEPARTMENT -> "移交" + name(slip.department());
            case TO_WINDOW -> "移回窗口";
            case TO_APPLICANT -> "退还申请人";
        };
        return "已由" + slip.handedName() + "在 " + DayWords.hour(slip.handedAt()) + " " + whither + "（流转单 " + slip.id()
                + "，" + slip.term() + "）";
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
