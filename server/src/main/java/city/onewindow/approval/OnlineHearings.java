package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What keeps an applicant from asking for a hearing (听证) or waiving it online, and what he still can do. {@link HearingRules} says the same to
 * those who write down what others say: they are asked first here, since he can't do anything with what a clerk has to mend.
 */
final class OnlineHearings {

    private OnlineHearings() {}

    /**
     * @param all of the matter, oldest first
     * @throws Problem.Conflict unless he was told of it, his days last, and he hasn't asked
     */
    static void mustBeAskable(Matter matter, List<Hearing> all, LocalDate today) {
        String what = "「" + matter.itemName() + "」";
        Hearing hearing = last(all, one -> one.told() != null)
                .orElseThrow(() -> new Problem.Conflict(what + "没有可以申请的听证。" + still(matter)));
        if (hearing.endedAt() != null) {
            throw new Problem.Conflict(
                    what + (hearing.waived() ? "的听证已登记放弃，不能再申请。" : "的听证已经举行过，不能再申请。") + still(matter));
        }
        Optional<Hearing.Asked> asked = hearing.requests().stream()
                .filter(one -> one.by() == HearingRequests.APPLICANT)
                .findFirst();
        if (asked.isPresent()) {
            throw new Problem.Conflict(
                    "您已于" + DayWords.of(asked.get().on()) + "申请" + what + "的听证，不用再申请。请等通知，日期和地点会提前书面告诉您。");
        }
        Hearing.Told told = hearing.told();
        if (told != null && today.isAfter(told.askUntil())) {
            throw new Problem.Conflict("申请" + what + "听证的期限到" + DayWords.of(told.askUntil())
                    + "为止（含当日），已经过了，网上不能再申请。期限以内书面申请过的，请带凭据到受理窗口，由窗口登记。" + still(matter));
        }
        if (Procedure.edge(matter.step(), Act.ASK_HEARING).isEmpty()) {
            throw new Problem.Conflict(
                    what + (matter.outcome() == null ? "现在不能在网上申请听证，请到受理窗口登记。" : "已经结束办理，不能再申请听证。") + still(matter));
        }
    }

    /**
     * @param all of the matter, oldest first
     * @throws Problem.Conflict unless one is open that is his to waive
     */
    static void mustBeWaivable(Matter matter, List<Hearing> all, LocalDateTime now) {
        String what = "「" + matter.itemName() + "」";
        Optional<Hearing> open = last(all, one -> one.isOpen(now.toLocalDate()))
                .filter(one -> Procedure.edge(matter.step(), Act.WAIVE_HEARING).isPresent());
        if (open.isEmpty()) {
            throw new Problem.Conflict(what + "现在没有可以申请或者要举行的听证，不用办理放弃。" + still(matter));
        }
        Hearing hearing = open.get();
        if (hearing.told() == null) {
            throw new Problem.Conflict(what + "的听证由办理部门依职权举行（行政许可法第四十六条），不能放弃。请按通知的时间参加，不能来的，请提前告诉办理部门。");
        }
        if (hearing.isBegun(now)) {
            throw new Problem.Conflict(what + "的听证已到举行的时间，不能再放弃。没有到场的，请与办理部门联系。");
        }
        if (!hearing.isAskedBy(HearingRequests.APPLICANT) && !hearing.others().isEmpty()) {
            throw new Problem.Conflict("您没有申请听证，不用办理放弃；其他被告知的人仍可以申请。不申请的，期满以后照常办理。");
        }
    }

    private static Optional<Hearing> last(List<Hearing> all, Predicate<Hearing> which) {
        return all.stream().filter(which).reduce((earlier, later) -> later);
    }

    /** Whoever isn't heard in a hearing may still speak before it is decided, and go to law against what was decided (行政许可法 第七条). */
    private static String still(Matter matter) {
        Outcome outcome = matter.outcome();
        if (outcome == null) {
            return "作出决定以前，您仍可以向办理部门书面或者当面陈述、申辩（行政许可法第七条）。";
        }
        return outcome == Outcome.WITHDRAWN ? "" : "对决定不服的，可以依法申请行政复议或者提起行政诉讼（行政许可法第七条）。";
    }
}
