package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Account;
import city.onewindow.identity.Accounts;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may preside over a hearing (听证), who is told of it, and on which days what is done (行政许可法 第四十七条、第四十八条). */
@Component
class HearingRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_OTHERS = 50;

    private final Accounts accounts;

    HearingRules(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The others as they are kept. */
    static List<Hearing.Party> others(List<Fault> faults, List<Hearing.Party> named) {
        List<Hearing.Party> others = named.stream()
                .map(one -> new Hearing.Party(oneLine(one.name()), oneLine(one.address())))
                .toList();
        boolean complete = others.stream()
                .allMatch(one -> !one.name().isEmpty()
                        && one.name().length() <= LONGEST_NAME
                        && !one.address().isEmpty()
                        && one.address().length() <= LONGEST_PLACE);
        if (!complete || others.size() > MOST_OTHERS) {
            faults.add(new Fault(
                    "/others",
                    "利害关系人每人写姓名（名称，最多 " + LONGEST_NAME + " 字）和地址（最多 " + LONGEST_PLACE + " 字），最多 " + MOST_OTHERS
                            + " 人。"));
        }
        return others;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The last day to ask for it: five working days from today, later where somebody is told by mail. */
    static LocalDate askUntil(List<Fault> faults, @Nullable LocalDate wanted, LocalDate today, WorkingDays days) {
        LocalDate earliest = days.plus(today, Hearing.ASKED_WITHIN);
        LocalDate latest = days.plus(today, Hearing.ASKED_WITHIN_AT_MOST);
        LocalDate until = wanted == null ? earliest : wanted;
        if (until.isBefore(earliest) || until.isAfter(latest)) {
            faults.add(new Fault(
                    "/askUntil",
                    "申请听证的期限是被告知之日起 " + Hearing.ASKED_WITHIN + " 个工作日，最早到" + DayWords.of(earliest) + "；邮寄告知的按收到之日推算，最晚到"
                            + DayWords.of(latest) + "。"));
        }
        return until;
    }

    /** @throws Problem.Conflict while the department holds one of its own motion: what came in in time is written down after it, and heard */
    static void refuseBesideOwnMotion(List<Hearing> all, Matter matter) {
        if (all.stream().anyMatch(Hearing::isHeldUnasked)) {
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」正在依职权举行听证（行政许可法第四十六条）。有人在期限内申请过听证的，请在笔录制作以后登记，申请的日期照实填写，不受影响。");
        }
    }

    /** @param by as {@link Hearing.Asked#by} counts */
    static void checkRequest(
            Hearing hearing, @Nullable LocalDate on, @Nullable Integer by, Matter matter, LocalDate today) {
        if (matter.step() == Step.SUSPENDED && hearing.session() == null) {
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」正在进行其他特别程序，请先办理“" + Act.RESUME.term() + "”，再登记听证申请；申请的日期照实填写，不受影响。");
        }
        List<Fault> faults = new ArrayList<>();
        Hearing.Told told = hearing.told();
        if (by == null || by < 0 || by > hearing.others().size()) {
            faults.add(new Fault("/by", "请选择是谁申请听证：申请人，或者被告知的利害关系人。"));
        } else if (hearing.isAskedBy(by)) {
            faults.add(new Fault("/by", "他的听证申请已经登记过，不用再登记。"));
        }
        if (told != null
                && (on == null
                        || on.isAfter(today)
                        || on.isBefore(told.at().toLocalDate())
                        || on.isAfter(told.askUntil()))) {
            faults.add(new Fault(
                    "/on",
                    "请填写收到听证申请的日期：" + DayWords.of(told.at()) + "告知以后、" + DayWords.of(told.askUntil()) + "以前，不晚于今天。"));
        }
        Problem.InvalidInput.refuse(faults);
    }

    /**
     * @param by as {@link Hearings#waive} has it
     * @throws Problem.Conflict of what the department holds of its own motion, and once its hour has come
     */
    static void checkWaiver(Hearing hearing, @Nullable Integer by, Matter matter, LocalDateTime now) {
        if (hearing.told() == null) {
            throw new Problem.Conflict("「" + matter.itemName() + "」的听证是本部门依职权举行的（行政许可法第四十六条），申请人不能放弃。");
        }
        if (hearing.isBegun(now)) {
            throw new Problem.Conflict("「" + matter.itemName() + "」的听证已到举行的时间，不能再放弃。请制作笔录：没有到场的写明，没有举行的写明延期。");
        }
        if (by != null && !hearing.isAskedBy(by)) {
            throw new Problem.InvalidInput("/by", "请选择已经申请听证的人；没有申请的，被告知的都放弃才登记。");
        }
    }

    /** When, where and before whom it is held. */
    Hearing.Session session(
            List<Fault> faults, AskedSession session, Counting counting, Set<String> reviewers, LocalDateTime now) {
        LocalDateTime at = session.at();
        WorkingDays days = counting.deadlines().workingDays();
        LocalDate earliest = days.plus(now.toLocalDate(), Hearing.CALLED_BEFORE);
        LocalDate latest = latest(counting.matter().hearing().heldFrom(), counting, earliest, now);
        if (latest.isBefore(earliest)) {
            throw new Problem.Conflict("「" + counting.matter().itemName() + "」的听证已经用满 "
                    + SpecialProcedure.Kind.HEARING.longest() + " 个工作日，不能再通知听证。请依法作出决定。");
        }
        if (at == null
                || at.toLocalDate().isBefore(earliest)
                || at.toLocalDate().isAfter(latest)) {
            faults.add(new Fault(
                    "/at",
                    "请填写举行听证的日期和时间：" + DayWords.of(earliest) + "至" + DayWords.of(latest) + "（" + Hearing.CALLED_BEFORE
                            + " 个工作日前通知，申请听证的在 " + Hearing.HELD_WITHIN + " 个工作日内举行）。"));
        }
        TextFaults.demand(faults, "/place", "听证地点", session.place(), LONGEST_PLACE);
        Optional<Account> presider = presiders(counting.matter().department(), reviewers).stream()
                .filter(one -> one.name().equals(session.presider()))
                .findFirst();
        if (presider.isEmpty()) {
            faults.add(new Fault(
                    "/presider", "请选择听证主持人：本部门人员，审查本申请的工作人员以外（行政许可法第四十八条第一款第三项）。没有人可选的，请系统管理员先为本部门其他人员开立账号。"));
        }
        Problem.InvalidInput.refuse(faults);
        return new Hearing.Session(
                now,
                at == null ? now : at,
                session.place().strip(),
                session.presider(),
                presider.orElseThrow().details().displayName(),
                null);
    }

    /** Who asked is heard within the law's days however long the clock has stood still; the department's own motion stays within those of the kind. */
    private static LocalDate latest(
            @Nullable LocalDate from, Counting counting, LocalDate earliest, LocalDateTime now) {
        if (from == null) {
            return counting.latest(SpecialProcedure.Kind.HEARING, now);
        }
        LocalDate within = counting.deadlines().workingDays().plus(from, Hearing.HELD_WITHIN);
        // Late already, it is held as soon as it can be.
        return within.isBefore(earliest) ? earliest : within;
    }

    /** The department's people but for those who review the application. */
    List<Account> presiders(String department, Set<String> reviewers) {
        return accounts.staffOf(department).stream()
                .filter(LeaveRules::isOfDepartment)
                .filter(one -> !reviewers.contains(one.name()))
                .toList();
    }

    /** Who reviewed the matter or examined it, works on it, or is at it now. */
    static Set<String> reviewers(Matter matter, List<HistoryEntry> history, String actor) {
        Matter.Holder holder = matter.holder();
        Set<String> reviewers = new HashSet<>(Set.of(actor));
        history.stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .filter(entry -> entry.act() == Act.REVIEW || entry.act() == Act.EXAMINE)
                .map(HistoryEntry::who)
                .forEach(reviewers::add);
        Stream.ofNullable(holder).map(Matter.Holder::account).forEach(reviewers::add);
        return reviewers;
    }
}
