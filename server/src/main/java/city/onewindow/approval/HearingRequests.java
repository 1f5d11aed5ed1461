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
        String how = Said.words("/reason", "怎样放弃听证", reason);
        return act(number, item, Act.WAIVE_HEARING, actor, key, waiving(by, how));
    }

    /**
     * The applicant asks for it, today.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     * @throws Problem.Conflict if his days are over, or he has asked; it says until when he could have and what he still can do
     */
    public List<HistoryEntry> askOnline(String number, String queryCode, String item, @Nullable IdempotencyKey key) {
        LocalDateTime now = LocalDateTime.now(clock);
        return online(number, queryCode, item, Act.ASK_HEARING, now, key, (matter, all) -> {
            OnlineHearings.mustBeAskable(matter, all, now.toLocalDate());
            return asking(now.toLocalDate(), APPLICANT);
        });
    }

    /**
     * The applicant takes his request back, or waives what nobody else was told of.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     * @throws Problem.Conflict if none is open, or others were told and he hasn't asked: theirs isn't his to waive
     */
    public List<HistoryEntry> waiveOnline(String number, String queryCode, String item, @Nullable IdempotencyKey key) {
        LocalDateTime now = LocalDateTime.now(clock);
        return online(number, queryCode, item, Act.WAIVE_HEARING, now, key, (matter, all) -> {
            OnlineHearings.mustBeWaivable(matter, all, now);
            boolean asked =
                    Hearing.of(all, Act.WAIVE_HEARING, now.toLocalDate()).isAskedBy(APPLICANT);
            return waiving(asked ? APPLICANT : null, "申请人凭办件编号和查询码在网上办理。");
        });
    }

    /**
     * An open hearing as the window sees it.
     *
     * @param hearing others without their names and addresses
     * @param mayAsk whether somebody who was told hasn't asked yet
     */
    public record AtWindow(String itemName, Hearing hearing, boolean mayAsk) {}

    /**
     * What a clerk of the window that accepted the case may write down of a hearing.
     *
     * @throws Problem.Conflict if none is open of which somebody may say something
     */
    @Transactional(readOnly = true)
    public AtWindow atWindow(String number, String item, Actor actor) {
        CaseFile file = ofWindow(number, actor);
        ToldHearing told = told(matters.ofCase(centre.region(), file.number())).stream()
                .filter(one -> one.item().equals(item) && one.askUntil() != null)
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("这个事项现在没有可以申请或者放弃的听证。请刷新页面查看最新情况；期限内交来的申请晚到的，请转交办理部门登记。"));
        Hearing hearing = Hearing.of(table.ofMatter(number, item), Act.WAIVE_HEARING, LocalDate.now(clock));
        return new AtWindow(
                told.itemName(),
                hearing.masked(),
                hearing.requests().size() <= hearing.others().size());
    }

    /**
     * The same of the last one, open or not, for a clerk who wrote something down while somebody else was faster.
     *
     * @throws Problem.Conflict if there never was one
     */
    @Transactional(readOnly = true)
    public AtWindow wasAtWindow(String number, String item, Actor actor) {
        CaseFile file = ofWindow(number, actor);
        Matter matter = matters.one(centre.region(), file.number(), item).orElseThrow(Approval::unknown);
        List<Hearing> all = table.ofMatter(file.number(), item);
        if (all.isEmpty()) {
            throw new Problem.Conflict("「" + matter.itemName() + "」没有告知过听证。请回到办件页查看最新情况。");
        }
        return new AtWindow(matter.itemName(), all.get(all.size() - 1).masked(), true);
    }

    private CaseFile ofWindow(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(found -> found.isOfWindow(actor))
                .orElseThrow(Approval::unknown);
    }

    /**
     * What is open of a case, in the order of its matters. Whoever asks has shown the query code, or is a clerk of its window.
     *
     * @param all of the case, as they were just read
     */
    @Transactional(readOnly = true)
    public List<ToldHearing> told(List<Matter> all) {
        LocalDateTime now = LocalDateTime.now(clock);
        return all.stream()
                .filter(matter -> matter.step() != Step.WAITING)
                .filter(matter -> matter.hearing().isOpen(now.toLocalDate()))
                .map(matter -> ToldHearing.of(
                        matter,
                        Hearing.of(
                                table.ofMatter(matter.number(), matter.item()), Act.WAIVE_HEARING, now.toLocalDate()),
                        now))
                .toList();
    }

    /** What is done with a matter under the lock of its case. */
    private interface HeardAct {

        /** @param all its hearings, oldest first; read once */
        List<HistoryEntry> act(List<Hearing> all, Counting counting, Move move);
    }

    /** @param how refuses what the applicant can't do in words of his own, before the department's rules are asked */
    private List<HistoryEntry> online(
            String number,
            String queryCode,
            String item,
            Act act,
            LocalDateTime now,
            @Nullable IdempotencyKey key,
            BiFunction<Matter, List<Hearing>, HeardAct> how) {
        String whole = files.tracked(centre.region(), number, queryCode).number();
        IdempotencyKey own = key == null ? null : key.within(whole);
        return lockedAct.forApplicant(whole, item, act, now, OnlineGate.APPLICANT, own, matter -> {
            List<Hearing> all = table.ofMatter(whole, item);
            HeardAct heard = how.apply(matter, all);
            return (counting, move) -> heard.act(all, counting, move);
        });
    }

    private List<HistoryEntry> act(
            String number, String item, Act act, Actor actor, @Nullable IdempotencyKey key, HeardAct heard) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean atTheWindow = files.find(centre.region(), number)
                .filter(found -> found.isOfWindow(actor))
                .isPresent();
        if (!atTheWindow && actor.has(Role.CLERK) && !actor.has(Role.REVIEWER)) {
            // Of another window, whose lead department may be the matter's.
            throw Approval.unknown();
        }
        BiFunction<Counting, Move, List<HistoryEntry>> how =
                (counting, move) -> heard.act(table.ofMatter(number, item), counting, move);
        return atTheWindow
                ? lockedAct.forApplicant(number, item, act, now, actor, key, matter -> how)
                : lockedAct.act(number, item, act, Said.opinion(""), now, actor, key, how);
    }

    private HeardAct asking(@Nullable LocalDate on, @Nullable Integer by) {
        return (all, counting, move) -> {
            LocalDate today = move.at().toLocalDate();
            HearingRules.refuseBesideOwnMotion(all, counting.matter());
            Hearing told = Hearing.of(all, Act.ASK_HEARING, today);
            HearingRules.checkRequest(told, on, by, counting.matter(), today);
            int party = by == null ? APPLICANT : by;
            Move asking = move.saying(Said.opinion(Hearing.inWords(party) + "申请听证。"));
            return hearings.written(
                    moves.stay(asking, counting.again()), told.asked(on == null ? today : on, party), List.of());
        };
    }

    private HeardAct waiving(@Nullable Integer by, String how) {
        String words = by == null ? "被告知的都放弃听证。" : Hearing.inWords(by) + "撤回听证申请。";
        return (all, counting, found) -> {
            Move move = found.saying(Said.opinion(words));
            Hearing hearing = Hearing.of(all, Act.WAIVE_HEARING, move.at().toLocalDate());
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
}
