package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.OnlineGate;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for those who were told that they may ask for a hearing (听证): they ask for it or waive it (行政许可法 第四十七条第一款),
 * by the reviewer, by the clerk of the window that accepted the case, or the applicant online, who holds number and query code. It is the same
 * act whoever writes it down, and whoever has taken the matter is in nobody's way but the reviewer's.
 *
 * <p>Refusals are as with {@link ClockActs}.
 */
@Service
@Transactional
public class HearingRequests {

    /** As {@link Hearing.Asked#by} counts. */
    static final int APPLICANT = 0;

    private final LockedAct lockedAct;
    private final ClockMoves moves;
    private final HearingMoves hearings;
    private final HearingTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final Clock clock;
    private final Centre centre;

    HearingRequests(
            LockedAct lockedAct,
            ClockMoves moves,
            HearingMoves hearings,
            HearingTable table,
            CaseFiles files,
            Matters matters,
            Clock clock,
            Centre centre) {
        this.lockedAct = lockedAct;
        this.moves = moves;
        this.hearings = hearings;
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Somebody who was told asks for it.
     *
     * @param on when the request came in
     * @param by 0 the applicant, else the place among the others, from 1
     * @param actor its reviewer, or a clerk of the window that accepted the case
     */
    public List<HistoryEntry> ask(
            String number,
            String item,
            @Nullable LocalDate on,
            @Nullable Integer by,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return act(number, item, Act.ASK_HEARING, actor, key, asking(on, by));
    }

    /**
     * Nobody who was told wants it, or one of those who asked takes his request back: then the others are still heard, or may still ask as long
     * as their days last. What was called and is wanted by nobody doesn't take place.
     *
     * @param by who takes his request back, as {@link Hearing.Asked#by} counts; null: all who were told waive it
     * @param reason who said so, and how; it names people, and is sealed like their names
     * @param actor as with {@link #ask}
     */
    public List<HistoryEntry> waive(
            String number,
            String item,
            @Nullable Integer by,
            String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        String how = Said.reason(reason).opinion();
        return act(number, item, Act.WAIVE_HEARING, actor, key, waiving(by, how));
    }

    /**
     * The applicant asks for it, today.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     */
    public List<HistoryEntry> askOnline(String number, String queryCode, String item, @Nullable IdempotencyKey key) {
        String whole = files.tracked(centre.region(), number, queryCode).number();
        LocalDate today = LocalDate.now(clock);
        return online(whole, item, Act.ASK_HEARING, key, asking(today, APPLICANT));
    }

    /**
     * The applicant takes his request back, or waives what nobody else was told of.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     * @throws Problem.Conflict if others were told, and he hasn't asked: theirs isn't his to waive
     */
    public List<HistoryEntry> waiveOnline(String number, String queryCode, String item, @Nullable IdempotencyKey key) {
        String whole = files.tracked(centre.region(), number, queryCode).number();
        return online(whole, item, Act.WAIVE_HEARING, key, (counting, move) -> {
            Hearing hearing = open(whole, item);
            boolean asked = hearing.isAskedBy(APPLICANT);
            if (!asked && !hearing.others().isEmpty()) {
                throw new Problem.Conflict("您没有申请听证，不用办理放弃；其他被告知的人仍可以申请。不申请的，期满以后照常办理。");
            }
            return waiving(asked ? APPLICANT : null, "申请人凭办件编号和查询码在网上办理。").apply(counting, move);
        });
    }

    /**
     * An open hearing as the window sees it.
     *
     * @param hearing others without their names and addresses
     * @param mayAsk whether somebody who was told hasn't asked yet
     */
    public record AtWindow(ToldHearing told, Hearing hearing, boolean mayAsk) {}

    /**
     * What a clerk of the window that accepted the case may write down of a hearing.
     *
     * @throws Problem.Conflict if none is open of which somebody may say something
     */
    @Transactional(readOnly = true)
    public AtWindow atWindow(String number, String item, Actor actor) {
        CaseFile file = files.find(centre.region(), number)
                .filter(found -> isOwn(found, actor))
                .orElseThrow(Approval::unknown);
        ToldHearing told = told(file).stream()
                .filter(one -> one.item().equals(item) && one.askUntil() != null)
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("这个事项现在没有可以申请或者放弃的听证。请刷新页面查看最新情况；期限内交来的申请晚到的，请转交办理部门登记。"));
        Hearing hearing = open(number, item);
        return new AtWindow(
                told,
                hearing.masked(),
                hearing.requests().size() <= hearing.others().size());
    }

