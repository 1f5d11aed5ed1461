package city.onewindow.issuance;

import city.onewindow.approval.Approval;
import city.onewindow.approval.CaseLock;
import city.onewindow.approval.CaseRow;
import city.onewindow.approval.Cases;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.PickUp;
import city.onewindow.approval.PickUps;
import city.onewindow.approval.Step;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.PickUpCode;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Wordings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The issuing window's door. All of it is for issuing clerks. */
@Service
public class Issuance {

    private final Approval approval;
    private final CaseLock lock;
    private final Cases cases;
    private final PickUps pickUps;
    private final Intake intake;
    private final Originals originals;
    private final Handovers handovers;
    private final SendingTable sendings;
    private final Unseen unseen;
    private final Documents documents;
    private final Wordings wordings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Centre centre;

    Issuance(
            Approval approval,
            CaseLock lock,
            Cases cases,
            PickUps pickUps,
            Intake intake,
            Originals originals,
            Handovers handovers,
            SendingTable sendings,
            Unseen unseen,
            Documents documents,
            Wordings wordings,
            TransactionTemplate transaction,
            Clock clock,
            Centre centre) {
        this.approval = approval;
        this.lock = lock;
        this.cases = cases;
        this.pickUps = pickUps;
        this.intake = intake;
        this.originals = originals;
        this.handovers = handovers;
        this.sendings = sendings;
        this.unseen = unseen;
        this.documents = documents;
        this.wordings = wordings;
        this.transaction = transaction;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Cases with something to hand over, by number.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<ReadyCase> ready(@Nullable String after, int size, Actor actor) {
        return ofRows(cases.issuing(Step.DELIVER, after, size, actor));
    }

    /** The same of those with something on its way. */
    @Transactional(readOnly = true)
    public Slice<ReadyCase> sent(@Nullable String after, int size, Actor actor) {
        return ofRows(cases.issuing(Step.SENT, after, size, actor));
    }

    private Slice<ReadyCase> ofRows(Slice<CaseRow> rows) {
        Map<String, Map<String, Sending>> sendings = this.sendings.of(
                rows.items().stream().map(row -> row.file().number()).toList());
        return rows.map(row -> ReadyCase.of(
                row.file(), row.matters(), sendings.getOrDefault(row.file().number(), Map.of())));
    }

    /** One case as the window needs it. */
    @Transactional(readOnly = true)
    public ReadyCase ready(String number, Actor actor) {
        CaseRow row = cases.ready(number, actor);
        return ReadyCase.of(row.file(), row.matters(), sendings.ofCase(number));
    }

    /**
     * Number of the case that an issuing clerk means.
     *
     * @param typed a case number, or a pick-up code (取件码)
     * @throws Problem.InvalidInput for a code that was mistyped
     */
    public String meant(String typed) {
        return PickUpCode.caseNumber(typed, centre.region()).orElseGet(() -> CaseNumber.typed(typed));
    }

    /**
     * 领证取件通知, to be sent or read out to the applicant.
     *
     * @throws Problem.Conflict if nothing lies ready
     */
    @Transactional(readOnly = true)
    public byte[] pickUpNotice(String number, Actor actor) {
        cases.ready(number, actor);
        PickUp pickUp =
                pickUps.of(number).orElseThrow(() -> new Problem.Conflict("办件 " + number + " 现在没有可以领取的结果，没有取件通知可以打印。"));
        return pickUps.notice(pickUp);
    }

    /** What has to be shown or signed before granted results of a case that was applied for online are handed over. */
    @Transactional(readOnly = true)
    public List<Original> toShow(String number, Actor actor) {
        cases.ready(number, actor);
        return originals.toShow(number);
    }

    /** What was handed over of a case so far, oldest first; for all who may see the case. */
    @Transactional(readOnly = true)
    public List<Handover> handovers(String number, Actor actor) {
        cases.mustSee(number, actor);
        return handovers.of(number);
    }

    /** Hands over at the window where nothing has to be shown, see {@link #handOver(String, Collection, Collection, Delivery, Actor, IdempotencyKey)}. */
    public Handover handOver(String number, Collection<String> items, Taker taker, Actor actor, IdempotencyKey key) {
        return handOver(number, items, List.of(), Delivery.collected(taker), actor, key);
    }

    /**
     * Hands results over, or writes down how else they were delivered, all that are named or none, with the delivery
     * receipt; the case closes with its last (行政许可法 第四十四条). The same key again answers the hand-over that it made.
     *
     * @param items codes
     * @param shown keys of the materials whose original was shown, or that were signed, just now
     * @throws Problem.InvalidInput if nothing is chosen, something that the way of delivery asks for is missing, or the
     *     taker isn't well identified or takes as somebody who they aren't
     * @throws Problem.Conflict if one of them isn't there to be handed over
     */
    public Handover handOver(
            String number,
            Collection<String> items,
            Collection<String> shown,
            Delivery delivery,
            Actor actor,
            IdempotencyKey key) {
        actor.must(Role.ISSUING_CLERK);
        Set<String> chosen = new TreeSet<>(items);
        check(delivery, chosen);
        try {
            return transaction.execute(status -> {
                lock.take(number);
                ReadyCase ready = ready(number, actor);
                Leaving leaving = Leaving.of(ready, chosen);
                String left = unseen(number, leaving, shown, delivery);
                originals.shown(number, shown, actor);
                return handOver(ready, leaving, chosen, left, delivery, actor, key);
            });
        } catch (Problem.Conflict | DuplicateKeyException again) {
            // Nothing is handed over twice: if the same submission came before, its answer is the answer.
            return before(number, chosen, delivery, actor, key).orElseThrow(() -> again);
        }
    }

    /** What leaves only now is looked at; of what was sent, it was said then. */
    private String unseen(String number, Leaving leaving, Collection<String> shown, Delivery delivery) {
        if (leaving.from() == Step.SENT) {
            return leaving.unseen();
        }
        List<Original> left = unseen.of(number, leaving.lying(), shown);
        Problem.InvalidInput.refuse(Unseen.faults(left, delivery.way(), delivery.unseen(), "/delivery/unseen"));
        return Unseen.told(left, delivery.unseen());
    }

    /** @param unseen what of the originals wasn't seen, and why; may be empty */
    private Handover handOver(
            ReadyCase ready,
            Leaving leaving,
            Set<String> chosen,
            String unseen,
            Delivery delivery,
            Actor actor,
            IdempotencyKey key) {
        String number = ready.file().number();
        Applicant applicant = intake.applicantOfCase(number);
        LocalDateTime at = LocalDateTime.now(clock);
        List<Fault> faults = new ArrayList<>(delivery.taker().faults(applicant));
        faults.addAll(leaving.faults(delivery, ready.sendings()));
        Problem.InvalidInput.refuse(faults);
        DeliveryReceipt receipt = new DeliveryReceipt(ready, leaving.matters(), delivery, actor, at, centre);
        Draft draft = new Draft(
                DocumentKind.DELIVERY_RECEIPT,
                number,
                applicant.addressee(),
                centre.name(),
                at.toLocalDate(),
                receipt.sections(wordings, unseen));
        List<HistoryEntry> delivered =
                approval.deliver(number, chosen, leaving.from(), delivery.on(), documents.fairCopy(draft), actor);
        Handover handover = new Handover(
                number,
                at,
                List.copyOf(chosen),
                actor.name(),
                delivery.taker().masked(),
                delivery.taker().relation(),
                delivery.way(),
                delivery.served(at.toLocalDate()),
                Objects.requireNonNull(delivered.get(0).document(), "Its receipt is issued with it."));
        handovers.add(handover, delivery, actor, key);
        return handover;
    }

    private void check(Delivery delivery, Set<String> chosen) {
        List<Fault> faults = new ArrayList<>(delivery.faults(LocalDate.now(clock)));
        if (chosen.isEmpty()) {
            faults.add(0, new Fault("/items", "还没有选择要交付的结果。请至少勾选一项。"));
        }
        Problem.InvalidInput.refuse(faults);
    }

    /** @throws Problem.Conflict if the key was used for another hand-over */
    private Optional<Handover> before(
            String number, Set<String> chosen, Delivery delivery, Actor actor, IdempotencyKey key) {
        Optional<Handover> before = handovers.byKey(actor, key);
        before.filter(handover -> !isSame(handover, number, chosen, delivery)).ifPresent(other -> {
            throw IdempotencyKey.used("办件 " + other.number() + " 的另一次出件");
        });
        return before;
    }

    private static boolean isSame(Handover made, String number, Set<String> chosen, Delivery delivery) {
        return made.number().equals(number)
                && Set.copyOf(made.items()).equals(chosen)
                && made.way() == delivery.way()
                && made.servedOn().equals(delivery.served(made.servedOn()))
                && made.relation() == delivery.taker().relation()
                && made.taker().equals(delivery.taker().masked());
    }
}
