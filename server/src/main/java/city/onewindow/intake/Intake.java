package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.material.Files;
import city.onewindow.window.WindowList;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The window's work on an application before it is decided upon ({@link Reception}), one transaction each. Every use case
 * that names a number throws {@link Problem.NotFound} for an application of another window, as for one that doesn't exist.
 */
@Service
public class Intake {

    private final Applications applications;
    private final SubmissionKeys keys;
    private final MaterialChecks checks;
    private final Dossiers dossiers;
    private final Catalogs catalogs;
    private final Files files;
    private final FormFiles formFiles;
    private final RevokedDeclarations revoked;
    private final Audit audit;
    private final Clock clock;

    Intake(
            Applications applications,
            SubmissionKeys keys,
            MaterialChecks checks,
            Dossiers dossiers,
            Catalogs catalogs,
            Files files,
            FormFiles formFiles,
            RevokedDeclarations revoked,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.keys = keys;
        this.checks = checks;
        this.dossiers = dossiers;
        this.catalogs = catalogs;
        this.files = files;
        this.formFiles = formFiles;
        this.revoked = revoked;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins an application at the actor's window, its form filled with what is known of the applicant.
     *
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if the window does not take this errand in
     * @throws Problem.Conflict if the account used the key for another submission
     */
    @Transactional
    public Dossier begin(NewApplication begun, Actor actor, IdempotencyKey key) {
        actor.must(Role.CLERK);
        var already = keys.begun(actor.account(), key, begun);
        if (already.isPresent()) {
            return dossier(already.get(), actor);
        }
        Catalog catalog = catalogs.current();
        String window = windowOf(actor);
        Errand errand = checked(begun, catalog, window);
        LocalDateTime now = LocalDateTime.now(clock);
        Application application = new Application(
                applications.nextNumber(now.toLocalDate()),
                Codes.query(),
                ApplicationStatus.DRAFT,
                begun.choice().answered(errand),
                catalog.edition(),
                window,
                begun.applicant(),
                FormValues.EMPTY,
                Map.of(),
                Set.of(),
                null,
                null,
                null,
                actor.account(),
                now,
                0);
        Dossier empty = revoked.refuse(Dossier.of(application, catalog));
        Application prefilled = Prefill.of(empty);
        if (!applications.add(prefilled, errand.title(), key.value(), keys.digest(begun))) {
            // The same key in flight twice: the other transaction has committed by now.
            return dossier(keys.begun(actor.account(), key, begun).orElseThrow(), actor);
        }
        audit.record(actor.account(), "application.begin", application.number(), errand.title());
        return Dossier.of(prefilled, catalog);
    }

    @Transactional(readOnly = true)
    public Dossier dossier(String number, Actor actor) {
        return dossiers.ofWindow(number, actor);
    }

    /** The dossier of a case, for the rooms above that have already checked who asks. */
    @Transactional(readOnly = true)
    public Dossier dossierOfCase(String number) {
        return dossiers.ofCase(number);
    }

    /** Whose case it is, for the rooms above that have already checked who asks. */
    @Transactional(readOnly = true)
    public Applicant applicantOfCase(String number) {
        return dossiers.applicantOfCase(number);
    }

    /**
     * The window's applications, newest first.
     *
     * @param awaited only cases that still wait for a deferred material (容缺待补)
     */
    @Transactional(readOnly = true)
    public Slice<ApplicationSummary> ofWindow(
            Actor actor, @Nullable ApplicationStatus status, boolean awaited, @Nullable String after, int size) {
        actor.must(Role.CLERK);
        return Slice.of(
                applications.ofWindow(windowOf(actor), status, awaited, after, size + 1),
                size,
                ApplicationSummary::number);
    }

    /** The window's open applications of the same applicant for the same errand: perhaps this one was handed in already. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> alike(Dossier dossier) {
        Application application = dossier.application();
        return applications.alike(
                application.window(),
                application.applicant(),
                dossier.merge().errand().title(),
                application.number());
    }

    /**
     * Changes what was picked, or whose application it is. What the new errand doesn't ask for is kept but doesn't count.
     *
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if the window does not take this errand in
     */
    @Transactional
    public Dossier revise(String number, NewApplication revised, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Application before = dossier.application();
        Errand errand = checked(revised, catalogs.at(before.edition()), before.window());
        keep(dossier, before.with(revised.choice().answered(errand), revised.applicant(), before.form()));
        audit.record(actor.account(), "application.revise", number, errand.title());
        return dossier(number, actor);
    }

    /**
     * Answers questions, those that the form has brought up or others; all other answers stay.
     *
     * @param answers by code of the question
     * @throws Problem.InvalidInput if the application has no such question, or if it has no such answer
     */
    @Transactional
    public Dossier answer(String number, Map<String, String> answers, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Application application = dossier.application();
        Application answered =
                application.with(application.choice().with(answers), application.applicant(), application.form());
        dossiers.of(answered).merge().errand().mustAsk(answers.keySet());
        keep(dossier, answered);
        audit.record(actor.account(), "application.answer", number, String.join(" ", answers.keySet()));
        return dossier(number, actor);
    }

    /** What was found of the materials holds on as far as the errand still asks for it. */
    private void keep(Dossier before, Application changed) {
        Dossier asked = revoked.refuse(dossiers.of(changed));
        List<CheckedMaterial> carried = new CarriedChecks(before.merge(), asked.merge()).of(changed.materials());
        Dossier after = dossiers.of(asked.application()
                .withForm(Prefill.instead(before.application().applicant(), asked))
                .checked(carried));
        applications.saveChoice(
                before.application(),
                after.application(),
                after.demandableSince(before),
                after.merge().errand().title(),
                LocalDateTime.now(clock));
        checks.replace(changed.number(), carried);
    }

    /**
     * Keeps what was typed, as it is typed. Where questions hang on it, what the errand asks for follows at once.
     *
     * @param cleared codes whose value is taken away
     * @throws Problem.InvalidInput if a value is wrong; none of them is kept then
     */
    @Transactional
    public Dossier fill(String number, FormValues patch, Set<String> cleared, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Application application = dossier.application();
        FormValues form = application.form().without(cleared).with(patch.texts(), patch.tables());
        Dossier after = dossiers.of(application.withForm(form));
        // What the same values have just taken off the form is kept, like all that doesn't count, if it is right.
        Set<String> gone = patch.without(after.codes()).codes();
        List<Fault> faults = new ArrayList<>(formFiles.faults(after, patch));
        faults.addAll(faults(after, form, patch.without(gone).codes()));
        faults.addAll(faults(dossier, form, gone));
        Problem.InvalidInput.refuse(faults);
        if (after.merge().equals(dossier.merge())) {
            applications.saveForm(application, form, LocalDateTime.now(clock));
        } else {
            keep(dossier, after.application());
        }
        audit.record(actor.account(), "application.fill", number, String.join(" ", patch.codes()));
        return dossier(number, actor);
    }

    /**
     * Notes what the clerk found of one material. On a case, only what was deferred may still be handed in.
     *
     * @throws Problem.InvalidInput if the set has no such material or it can't be dealt with in this way
     */
    @Transactional
    public Dossier check(String number, CheckedMaterial checked, Actor actor) {
        Dossier dossier = dossier(number, actor);
        boolean isCase = dossier.application().status() == ApplicationStatus.ACCEPTED;
        Dossiers.mustAllow(dossier, isCase ? IntakeAct.SUPPLY : IntakeAct.CHECK);
        MergedMaterial material = dossier.merge()
                .material(checked.key())
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/materials" + Fault.step(checked.key()), "这件申请不需要代码为「" + checked.key() + "」的材料。"));
        List<Fault> faults = new ArrayList<>(MaterialRules.faults(material, checked));
        if (!ownsAll(number, checked.files())) {
            faults.add(new Fault(
                    "/materials/" + checked.key() + "/files", "「" + material.name() + "」有文件不是为这件申请上传的。请重新上传。"));
        }
        if (isCase) {
            faults.addAll(SupplyRules.faults(dossier, material, checked));
        }
        Problem.InvalidInput.refuse(faults);
        checks.save(dossier.application(), checked, LocalDateTime.now(clock));
        audit.record(
                actor.account(),
                isCase ? "application.supply" : "application.check",
                number,
                checked.key() + " " + checked.way());
        return dossier(number, actor);
    }

    private static List<Fault> faults(Dossier dossier, FormValues form, Set<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : dossier.check().faults(form).stream()
                        .filter(fault -> codes.stream().anyMatch(code -> concerns(fault, code)))
                        .toList();
    }

    private static boolean concerns(Fault fault, String code) {
        return (fault.pointer() + "/").startsWith("/form" + Fault.step(code) + "/");
    }

    private boolean ownsAll(String number, List<UUID> ids) {
        List<String> asked = ids.stream().map(UUID::toString).toList();
        var known = files.describe(asked);
        return asked.stream()
                .allMatch(id -> known.containsKey(id) && known.get(id).subject().equals(number));
    }

    private static Errand checked(NewApplication application, Catalog catalog, String window) {
        List<Fault> faults = application.applicant().faults();
        Problem.InvalidInput.refuse(faults);
        Errand errand = application.choice().in(catalog);
        WindowList.of(catalog, window).mustTake(errand, catalog);
        return errand;
    }

    private static String windowOf(Actor actor) {
        if (actor.window() == null) {
            throw new Problem.NotAllowed("您的账号还没有分配窗口，不能收件。请联系系统管理员。");
        }
        return actor.window();
    }
}
