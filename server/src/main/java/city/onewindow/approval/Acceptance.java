package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.intake.AcceptanceAhead;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.intake.Dossier;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the case inside the transaction of the acceptance: an acknowledged application is a case, or nothing was
 * acknowledged. The number is the key, so the same application can't become two.
 */
@Component
class Acceptance {

    private final CaseFiles files;
    private final DeclarationTable declarations;
    private final Projects projects;
    private final StageResults results;
    private final Catalogs catalogs;
    private final Calendar calendar;

    Acceptance(
            CaseFiles files,
            DeclarationTable declarations,
            Projects projects,
            StageResults results,
            Catalogs catalogs,
            Calendar calendar) {
        this.files = files;
        this.declarations = declarations;
        this.projects = projects;
        this.results = results;
        this.catalogs = catalogs;
        this.calendar = calendar;
    }

    /** What would refuse the acceptance is told to who looks at it before. */
    @EventListener
    void on(AcceptanceAhead ahead) {
        Dossier dossier = ahead.dossier();
        List<Fault> faults = new ArrayList<>(projects.missing(dossier));
        if (dossier.stage() != null) {
            faults.addAll(results.fallen(dossier.application().number()));
        }
        Problem.InvalidInput.refuse(faults);
    }

    @EventListener
    void on(ApplicationAccepted accepted) {
        String lead = catalogs.window(accepted.edition(), accepted.window())
                .map(Window::leadDepartment)
                .orElseThrow(() -> new IllegalStateException("Case " + accepted.number() + " came from window "
                        + accepted.window() + ", which neither edition " + accepted.edition() + " nor today's knows."));
        files.insert(accepted, lead, calendar.deadlines());
        declarations.add(accepted);
        projects.enter(accepted);
        results.mustHold(accepted);
    }
}
