package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Account;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for hearings (听证) while a matter is reviewed: the right to one is told; it is called, which begins the
 * special procedure of that name, and its record ends that (行政许可法 第四十六条至第四十八条). As long as one may be asked
 * for or is to be held, nothing is decided, and what is decided afterwards rests on the record.
 * Who asks for one or waives it comes by {@link HearingRequests}.
 *
 * <p>Refusals are as with {@link ClockActs}.
 */
@Service
@Transactional
public class Hearings {

    private final LockedAct lockedAct;
    private final ClockMoves moves;
    private final HearingMoves hearings;
    private final HearingRules rules;
    private final HearingDocuments documents;
    private final DeclarationTable declarations;
    private final Matters matters;
    private final Clock clock;
    private final Centre centre;

    Hearings(
            LockedAct lockedAct,
            ClockMoves moves,
            HearingMoves hearings,
            HearingRules rules,
            HearingDocuments documents,
            DeclarationTable declarations,
            Matters matters,
            Clock clock,
            Centre centre) {
        this.lockedAct = lockedAct;
        this.moves = moves;
        this.hearings = hearings;
        this.rules = rules;
        this.documents = documents;
        this.declarations = declarations;
        this.matters = matters;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Tells the applicant, and others whose major interest is at stake, that they may ask for a hearing.
     *
     * @param reason which interest that is
     * @param askUntil the last day to ask; null: {@link Hearing#ASKED_WITHIN} working days from today
     */
    public List<HistoryEntry> tell(
            String number,
            String item,
            String reason,
            List<Hearing.Party> others,
            @Nullable LocalDate askUntil,
            Actor actor,
            @Nullable IdempotencyKey key) {
        List<Fault> faults = new ArrayList<>();
        List<Hearing.Party> named = HearingRules.others(faults, others);
        Said said = Said.reason(reason, faults);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.TELL_HEARING, said, now, actor, key, (counting, move) -> {
            refuseDeclared(counting);
            List<Fault> late = new ArrayList<>();
            WorkingDays days = counting.deadlines().workingDays();
            LocalDate until = HearingRules.askUntil(late, askUntil, now.toLocalDate(), days);
            Problem.InvalidInput.refuse(late);
            List<FairCopy> copies =
                    documents.tell(counting.whole().to(), counting.matter(), named, said.opinion(), until, now);
            Hearing told = hearings.next(number, item, named).told(now, until, days.between(now.toLocalDate(), until));
            return hearings.written(moves.stay(move.giving(copies.get(0)), counting.again()), told, rest(copies));
        });
    }

    /**
     * Calls to a hearing that somebody asked for, or that the department holds of its own motion; begins the special procedure, which ends
     * with its day.
     *
     * @param reason why the department holds it, and {@code others} whom it concerns; not looked at where somebody asked for it
     */
    public List<HistoryEntry> call(
            String number,
            String item,
            AskedSession session,
            String reason,
            List<Hearing.Party> others,
            Actor actor,
            @Nullable IdempotencyKey key) {
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.CALL_HEARING, Said.opinion(""), now, actor, key, (counting, move) -> {
            refuseDeclared(counting);
            List<Fault> faults = new ArrayList<>();
            boolean asked = counting.matter().hearing().toBeHeld();
            Hearing hearing = asked
                    ? hearings.of(number, item, Act.CALL_HEARING, now)
                    : hearings.next(number, item, HearingRules.others(faults, others));
            if (!asked) {
                TextFaults.demand(faults, "/reason", "举行听证的理由", reason, Said.LONGEST);
            }
            Set<String> reviewers = HearingRules.reviewers(counting.matter(), history(number), actor.account());
            Hearing.Session at = rules.session(faults, session, counting, reviewers, now);
            Said said = Said.opinion(asked ? why(hearing) : reason);
            SpecialProcedure begun = counting.hear(said.opinion(), at.at().toLocalDate(), now);
            Counting.Counted counted = counting.with(begun);
            Addressed to = counting.whole().to();
            List<FairCopy> copies =
                    new ArrayList<>(documents.call(to, counted.matter(), hearing.others(), at, begun, now));
            Hearing.Session called = at;
            // Of the department's own motion the public is always told, also of another day.
            if (hearing.told() == null || session.announced()) {
                FairCopy announcement = documents.announce(to, counting.matter(), at, said.opinion(), now);
                called = at.announced(announcement.verifyCode());
                copies.add(announcement);
            }
            Move calling = move.saying(said).giving(copies.get(0));
            return hearings.written(
                    moves.suspend(calling, counted, begun, counting.own().size() + 1),
                    hearing.called(called),
                    rest(copies));
        });
    }

    /** Writes the record of what was held, or of its being put off: then another day is set. Either ends the special procedure. */
    public List<HistoryEntry> record(
            String number, String item, AskedRecord record, Actor actor, @Nullable IdempotencyKey key) {
        AskedRecord said = record.checked();
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.RECORD_HEARING, Said.opinion(""), now, actor, key, (counting, move) -> {
            Hearing hearing = hearings.of(number, item, Act.RECORD_HEARING, now);
            Hearing.Session session = hearing.session();
            if (session == null || !hearing.isBegun(now)) {
                throw new Problem.Conflict("「" + counting.matter().itemName() + "」的听证定于"
                        + (session == null ? "通知以后" : DayWords.hour(session.at())) + "举行，还不能制作笔录。");
            }
            FairCopy copy = documents.record(counting.whole().to(), counting.matter(), session, said, now);
            String what = said.adjourned() ? "延期，另行通知，" : "举行，";
            Move recording = move.saying(Said.opinion("听证于" + DayWords.hour(session.at()) + what + "已制作笔录。"))
                    .giving(copy);
            Hearing after = said.adjourned() ? hearing.adjourned(now.toLocalDate()) : hearing.recorded(now);
            return hearings.written(hearings.over(counting, recording), after, List.of(), session.presider());
        });
    }

    /** Who may preside over a hearing of the matter that this actor calls: his colleagues, but for those who review it. */
    @Transactional(readOnly = true)
    public List<Account> presiders(Matter matter, Actor actor) {
        return Rights.isOwn(matter, actor)
                ? rules.presiders(
                        matter.department(), HearingRules.reviewers(matter, history(matter.number()), actor.account()))
                : List.of();
    }

    private static List<FairCopy> rest(List<FairCopy> copies) {
        return copies.subList(1, copies.size());
    }

    private static String why(Hearing hearing) {
        String askers = hearing.requests().stream()
                .map(one -> Hearing.inWords(one.by()))
                .distinct()
                .collect(Collectors.joining("、"));
        return askers.isEmpty() ? "听证延期后继续举行。" : "应" + askers + "申请举行听证。";
    }

    /** What is granted on a declaration is not examined: there is nothing to hear. */
    private void refuseDeclared(Counting counting) {
        Matter matter = counting.matter();
        if (declarations
                .find(counting.whole().to().edition(), matter.number(), matter.item())
                .filter(Declared::stands)
                .isPresent()) {
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」是申请人选择告知承诺办理的，需要听证的请先办理“" + Act.TAKE_BACK.term() + "”，按一般程序办理。");
        }
    }

    private List<HistoryEntry> history(String number) {
        return matters.history(centre.region(), number);
    }
}
