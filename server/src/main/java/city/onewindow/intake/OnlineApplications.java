package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.OpenedFile;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 网上预审, the applicant's side: fill in, attach, hand in for a look, mend, withdraw. Whoever holds an {@link OpenedApplication} may,
 * along the edges of {@link IntakeProcedure} that are the applicant's. It is a service before the application: nothing here is a
 * receipt (行政许可法 第三十二条), and nobody has to go this way.
 */
@Service
public class OnlineApplications {

    private static final String WHO = OnlineGate.APPLICANT.account();

    private final Applications applications;
    private final Drafting drafting;
    private final Dossiers dossiers;
    private final PreReviews preReviews;
    private final AttachedFiles attached;
    private final SubmissionKeys keys;
    private final OnlineGate gate;
    private final Catalogs catalogs;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final Clock clock;

    OnlineApplications(
            Applications applications,
            Drafting drafting,
            Dossiers dossiers,
            PreReviews preReviews,
            AttachedFiles attached,
            SubmissionKeys keys,
            OnlineGate gate,
            Catalogs catalogs,
            Audit audit,
            TransactionTemplate transaction,
            Documents documents,
            IntakeDocuments drafts,
            Clock clock) {
        this.applications = applications;
        this.drafting = drafting;
        this.dossiers = dossiers;
        this.preReviews = preReviews;
        this.attached = attached;
        this.keys = keys;
        this.gate = gate;
        this.catalogs = catalogs;
        this.audit = audit;
        this.transaction = transaction;
        this.documents = documents;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Begins an application for a one-thing; the same again under the same key is the same application.
     *
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if too many were begun from the address today
     */
    public OpenedApplication begin(NewApplication begun, IdempotencyKey key, String address) {
        String window = Optional.ofNullable(begun.choice().oneThing())
                .flatMap(catalogs.current()::oneThingByCode)
                .map(OneThing::window)
                .orElseThrow(() -> new Problem.NotFound("网上预审从一件事的办事指南开始，没有这件事。请在首页重新选择。"));
        Optional<String> before = keys.begun(WHO, key, begun);
        if (before.isPresent()) {
            return gate.begun(before.get());
        }
        gate.mayBegin(address);
        String number = transaction.execute(status -> {
            Optional<Dossier> fresh = drafting.begin(begun, IntakeAct.PREPARE, window, WHO, key);
            fresh.ifPresent(dossier -> audit.record(
                    WHO,
                    "application.begin",
                    dossier.application().number(),
                    dossier.merge().errand().title()));
            return fresh.map(dossier -> dossier.application().number())
                    .or(() -> keys.begun(WHO, key, begun))
                    .orElseThrow();
        });
        return gate.begun(number);
    }

    /** @throws Problem.NotFound if it has been deleted meanwhile */
    @Transactional(readOnly = true)
    public Dossier dossier(OpenedApplication opened) {
        return dossiers.opened(opened);
    }

    /** With what the window said the last time; of what is to be mended (补正) that is what the one-time notice named and is still open. */
    @Transactional(readOnly = true)
    public PreReview preReview(OpenedApplication opened) {
        PreReview kept = preReviews.of(opened.number());
        Dossier dossier = dossiers.opened(opened);
        List<PreReview.Remark> said = dossier.application().status() == ApplicationStatus.AMENDING
                ? dossier.toMend().stream().map(PreReview.Remark::of).toList()
                : kept.remarks();
        return new PreReview(
                kept.submittedAt(),
                said.stream().filter(remark -> !dossier.isOver(remark)).toList());
    }

    /** Keeps what was typed, see {@link Intake#fill}. */
    @Transactional
    public Dossier fill(OpenedApplication opened, FormValues patch, Set<String> cleared) {
        drafting.fill(allowing(IntakeAct.PREPARE, opened), patch, cleared);
        audit.record(WHO, "application.fill", opened.number(), String.join(" ", patch.codes()));
        return dossier(opened);
    }

    /** Answers questions that the form has brought up, see {@link Intake#answer}. */
    @Transactional
    public Dossier answer(OpenedApplication opened, Map<String, String> answers) {
        drafting.answer(allowing(IntakeAct.PREPARE, opened), answers);
        audit.record(WHO, "application.answer", opened.number(), String.join(" ", answers.keySet()));
        return dossier(opened);
    }

    /**
     * Takes a file in that is to be the value of a field.
     *
     * @return its id
     * @throws Problem.InvalidInput at /file if it is not taken in
     */
    public UUID take(OpenedApplication opened, Upload file, String address) {
        allowing(IntakeAct.PREPARE, opened);
        gate.mayUpload(address, file.content().length);
        return Objects.requireNonNull(transaction.execute(
                status -> attached.keep(opened.number(), List.of(file)).get(0)));
    }

    /**
     * Attaches photos or files to a material, beside those that are there. What was found of the material is to be looked at anew.
     *
     * @throws Problem.InvalidInput if one is not taken in, or the applicant brings no such material; none is attached then
     */
    public void attach(OpenedApplication opened, String key, List<Upload> sent, String address) {
        gate.mayUpload(
                address, sent.stream().mapToLong(file -> file.content().length).sum());
        transaction.executeWithoutResult(status -> {
            Dossier dossier = allowing(IntakeAct.ATTACH, opened);
            Set<UUID> files = new LinkedHashSet<>(filesOf(dossier, key));
            files.addAll(attached.keep(opened.number(), sent));
            attached.replace(dossier, key, new ArrayList<>(files));
            audit.record(WHO, "application.attach", opened.number(), key);
        });
    }

    /** Takes a file off a material again; it is deleted. */
    @Transactional
    public void detach(OpenedApplication opened, String key, UUID file) {
        Dossier dossier = allowing(IntakeAct.ATTACH, opened);
        List<UUID> files = new ArrayList<>(filesOf(dossier, key));
        if (files.remove(file)) {
            attached.replace(dossier, key, files);
            attached.dropUnused(dossiers.opened(opened).application());
            audit.record(WHO, "application.attach", opened.number(), key);
        }
    }

    /** @throws Problem.NotFound if the application has no such file, or a window has taken it over: what is scanned there stays there */
    public OpenedFile file(OpenedApplication opened, String id) {
        if (!dossiers.opened(opened).application().status().isOnline()) {
            throw new Problem.NotFound("这件申请已经不在网上办理，文件请到窗口查阅。");
        }
        return attached.open(opened.number(), id);
    }

    /**
     * Hands it in for the window's look. Materials may be missing: they can be brought along. The same key again changes
     * nothing.
     *
     * @throws Problem.InvalidInput with everything that is missing or wrong in the form
     */
    @Transactional
    public void submit(OpenedApplication opened, @Nullable IdempotencyKey key) {
        IdempotencyKey own = opened.own(key);
        if (keys.done(WHO, own, opened.number(), IntakeAct.SUBMIT)) {
            return;
        }
        Dossier dossier = allowing(IntakeAct.SUBMIT, opened);
        Problem.InvalidInput.refuse(
                dossier.unfilled().stream().map(Gap::toFault).toList());
        LocalDateTime now = LocalDateTime.now(clock);
        move(dossier, IntakeAct.SUBMIT, List.of(), now, own);
        preReviews.submitted(opened.number(), now);
        attached.dropUnused(dossier.application());
    }

    /**
     * Ends it, as the applicant wishes; what no window received is deleted like all that nobody goes on with. The same key again changes
     * nothing.
     */
    @Transactional
    public void retract(OpenedApplication opened, @Nullable IdempotencyKey key) {
        IdempotencyKey own = opened.own(key);
        if (!keys.done(WHO, own, opened.number(), IntakeAct.RETRACT)) {
            Dossier dossier = allowing(IntakeAct.RETRACT, opened);
            LocalDateTime now = LocalDateTime.now(clock);
            // Applied for, it was received as if at a window: so it is told in writing that it is over.
            boolean applied = IntakeProcedure.edge(dossier.application().status(), IntakeAct.RETRACT)
                    .filter(edge -> edge.gives().contains(DocumentKind.RETURN))
                    .isPresent();
            List<FairCopy> papers =
                    applied ? List.of(documents.fairCopy(drafts.returnedOnline(dossier, now))) : List.of();
            move(dossier, IntakeAct.RETRACT, papers, now, own);
        }
    }

    private void move(
            Dossier dossier, IntakeAct act, List<FairCopy> papers, LocalDateTime now, @Nullable IdempotencyKey key) {
        applications.move(Transition.of(dossier.application(), act, papers, "", OnlineGate.APPLICANT, now, key));
    }

    private Dossier allowing(IntakeAct act, OpenedApplication opened) {
        Dossier dossier = dossiers.opened(opened);
        dossiers.mustAllow(dossier, act);
        return dossier;
    }

    private static List<UUID> filesOf(Dossier dossier, String key) {
        boolean brought = dossier.merge()
                .material(key)
                .filter(material -> material.origin() == MergedMaterial.Origin.APPLICANT)
                .isPresent();
        if (!brought) {
            throw new Problem.NotFound("这件申请不用您交这份材料。请刷新页面。");
        }
        CheckedMaterial kept = dossier.application().materials().get(key);
        return kept == null ? List.of() : kept.files();
    }
}
