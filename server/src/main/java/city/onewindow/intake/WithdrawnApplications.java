package city.onewindow.intake;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends at the window what is not accepted: as its applicant wishes, or because he never mended what he was told. */
@Service
public class WithdrawnApplications {

    private final Applications applications;
    private final SubmissionKeys keys;
    private final Dossiers dossiers;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final Clock clock;

    WithdrawnApplications(
            Applications applications,
            SubmissionKeys keys,
            Dossiers dossiers,
            Documents documents,
            IntakeDocuments drafts,
            Clock clock) {
        this.applications = applications;
        this.keys = keys;
        this.dossiers = dossiers;
        this.documents = documents;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Ends an application that is not yet accepted, as the applicant wishes; the same key again changes nothing. */
    @Transactional
    public void withdraw(String number, Actor actor, @Nullable IdempotencyKey key) {
        if (!keys.done(actor.account(), key, number, IntakeAct.WITHDRAW)) {
            Dossier dossier = dossiers.allowing(IntakeAct.WITHDRAW, number, actor);
            Application application = dossier.application();
            LocalDateTime now = LocalDateTime.now(clock);
            // Whoever has it in writing what was received, or what is missing, is told in writing that it is over.
            List<FairCopy> papers = application.receivedAt() != null || application.isNoticed()
                    ? List.of(documents.fairCopy(drafts.returned(dossier, actor, now)))
                    : List.of();
            applications.move(Transition.of(application, IntakeAct.WITHDRAW, papers, "", actor, now, key));
        }
    }

    /**
     * Treats as withdrawn what was not mended by the day that the one-time notice named. The same key again changes nothing.
     *
     * @throws Problem.Conflict until that day has passed, and if what was mended waits for the window's decision
     */
    @Transactional
    public void lapse(String number, Actor actor, @Nullable IdempotencyKey key) {
        if (!keys.done(actor.account(), key, number, IntakeAct.LAPSE)) {
            Dossier dossier = dossiers.allowing(IntakeAct.LAPSE, number, actor);
            Application application = dossier.application();
            LocalDateTime now = LocalDateTime.now(clock);
            LocalDate until = application.supplementUntil();
            if (until == null || !application.mayLapse(now.toLocalDate())) {
                throw new Problem.Conflict("申请 " + number
                        + (application.isAwaited()
                                ? " 补正的材料已经收到，等窗口答复，不能按撤回申请处理。请受理，或者再告知上次告知过、还没有补正的。"
                                : " 的补正期限还没有过，"
                                        + (until == null ? "" : DayWords.of(until) + "以后")
                                        + "才能按撤回申请处理。申请人自己要撤回的，请办“申请人撤回”。"));
            }
            FairCopy told = documents.fairCopy(drafts.lapsed(dossier, until, actor, now));
            applications.move(Transition.of(application, IntakeAct.LAPSE, List.of(told), "", actor, now, key));
        }
    }
}
