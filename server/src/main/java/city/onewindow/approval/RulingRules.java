package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be ruled of a matter as it stands, and who may write it down. */
@Component
class RulingRules {

    private final Matters matters;
    private final RulingTable rulings;
    private final Conflicts conflicts;
    private final Centre centre;

    RulingRules(Matters matters, RulingTable rulings, Conflicts conflicts, Centre centre) {
        this.matters = matters;
        this.rulings = rulings;
        this.conflicts = conflicts;
        this.centre = centre;
    }

    /** @throws Problem also {@link Problem.NotAllowed} for who may not write it down */
    void refuse(Whole whole, AskedRuling asked, Actor actor, LocalDateTime now) {
        Matter matter = whole.matter();
        if (matter.step() == Step.WAITING
                || matter.outcome() == null && !asked.mustKind().isAbout(null)) {
            throw conflicts.told(matter, asked.mustKind().act(), now);
        }
        String name = "「" + matter.itemName() + "」";
        if (matter.outcome() == Outcome.TERMINATED) {
            throw new Problem.Conflict(name + "是因为前序事项不予才终止的，请在前序事项上登记裁决；前序事项重新办理的，本事项自动恢复。");
        }
        if (matter.outcome() == Outcome.REVOKED && matter.isDecidedByRuling()) {
            throw new Problem.Conflict(name + "的决定已经由裁决撤销或者确认无效，不能再登记裁决。");
        }
        if (matter.isDecidedByRuling()
                && matter.step() != Step.ENDED
                && asked.mustKind().takesBack()) {
            throw new Problem.Conflict(name + "现在的决定是裁决作出的，还没有送达；对它另有裁决的，送达以后再登记。请刷新页面查看。");
        }
        if (!Rights.mayRule(matter, actor)) {
            throw new Problem.NotAllowed(
                    matter.outcome() == Outcome.WITHDRAWN
                            ? name + "是窗口终止的，裁决由中心管理人员登记。"
                            : name + "的裁决由" + (matter.outcome() == null ? "办理" : "作出决定") + "的部门有决定权限的人员登记。");
        }
        LocalDate decided = decidedOn(matter);
        if (decided != null && asked.dated() != null && asked.dated().isBefore(decided)) {
            throw new Problem.InvalidInput(
                    "/dated", "裁决文书的日期早于「" + matter.itemName() + "」作出决定的日期" + DayWords.of(decided) + "，请核对。");
        }
        if (!asked.mustKind().isAbout(matter.outcome())) {
            throw new Problem.InvalidInput("/kind", name + wrongKind(asked.mustKind(), matter.outcome()));
        }
        if (matter.outcome() == Outcome.WITHDRAWN) {
            refuseOfEnding(whole, asked);
        }
    }

    private static String wrongKind(Ruling.Kind kind, @Nullable Outcome outcome) {
        if (kind == Ruling.Kind.ORDERED) {
            return "已经有结果，责令履行只对还没有作出决定的事项登记。";
        }
        if (kind == Ruling.Kind.SET_ASIDE && outcome == Outcome.DENIED) {
            return "的申请在不予决定撤销以后还没有答复，请选撤销，责令重新作出。";
        }
        return outcome == Outcome.WITHDRAWN
                ? "没有作出过决定，只能选维持、确认违法，或者责令重新作出。"
                : outcome == Outcome.REVOKED ? "的准予已经撤销，裁决是对撤销决定的，只能选维持、确认违法，或者准予恢复。" : "没有被撤销过，谈不上准予恢复，请另选裁决结果。";
    }

    private @Nullable LocalDate decidedOn(Matter matter) {
        return matter.outcome() == Outcome.REVOKED
                ? new SetAside(matter, matters.history(centre.region(), matter.number()))
                        .revocation()
                        .map(entry -> entry.at().toLocalDate())
                        .orElse(null)
                : Ruling.decidedOn(matter, rulings.of(matter.number(), matter.item()));
    }

    /** What waits for others can't go on before them. */
    private static void refuseOfEnding(Whole whole, AskedRuling asked) {
        Matter matter = whole.matter();
        if (!asked.mustKind().takesBack()) {
            return;
        }
        whole.all().stream()
                .filter(one -> matter.after().contains(one.item()) && one.outcome() != Outcome.GRANTED)
                .findFirst()
                .ifPresent(first -> {
                    throw new Problem.Conflict(
                            "「" + matter.itemName() + "」要等前序事项「" + first.itemName() + "」，请在前序事项上登记裁决，本事项随之恢复。");
                });
    }
}
