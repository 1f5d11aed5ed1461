package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.Stages;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import city.onewindow.material.OpenedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一次采集 across the stages of a project: what the same applicant said and handed in for an earlier stage is offered to the window
 * that takes the next one in (国务院关于在线政务服务的若干规定 第七条). Only at the window, where the applicant has shown who he is; only
 * what this form and this material set ask for; and it is for the applicant to say whether it still holds, so nothing is taken over
 * unasked.
 */
@Service
public class EarlierStages {

    private final Applications applications;
    private final Catalogs catalogs;
    private final Dossiers dossiers;
    private final Corrections corrections;
    private final MaterialChecks checks;
    private final Files files;
    private final Audit audit;
    private final Clock clock;

    EarlierStages(
            Applications applications,
            Catalogs catalogs,
            Dossiers dossiers,
            Corrections corrections,
            MaterialChecks checks,
            Files files,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.catalogs = catalogs;
        this.dossiers = dossiers;
        this.corrections = corrections;
        this.checks = checks;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of the applicant's earlier stages; nothing is read for an errand that is none, or whose form names no project. */
    @Transactional(readOnly = true)
    public Earlier of(Dossier dossier) {
        return Earlier.of(dossier, before(dossier));
    }

    /**
     * Takes over what is still empty and what nothing has come in of; all of it may be changed, and the review points of each material
     * are looked at anew. Again, it finds nothing left to take over.
     *
     * @throws Problem.NotFound for an application of another window
     * @throws Problem.Conflict if the application isn't filled in any more
     */
    @Transactional
    public Dossier takeOver(String number, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Earlier earlier = of(dossier);
        FormValues values = earlier.right(dossier);
        Dossier now = values.codes().isEmpty() ? dossier : corrections.fill(dossier, values, Set.of(), actor);
        for (Earlier.Held held : earlier.materials()) {
            boolean asked = now.merge().material(held.key()).isPresent();
            if (asked && !now.application().materials().containsKey(held.key())) {
                List<UUID> ids = held.files().stream()
                        .map(id -> copy(id, held.from(), number, actor))
                        .toList();
                CheckedMaterial taken = new CheckedMaterial(held.key(), Way.FILE, List.of(), held.remark(), ids);
                checks.save(now.application(), taken, LocalDateTime.now(clock));
                now = dossiers.ofWindow(number, actor);
            }
        }
        audit.record(actor.account(), "application.take_over", number, String.join(" ", earlier.numbers()));
        return now;
    }

    private UUID copy(UUID id, String from, String to, Actor actor) {
        OpenedFile opened = files.open(id.toString(), from, actor.account());
        try (InputStream content = opened.content()) {
            Upload same = new Upload(opened.file().name(), content.readAllBytes());
            return UUID.fromString(files.keep(same, to, actor.account(), new IdempotencyKey(to + "-" + id))
                    .id());
        } catch (IOException failed) {
            throw new UncheckedIOException("File " + id + " of " + from + " can't be read", failed);
        }
    }

    /** The newest first. */
    private List<Dossier> before(Dossier dossier) {
        Stage stage = dossier.stage();
        Application application = dossier.application();
        String project = dossier.project();
        if (stage == null || project.isEmpty()) {
            return List.of();
        }
        Stages stages = catalogs.at(application.edition()).stages();
        List<String> oneThings = stages.before(stage).stream()
                .map(one -> stages.oneThing(one).code())
                .toList();
        return applications.acceptedOf(application.applicant(), oneThings).stream()
                .filter(one -> one.form().text(Stage.PROJECT_CODE).equals(project))
                .map(dossiers::of)
                .toList();
    }
}
