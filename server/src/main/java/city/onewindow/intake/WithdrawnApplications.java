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
import java.util.function.BiFunction;
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
        end(number, IntakeAct.WITHDRAW, actor, key, (dossier, now) -> {
            Application application = dossier.application();
            // Whoever has it in writing what was received, or what is missing, is told in writing that it is over.
            return application.receivedAt() != null || application.isNoticed()
                    ? List.of(documents.fairCopy(drafts.returned(dossier, actor, now)))
                    : List.of();
        });
    }

    /**
     * Treats as withdrawn what was not mended by the day that the one-time notice named. The same key again changes nothing.
     *
     * @throws Problem.Conflict until that day has passed, and if what was mended waits for the window's decision
     */
    @Transactional
    public void lapse(String number, Actor actor, @Nullable IdempotencyKey key) {
        end(number, IntakeAct.LAPSE, actor, key, (dossier, now) -> {
            Application application = dossier.application();
            LocalDate until = application.supplementUntil();
            if (until == null || !application.mayLapse(now.toLocalDate())) {
                throw new Problem.Conflict("申请 " + number
                        + (application.isAwaited()
                                ? " 补正的材料已经收到，等窗口答复，不能按撤回申请处理。请受理，或者再告知上次告知过、还没有补正的。"
                                : " 的补正期限还没有过，"
                                        + (until == null ? "" : DayWords.of(until) + "以后")
                                        + "才能按撤回申请处理。申请人自己要撤回的，请办“申请人撤回”。"));
            }
            return List.of(documents.fairCopy(drafts.lapsed(dossier, until, actor, now)));
        });
    }

    /** @param papers what the applicant is told in writing; refuses what can't be ended so */
    private void end(
            String number,
            IntakeAct act,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Dossier, LocalDateTime, List<FairCopy>> papers) {
        if (!keys.done(actor.account(), key, number, act)) {
            Dossier dossier = dossiers.allowing(act, number, actor);
            LocalDateTime now = LocalDateTime.now(clock);
            applications.move(
                    Transition.of(dossier.application(), act, papers.apply(dossier, now), "", actor, now, key));
        }
    }
}
