package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of an appointment by itself: agreed once all have answered, cancelled once nobody has to go there any more. After each act on
 * it, and again and again, for a matter that is decided meanwhile doesn't look here.
 */
@Component
class InspectionSettling {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionSettling.class);
    private static final int BATCH = 200;

    private final InspectionTable table;
    private final InspectionActs acts;
    private final InspectionDocuments documents;
    private final CaseFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Centre centre;

    InspectionSettling(
            InspectionTable table,
            InspectionActs acts,
            InspectionDocuments documents,
            CaseFiles files,
            TransactionTemplate transaction,
            Clock clock,
            Centre centre) {
        this.table = table;
        this.acts = acts;
        this.documents = documents;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.centre = centre;
    }

    /** All that are to come; one after the other, each in a transaction of its own. */
    void settleAll() {
        InspectionTable.After after = InspectionTable.After.NOTHING;
        List<Inspection> some;
        do {
            some = table.toCome(after, BATCH);
            for (Inspection one : some) {
                settleAlone(one);
                after = new InspectionTable.After(one.at(), one.number(), one.seq());
            }
        } while (some.size() == BATCH);
    }

    /** One that can't be settled holds no other up; all are tried again. */
    private void settleAlone(Inspection one) {
        try {
            if (!isSettled(one)) {
                transaction.executeWithoutResult(status -> settle(one.number(), one.seq()));
            }
        } catch (RuntimeException failure) {
            LOG.error("Inspection {} of case {} can't be settled", one.seq(), one.number(), failure);
        }
    }

    private boolean isSettled(Inspection inspection) {
        LocalDateTime now = LocalDateTime.now(clock);
        return !inspection.isAgreed(now) && inspection.futile(now).isEmpty();
    }

    /** In the caller's transaction. */
    void settle(String number, int seq) {
        Inspection found = table.locked(number, seq).orElseThrow();
        LocalDateTime now = LocalDateTime.now(clock);
        String futile = found.futile(now);
        if (!futile.isEmpty()) {
            acts.step(
                    found,
                    InspectionActs.Change.cancelled(futile, unsaid(found, futile, now)),
                    new InspectionActs.Deed(InspectionEntry.Act.CANCEL, futile, null, now, null));
        } else if (found.isAgreed(now)) {
            acts.step(
                    found,
                    InspectionActs.Change.agreed(
                            documents.notice(files.addressed(centre.region(), number), found, now)),
                    new InspectionActs.Deed(InspectionEntry.Act.AGREE, "", null, now, null));
        }
    }

    /** Tells the applicant that nobody comes, if he was told that somebody would. */
    @Nullable
    FairCopy unsaid(Inspection inspection, String why, LocalDateTime now) {
        return inspection.document() == null
                ? null
                : documents.changed(files.addressed(centre.region(), inspection.number()), inspection, false, why, now);
    }
}
