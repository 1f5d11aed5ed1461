package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.FormValues;
import city.onewindow.kernel.Codes;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.material.Files;
import city.onewindow.window.WindowList;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is the same whoever fills an application in, a clerk at the window or the applicant online: begun, filled, answered. Who may do
 * it, and that it was done, is for the callers to see to.
 */
@Component
class Drafting {

    private final Applications applications;
    private final SubmissionKeys keys;
    private final MaterialChecks checks;
    private final Supplements supplements;
    private final Dossiers dossiers;
    private final Catalogs catalogs;
    private final Files files;
    private final FormFiles formFiles;
    private final RevokedDeclarations revoked;
    private final Clock clock;

    Drafting(
            Applications applications,
            SubmissionKeys keys,
            MaterialChecks checks,
            Supplements supplements,
            Dossiers dossiers,
            Catalogs catalogs,
            Files files,
            FormFiles formFiles,
            RevokedDeclarations revoked,
            Clock clock) {
        this.applications = applications;
        this.keys = keys;
        this.checks = checks;
        this.supplements = supplements;
        this.dossiers = dossiers;
        this.catalogs = catalogs;
        this.files = files;
        this.formFiles = formFiles;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * Begins an application, its form filled with what is known of the applicant.
     *
     * @param act what begins it: {@link IntakeAct#FILL} or {@link IntakeAct#PREPARE}
     * @param who an account, or "applicant"
     * @return empty if the same was begun under the key at this moment
     * @throws Problem.InvalidInput for a wrong choice or applicant
     * @throws Problem.NotAllowed if the window does not take this errand in
     */
    Optional<Dossier> begin(NewApplication begun, IntakeAct act, String window, String who, IdempotencyKey key) {
        Catalog catalog = catalogs.current();
        Errand errand = checked(begun, catalog.edition(), window);
        LocalDateTime now = LocalDateTime.now(clock);
        Application application = new Application(
                applications.nextNumber(now.toLocalDate()),
                Codes.query(),
                act == IntakeAct.PREPARE ? ApplicationStatus.PREPARING : ApplicationStatus.DRAFT,
                begun.choice().answered(errand),
                catalog.edition(),
                window,
                begun.applicant(),
                FormValues.EMPTY,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                who,
                now,
                0);
        Application prefilled = Prefill.of(refused(Dossier.of(application, catalog, now.toLocalDate())));
        return applications.add(prefilled, act, errand.title(), key.value(), keys.digest(begun))
                ? Optional.of(Dossier.of(prefilled, catalog, now.toLocalDate()))
                : Optional.empty();
    }

    /**
     * Keeps what was typed, as it is typed. Where questions hang on it, what the errand asks for follows at once.
     *
     * @param cleared codes whose value is taken away
     * @throws Problem.InvalidInput if a value is wrong; none of them is kept then
     */
    void fill(Dossier dossier, FormValues patch, Set<String> cleared) {
        Application application = dossier.application();
        FormValues form = application.form().without(cleared).with(patch.texts(), patch.tables());
        Dossier after = dossiers.of(application.withForm(form));
        // What the same values have just taken off the form is kept, like all that doesn't count, if it is right.
        Set<String> gone = patch.without(after.codes()).codes();
        List<Fault> faults = new ArrayList<>(formFiles.faults(after, patch));
        faults.addAll(faults(after, form, patch.without(gone).codes()));
        faults.addAll(faults(dossier, form, gone));
        Problem.InvalidInput.refuse(faults);
        if (after.merge().equals(dossier.merge())
                && (after.isOfSameProject(dossier) || dossier.results().isEmpty())) {
            save(application, after.application());
        } else {
            keep(dossier, after.application());
        }
    }

    /**
     * Answers questions, those that the form has brought up or others; all other answers stay.
     *
     * @throws Problem.InvalidInput if the application has no such question, or if it has no such answer
     */
    void answer(Dossier dossier, Map<String, String> answers) {
        Application application = dossier.application();
        Application answered =
                application.with(application.choice().with(answers), application.applicant(), application.form());
        dossiers.of(answered).merge().errand().mustAsk(answers.keySet());
        keep(dossier, answered);
    }

    /** Keeps what was said of fields, by their codes. */
    void remark(Application application, Map<String, String> remarks) {
        save(application, application.remarked(remarks));
    }

    private void save(Application before, Application filled) {
        applications.saveForm(before, filled, LocalDateTime.now(clock));
        supplements.changed(before);
    }

    /**
     * Keeps another choice or applicant. What was found of the materials holds on as far as the errand still asks for it; what an earlier
     * stage issued, as long as it is the same project's and the same applicant's.
     */
    void keep(Dossier before, Application changed) {
        Dossier asked = refused(dossiers.of(changed));
        List<CheckedMaterial> carried = carried(before, asked);
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

    private static List<CheckedMaterial> carried(Dossier before, Dossier after) {
        boolean same = after.isOfSameProject(before);
        return new CarriedChecks(before.merge(), after.merge())
                .of(after.application().materials()).stream()
                        .filter(checked -> same || checked.result() == null)
                        .toList();
    }

    /**
     * Online nobody has shown who he is, and whoever types another's number learns nothing of that one's record: there the window asks
     * for it, before it accepts.
     */
    private Dossier refused(Dossier dossier) {
        return dossier.application().status().isOnline() ? dossier : revoked.refuse(dossier);
    }

    /** @throws Problem.InvalidInput for a file that was not handed in for this application */
    void mustOwn(String number, String place, String material, List<UUID> ids) {
        List<String> asked = ids.stream().map(UUID::toString).toList();
        var known = files.describe(asked);
        boolean owns = asked.stream()
                .allMatch(id -> known.containsKey(id) && known.get(id).subject().equals(number));
        if (!owns) {
            throw new Problem.InvalidInput(place, "「" + material + "」有文件不是为这件申请上传的。请重新上传。");
        }
    }

    /** @throws Problem.NotAllowed if the window does not take in what was picked */
    Errand checked(NewApplication application, int edition, String window) {
        Catalog catalog = catalogs.at(edition);
        List<Fault> faults = application.applicant().faults();
        Problem.InvalidInput.refuse(faults);
        Errand errand = application.choice().in(catalog);
        WindowList.of(catalog, catalogs.current(), window).mustTake(errand, catalog);
        return errand;
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
}
