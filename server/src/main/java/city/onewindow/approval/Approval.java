package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door: what is done to matters, one transaction an act: what moves a matter is a single statement, which
 * also issues the document and writes history and audit log. Everybody who decides goes through here, people and
 * departments' own systems alike. Every act answers what it wrote into the history, first the act itself, then what
 * followed from it; the same key from the same account again answers the act that it did.
 *
 * <p>All throw {@link Problem.NotFound} for a matter that isn't there or isn't the actor's department's,
 * {@link Problem.NotAllowed} without the role, {@link Problem.Conflict} if the matter doesn't stand where the act begins.
 */
@Service
public class Approval {

    private final AcceptedCases acceptedCases;
    private final Matters matters;
    private final Moves moves;
    private final Endings endings;
    private final DecisionDocuments documents;
    private final DeclarationTable declarations;
    private final OwedMaterials owed;
    private final Withdrawals withdrawals;
    private final Conflicts conflicts;
    private final OneAct oneAct;
    private final LockedAct lockedAct;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    Approval(
            AcceptedCases acceptedCases,
            Matters matters,
            Moves moves,
            Endings endings,
            DecisionDocuments documents,
            DeclarationTable declarations,
            OwedMaterials owed,
            Withdrawals withdrawals,
            Conflicts conflicts,
            OneAct oneAct,
            LockedAct lockedAct,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.acceptedCases = acceptedCases;
        this.matters = matters;
        this.moves = moves;
        this.endings = endings;
        this.documents = documents;
        this.declarations = declarations;
        this.owed = owed;
        this.withdrawals = withdrawals;
        this.conflicts = conflicts;
        this.oneAct = oneAct;
        this.lockedAct = lockedAct;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /** 审查: the reviewer's opinion and recommendation (行政许可法 第三十四条). */
    public List<HistoryEntry> review(
            String number,
            String item,
            @Nullable Recommendation recommendation,
            String opinion,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return oneAct.step(number, item, Act.REVIEW, Said.review(recommendation, opinion), actor, key, moves::move);
    }

    /** 审核, in a chain of three: the opinion and recommendation of somebody who didn't review it himself. */
    public List<HistoryEntry> examine(
            String number,
            String item,
            @Nullable Recommendation recommendation,
            String opinion,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return oneAct.step(
                number, item, Act.EXAMINE, Said.examination(recommendation, opinion), actor, key, moves::move);
    }

    /**
     * Sends a matter back.
     *
     * @param act {@link Act#GIVE_BACK} from examining, {@link Act#RETURN} from deciding to be reviewed again, {@link
     *     Act#REEXAMINE} from deciding to be examined again
     */
    public List<HistoryEntry> sendBack(
            String number, String item, Act act, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return oneAct.step(number, item, act, Said.reason(reason), actor, key, moves::move);
    }

    /** 准予: opens what waited for this matter alone. On a declaration it is {@link DeclarationActs#grant}. */
    public List<HistoryEntry> grant(
            String number, String item, String opinion, Actor actor, @Nullable IdempotencyKey key) {
        return grant(number, item, opinion, "", actor, key);
    }

    /**
     * The same after a ruling.
     *
     * @param different from the earlier decision, where that granted too and was set aside: which fact or reason; else may be empty
     */
    public List<HistoryEntry> grant(
            String number, String item, String opinion, String different, Actor actor, @Nullable IdempotencyKey key) {
        AcceptedCase accepted = acceptedCases.one(number);
        AcceptedMatter matter = accepted.matter(item);
        Optional<Declared> declared = declarations.find(accepted.to().edition(), number, item);
        if (declared.filter(Declared::stands).isPresent()) {
            oneAct.own(number, item, actor);
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」是申请人选择告知承诺办理的，请用“" + Act.GRANT_DECLARED.term() + "”。");
        }
        return oneAct.step(
                number,
                item,
                Act.GRANT,
                Said.opinion(opinion).differing(different),
                actor,
                key,
                move -> moves.grant(
                        move.giving(
                                documents.grant(accepted.to(), matter, actor.department(), move.record(), move.at())),
                        accepted.following(matter),
                        calendar.deadlines()));
    }

    /**
     * 不予: ends whatever can't be granted any more, and nothing else.
     *
     * @param reason with the ground, what the written decision must state (行政许可法 第三十八条第二款)
     */
    @Transactional
    public List<HistoryEntry> deny(
            String number, String item, String reason, String ground, Actor actor, @Nullable IdempotencyKey key) {
        return deny(number, item, reason, ground, "", actor, key);
    }

    /**
     * The same after a ruling.
     *
     * @param different from the earlier decision, where that denied too and was set aside: which fact or reason; else may be empty
     */
    @Transactional
    public List<HistoryEntry> deny(
            String number,
            String item,
            String reason,
            String ground,
            String different,
            Actor actor,
            @Nullable IdempotencyKey key) {
        Said said = Said.denial(reason, ground).differing(different);
        // So that what waits for it is read as it is: a ruling may just be bringing some of it back.
        return lockedAct.once(
                number,
                item,
                Act.DENY,
                actor,
                key,
                whole -> oneAct.step(number, item, Act.DENY, said, actor, key, move -> deny(whole, move)));
    }

    private List<HistoryEntry> deny(Whole whole, Move move) {
        String why = "前序事项「" + whole.matter().itemName() + "」不予，本事项以其结果为前提。";
        Map<String, FairCopy> terminations = new LinkedHashMap<>();
        whole.waitingFor()
                .forEach(ended ->
                        terminations.put(ended.item(), documents.terminate(whole.to(), ended, why, move.at())));
        FairCopy denial = documents.deny(whole.to(), whole.matter(), move.said(), move.record(), move.at());
        List<HistoryEntry> written = moves.deny(move.giving(denial), terminations, why);
        if (!written.isEmpty()) {
            declarations.denied(
                    whole.to().edition(),
                    move.number(),
                    move.item(),
                    move.said().opinion(),
                    move.at().toLocalDate());
        }
        owed.settleUnneeded(move.number());
        return written;
    }

    /** @param certificateNumber empty: the number of the case and the matter's place in it, where {@link CertificateNumbers} allows it */
    public List<HistoryEntry> certify(
            String number, String item, String certificateNumber, Actor actor, @Nullable IdempotencyKey key) {
        AcceptedCase accepted = acceptedCases.one(number);
        AcceptedMatter matter = accepted.matter(item);
        List<Fault> faults = CertificateNumbers.faults(
                "/certificateNumber", matter.result(), matter.numberedByDepartment(), certificateNumber);
        if (!faults.isEmpty()) {
            return oneAct.unnumbered(number, item, faults, actor, key);
        }
        String certificate = certificateNumber.isBlank() ? usual(number, item) : certificateNumber.strip();
        return oneAct.step(
                number,
                item,
                Act.CERTIFY,
                Said.certificate(certificate),
                actor,
                key,
                move -> moves.move(move.giving(
                        documents.certify(accepted.to(), matter, actor.department(), certificate, move.at()))));
    }

    /**
     * Ends matters whose result was handed over, all or none, and the case with its last. Called by the issuing room, which
     * keeps who took them.
     *
     * @param items codes
     * @param from where all of them stand: {@link Step#DELIVER} or {@link Step#SENT}
     * @param on when they were signed for, left or announced elsewhere; null at the window
     * @param receipt 送达回证, issued with it: its number is that of every entry's document
     */
    @Transactional
    public List<HistoryEntry> deliver(
            String number, Collection<String> items, Step from, @Nullable LocalDate on, FairCopy receipt, Actor actor) {
        actor.must(Role.ISSUING_CLERK);
        List<String> distinct = items.stream().distinct().toList();
        // What is on its way has left the window: that it arrived is written down whatever is owed since.
        boolean waits = from == Step.SENT || owed.refuseResultsOf(number, distinct);
        List<HistoryEntry> written =
                endings.deliver(number, distinct, from, on, receipt, actor, LocalDateTime.now(clock));
        if (written.isEmpty() || written.size() < distinct.size()) {
            throw conflicts.notThere(number, distinct, from, Act.DELIVER, LocalDateTime.now(clock));
        }
        if (waits) {
            owed.settleIfClosed(number);
        }
        return written;
    }

    /** 撤回 of all that isn't decided. */
    @Transactional
    public List<HistoryEntry> withdraw(String number, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return withdraw(number, null, reason, actor, key);
    }

    /**
     * 撤回: these items, and what waits for their results, end undecided; the rest goes on. The clerk of the window that accepted the case
     * writes the applicant's wish down.
     *
     * @param items codes; null: all that isn't decided
     * @throws Problem.Conflict if one of them is decided or has ended; then none is withdrawn
     */
    @Transactional
    public List<HistoryEntry> withdraw(
            String number,
            @Nullable Collection<String> items,
            String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return withdrawals.withdraw(number, items, reason, actor, key);
    }

    /**
     * 逾期未补交: what was deferred never came, so the application for the items that need it, and for those that build on their results,
     * counts as withdrawn, as the applicant promised; they end unless they were denied. By the clerk of the window that accepted the case.
     *
     * @throws Problem.Conflict while there is time left to hand it in, or if nothing is awaited
     */
    @Transactional
    public List<HistoryEntry> lapse(String number, Actor actor, @Nullable IdempotencyKey key) {
        return withdrawals.lapse(number, actor, key);
    }

    private String usual(String number, String item) {
        return matters.one(centre.region(), number, item)
                .map(CertificateNumbers::usual)
                .orElseThrow(Approval::unknown);
    }

    static Problem.NotFound unknown() {
        return new Problem.NotFound("没有找到这个事项，或者它不归您的部门办理。请核对办件编号和事项。");
    }
}
