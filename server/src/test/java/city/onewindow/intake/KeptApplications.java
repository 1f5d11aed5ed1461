package city.onewindow.intake;

import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Puts an application on paper behind a case that no window accepted, so that the case has an applicant. */
public record KeptApplications(ApplicationContext house) {

    /** So that they stand in the list of no real window; accepted, as their cases are, they are owed by none that was closed. */
    private static final String NO_WINDOW = "sample";

    public void add(String number, Applicant applicant, int edition, LocalDateTime at) {
        Application application = new Application(
                number,
                "",
                ApplicationStatus.ACCEPTED,
                new ErrandChoice(null, List.of(), Map.of()),
                edition,
                NO_WINDOW,
                applicant,
                FormValues.EMPTY,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                "clerk",
                at,
                0);
        house.getBean(Applications.class).add(application, IntakeAct.FILL, "样件", number, "");
    }
}
