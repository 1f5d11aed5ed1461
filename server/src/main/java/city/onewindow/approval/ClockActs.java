package city.onewindow.approval;

import city.onewindow.approval.Counting.Counted;
import city.onewindow.catalog.Extension;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what stops a matter's clock, special procedures (行政许可法 第四十五条), and for the one thing that
 * lengthens it: an extension that the head of the department grants, once (第四十二条, or the item's own law).
 *
 * <p>Whatever can't be done here any more is a {@link Problem.Conflict} that says who did what; a matter of another department is
 * {@link Problem.NotFound}.
 */
@Service
@Transactional
public class ClockActs {

    private final LockedAct lockedAct;
    private final Matters matters;
    private final ClockMoves moves;
    private final DecisionDocuments documents;
    private final Clock clock;
    private final Centre centre;

    ClockActs(
            LockedAct lockedAct,
            Matters matters,
            ClockMoves moves,
            DecisionDocuments documents,
            Clock clock,
            Centre centre) {
        this.lockedAct = lockedAct;
        this.matters = matters;
        this.moves = moves;
        this.documents = documents;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Begins a special procedure and tells the applicant in writing how long it takes.
     *
     * @param asked its last day isn't before today, and no later than {@link SpecialProcedure.Kind#longest()} allows with the
     *     days that the matter's earlier ones of this kind took
     */
    public List<HistoryEntry> suspend(
            String number, String item, AskedProcedure asked, Actor actor, @Nullable IdempotencyKey key) {
        List<Fault> faults = new ArrayList<>();
        if (asked.kind() == SpecialProcedure.Kind.HEARING && !actor.isSystem()) {
            faults.add(new Fault("/kind", "听证要通知申请人和利害关系人并制作笔录，请在本事项的听证页办理“" + Act.CALL_HEARING.term() + "”。"));
        }
        asked.check(faults);
        Said said = Said.reason(asked.reason(), faults);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.SUSPEND, said, now, actor, key, (counting, move) -> {
            SpecialProcedure begun = counting.begin(asked, now);
            Counted counted = counting.with(begun);
            FairCopy copy = documents.suspend(counting.whole().to(), counted.matter(), begun, now);
            return moves.suspend(
                    move.giving(copy), counted, begun, counting.own().size() + 1);
        });
    }

    /**
     * Ends the special procedure that runs: days told to the applicant that it didn't need count again.
     *
     * @param result what came out
     */
    public List<HistoryEntry> resume(
            String number, String item, String result, Actor actor, @Nullable IdempotencyKey key) {
        Said said = Said.result(result);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.RESUME, said, now, actor, key, (counting, move) -> {
            SpecialProcedure over = counting.end(said.opinion(), now.toLocalDate());
            return moves.resume(move, counting.over(over), over);
        });
    }

    /**
     * Asks the head of the department for more time, before the law's limit is over.
     *
     * @param days 1 to what {@link Matter#extensible()} allows, of the unit of the matter's limits
     */
    public List<HistoryEntry> askExtension(
            String number,
            String item,
            @Nullable Integer days,
            String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        List<Fault> faults = new ArrayList<>();
        if (days == null || days < 1) {
            faults.add(new Fault("/days", "请填写延长几天，1 以上的整数。"));
        }
        Said said = Said.reason(reason, faults);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.ASK_EXTENSION, said, now, actor, key, (counting, move) -> {
            Matter matter = counting.matter();
            if (matter.isLimitedAnew()) {
                throw new Problem.Conflict("「" + matter.itemName() + "」是依复议、诉讼裁决重新办理的，期限由裁决或者法律确定，不再延长。请在期限内作出决定。");
            }
            if (matter.extended() > 0) {
                throw new Problem.Conflict("「" + matter.itemName() + "」已经延长过 "
                        + matter.days(matter.extended()).inWords() + "，期限只能延长一次（"
                        + matter.extensible().ground() + "）。");
            }
            if (matter.extensionAsked() > 0) {
                throw new Problem.Conflict("「" + matter.itemName() + "」已经申请延长 "
                        + matter.days(matter.extensionAsked()).inWords() + "，正等待部门负责人答复。");
            }
            refuseIfLate(matter, now);
            refuseIfTooLong(matter, Objects.requireNonNull(days));
            return moves.stay(move, counting.extended(Objects.requireNonNull(days), 0, false));
        });
    }

    /** Grants what was asked for, and tells the applicant the reason in writing. */
    public List<HistoryEntry> extend(
            String number, String item, String opinion, Actor actor, @Nullable IdempotencyKey key) {
        Said said = Said.opinion(opinion);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.EXTEND, said, now, actor, key, (counting, move) -> {
            HistoryEntry asked = asked(counting.matter(), actor);
            refuseIfLate(counting.matter(), now);
            Counted counted =
                    counting.extended(0, counting.matter().extensionAsked(), keepsPromise(counting.matter(), now));
            FairCopy copy =
                    documents.extend(counting.whole().to(), counting.matter(), counted.matter(), asked.opinion(), now);
            return moves.stay(move.giving(copy), counted);
        });
    }

    public List<HistoryEntry> refuseExtension(
            String number, String item, String reason, Actor actor, @Nullable IdempotencyKey key) {
        Said said = Said.reason(reason);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.act(number, item, Act.REFUSE_EXTENSION, said, now, actor, key, (counting, move) -> {
            asked(counting.matter(), actor);
            return moves.stay(move, counting.extended(0, 0, false));
        });
    }

    /**
     * The request that the head of the department is to answer.
     *
     * @throws Problem.Conflict if there is none
     * @throws Problem.NotAllowed for who asked
     */
    private HistoryEntry asked(Matter matter, Actor actor) {
        List<HistoryEntry> history = matters.history(centre.region(), matter.number());
        HistoryEntry asked = HistoryEntry.last(Act.ASK_EXTENSION, matter.item(), history)
                .filter(entry -> matter.extensionAsked() > 0)
                .orElseThrow(() -> new Problem.Conflict("「" + matter.itemName() + "」没有等待答复的延期申请。请刷新页面查看最新情况。"));
        if (asked.who().equals(actor.account())) {
            throw new Problem.NotAllowed("「" + matter.itemName() + "」的延期是您申请的，不能由您自己答复。请由部门其他负责人办理。");
        }
        return asked;
    }

    /** Whether the promise isn't broken: the law lets its own limit be extended all the same. */
    private static boolean keepsPromise(Matter matter, LocalDateTime now) {
        return !now.isAfter(matter.running().promisedDue());
    }

    private static void refuseIfTooLong(Matter matter, int days) {
        Extension most = matter.extensible();
        if (days > most.days()) {
            throw new Problem.InvalidInput(
                    "/days",
                    "“" + matter.itemName() + "”最多延长 "
                            + matter.days(most.days()).inWords() + "（" + most.ground() + "），请填写 1 至 " + most.days()
                            + " 的整数。");
        }
    }

    /** What is late already can't be made timely. */
    private static void refuseIfLate(Matter matter, LocalDateTime now) {
        if (now.isAfter(matter.running().statutoryDue())) {
            String limit = matter.statutory() == null ? "承诺期限" : "法定期限";
            throw new Problem.Conflict("「" + matter.itemName() + "」已经超过" + limit + "，不能再延长（"
                    + matter.extensible().ground() + "）。请尽快作出决定。");
        }
    }
}