    /** What is open of a case, in the order of its matters. Whoever asks has shown the query code, or is a clerk of its window. */
    @Transactional(readOnly = true)
    public List<ToldHearing> told(CaseFile file) {
        LocalDateTime now = LocalDateTime.now(clock);
        return matters.ofCase(centre.region(), file.number()).stream()
                .filter(matter -> matter.step() != Step.WAITING)
                .filter(matter -> matter.hearing().isOpen(now.toLocalDate()))
                .map(matter -> ToldHearing.of(matter, open(matter.number(), matter.item()), now))
                .toList();
    }

    private List<HistoryEntry> online(
            String number,
            String item,
            Act act,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        IdempotencyKey own = key == null ? null : key.within(number);
        return lockedAct.forApplicant(number, item, act, LocalDateTime.now(clock), OnlineGate.APPLICANT, own, how);
    }

    private List<HistoryEntry> act(
            String number,
            String item,
            Act act,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Counting, Move, List<HistoryEntry>> how) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean atTheWindow = files.find(centre.region(), number)
                .filter(found -> isOwn(found, actor))
                .isPresent();
        if (!atTheWindow && actor.has(Role.CLERK) && !actor.has(Role.REVIEWER)) {
            // Of another window, whose lead department may be the matter's.
            throw Approval.unknown();
        }
        return atTheWindow
                ? lockedAct.forApplicant(number, item, act, now, actor, key, how)
                : lockedAct.act(number, item, act, Said.opinion(""), now, actor, key, how);
    }

    private static boolean isOwn(CaseFile file, Actor actor) {
        return actor.has(Role.CLERK) && file.window().equals(actor.window());
    }

    private BiFunction<Counting, Move, List<HistoryEntry>> asking(@Nullable LocalDate on, @Nullable Integer by) {
        return (counting, move) -> {
            LocalDate today = move.at().toLocalDate();
            HearingRules.refuseBesideOwnMotion(table.ofMatter(move.number(), move.item()), counting.matter());
            Hearing told = hearings.last(move.number(), move.item(), Hearing::mayBeAskedFor);
            HearingRules.checkRequest(told, on, by, counting.matter(), today);
            int party = by == null ? APPLICANT : by;
            Move asking = move.saying(Said.opinion(Hearing.inWords(party) + "申请听证。"));
            return hearings.written(
                    moves.stay(asking, counting.again()), told.asked(on == null ? today : on, party), List.of());
        };
    }

    private BiFunction<Counting, Move, List<HistoryEntry>> waiving(@Nullable Integer by, String how) {
        String words = by == null ? "被告知的都放弃听证。" : Hearing.inWords(by) + "撤回听证申请。";
        return (counting, found) -> {
            Move move = found.saying(Said.opinion(words));
            Hearing hearing = open(move.number(), move.item());
            HearingRules.checkWaiver(hearing, by, counting.matter(), move.at());
            Hearing after = (by == null ? hearing.waived(move.at()) : hearing.takenBack(by, move.at())).explained(how);
            if (hearing.session() == null) {
                return hearings.written(moves.stay(move, counting.again()), after, List.of());
            }
            if (after.isToBeHeld()) {
                Move staying = move.along(Procedure.to(Step.SUSPENDED, Act.WAIVE_HEARING));
                return hearings.written(moves.stay(staying, counting.again()), after, List.of());
            }
            table.replaceCalls(hearing, move.at().toLocalDate(), "听证不再举行。");
            return hearings.written(hearings.over(counting, move), after, List.of());
        };
    }

    private Hearing open(String number, String item) {
        LocalDate today = LocalDate.now(clock);
        return hearings.last(number, item, one -> one.isOpen(today));
    }
}
