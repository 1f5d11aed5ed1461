package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Remote;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 全程网办: whoever holds an {@link OpenedApplication} applies for acceptance without coming, is told once what is missing, and mends it.
 * It is received the day it is handed in, and the window has five working days (行政许可法 第二十九条、第三十二条). What has to be seen
 * or signed is, when results are handed over.
 */
@Service
public class RemoteApplications {

    private static final String WHO = OnlineGate.APPLICANT.account();

    /** What the intake tells an applicant in writing; what departments decide is handed over. */
    private static final Set<DocumentKind> TOLD = IntakeProcedure.edges().stream()
            .flatMap(edge -> edge.gives().stream())
            .collect(Collectors.toSet());

    private final Applications applications;
    private final Dossiers dossiers;
    private final PreReviews preReviews;
    private final MaterialChecks checks;
    private final AttachedFiles attached;
    private final SubmissionKeys keys;
    private final Calendar calendar;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final Clock clock;

    RemoteApplications(
            Applications applications,
            Dossiers dossiers,
            PreReviews preReviews,
            MaterialChecks checks,
            AttachedFiles attached,
            SubmissionKeys keys,
            Calendar calendar,
            Documents documents,
            IntakeDocuments drafts,
            Clock clock) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.preReviews = preReviews;
        this.checks = checks;
        this.attached = attached;
        this.keys = keys;
        this.calendar = calendar;
        this.documents = documents;
        this.drafts = drafts;
        this.clock = clock;
    }

    public Remote remote(Dossier dossier) {
        return Remote.of(dossier.merge().errand());
    }

    /**
     * Applies for acceptance, and gives a receipt. Materials may be missing: the window tells them once. The same key again changes
     * nothing.
     *
     * @throws Problem.NotAllowed if somebody has to come, or the window has to look first
     * @throws Problem.InvalidInput with everything that is missing or wrong in the form
     */
    @Transactional
    public void apply(OpenedApplication opened, @Nullable IdempotencyKey key) {
        String number = opened.number();
        IdempotencyKey own = opened.own(key);
        if (keys.done(WHO, own, number, IntakeAct.APPLY)) {
            return;
        }
        Dossier dossier = dossiers.opened(opened);
        dossiers.mustAllow(dossier, IntakeAct.APPLY);
        mustBeOpen(dossier);
        // What the window said of a well-formed value the applicant may see otherwise: it stands, and the window
        // decides.
        Problem.InvalidInput.refuse(
                dossier.unfilled().stream().map(Gap::toFault).toList());
        Application application = dossier.application();
        LocalDateTime now = LocalDateTime.now(clock);
        List<CheckedMaterial> sent = sent(dossier);
        LocalDate until = Application.lastDay(calendar.workingDays(), now.toLocalDate());
        FairCopy receipt =
                documents.fairCopy(drafts.receipt(dossiers.of(application.checked(sent)), now, until, "（网上收件）", now));
        applications.move(
                Transition.of(application, IntakeAct.APPLY, List.of(receipt), "", OnlineGate.APPLICANT, now, own));
        checks.replace(number, sent);
        preReviews.submitted(number, now);
        preReviews.remarked(number, List.of());
        attached.dropUnused(application);
    }

    private void mustBeOpen(Dossier dossier) {
        Remote remote = remote(dossier);
        if (!remote.presence().isEmpty()) {
            throw new Problem.NotAllowed("这件事不能全程网办：" + String.join("；", remote.words()) + "。请提交预审，或直接到窗口办理。");
        }
        if (!dossier.application().status().mayApply(remote)) {
            throw new Problem.NotAllowed("这件事要先提交预审，窗口看过、通过以后再在网上申请；也可以直接到窗口办理。");
        }
    }

    /** What came in as a picture of a paper is shown later, what is printed from the form signed then. */
    static List<CheckedMaterial> sent(Dossier dossier) {
        Map<String, CheckedMaterial> kept = dossier.application().materials();
        List<CheckedMaterial> sent = new ArrayList<>();
        kept.values().forEach(one -> sent.add(toShow(dossier, one)));
        dossier.merge().materials().stream()
                .filter(material ->
                        material.origin() == MergedMaterial.Origin.FORM && !kept.containsKey(material.key()))
                .forEach(material ->
                        sent.add(new CheckedMaterial(material.key(), Way.TO_SHOW, List.of(), "", List.of())));
        return sent;
    }

    private static CheckedMaterial toShow(Dossier dossier, CheckedMaterial kept) {
        boolean paper = dossier.merge()
                .material(kept.key())
                .filter(MaterialRules::isOnPaper)
                .isPresent();
        return kept.way() == Way.FILE && paper
                ? new CheckedMaterial(kept.key(), Way.TO_SHOW, kept.pointsMet(), kept.remark(), kept.files())
                : kept;
    }

    /** What was told in writing: receipt, one-time notice, acceptance, refusal. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> told(Dossier dossier) {
        return documents.bySubject(dossier.application().number()).stream()
                .filter(document -> TOLD.contains(document.kind()))
                .toList();
    }

    /** Last day of the window's five to decide; null unless it was applied for online and nothing is decided. */
    public @Nullable LocalDate decideUntil(Dossier dossier) {
        Application application = dossier.application();
        return application.status() == ApplicationStatus.SUBMITTED
                ? application.decideUntil(calendar.workingDays(), LocalDate.now(clock))
                : null;
    }
}
