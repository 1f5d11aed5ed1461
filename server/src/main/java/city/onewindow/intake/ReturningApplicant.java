package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 一次采集 for an applicant who comes again: who he is and how he is reached, as his newest accepted case has it, is offered to the window
 * for what is still empty. Only at the window, where he has shown who he is, only from what he was seen for, and only once he agrees
 * (个人信息保护法 第十三条), which is audited as such; what he said of other things than himself he says anew.
 */
@Service
public class ReturningApplicant {

    /** What the dictionary of data elements takes from the identity of a person, of an organisation. */
    private static final String PERSON = "identity.person";

    private static final String ORGANISATION = "identity.organisation";

    /** Of an agent, who may be somebody else each time. */
    private static final String AGENT = "agent_";

    private final Applications applications;
    private final Dossiers dossiers;
    private final Corrections corrections;
    private final Audit audit;

    ReturningApplicant(Applications applications, Dossiers dossiers, Corrections corrections, Audit audit) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.corrections = corrections;
        this.audit = audit;
    }

    /** What is known of the applicant from his newest accepted case, and what of the form says the same. */
    @Transactional(readOnly = true)
    public Earlier of(Dossier dossier) {
        Applicant applicant = dossier.application().applicant();
        Optional<Application> newest = applications.newestAcceptedOf(applicant);
        return newest.map(one ->
                        Earlier.said(dossier, List.of(dossiers.of(one)), field -> isOfHimself(field, applicant.kind())))
                .orElse(Earlier.NOTHING);
    }

    /**
     * Takes over what is still empty; all of it may be changed. Again, it finds nothing left to take over.
     *
     * @throws Problem.NotFound for an application of another window
     * @throws Problem.Conflict if the application isn't filled in any more
     */
    @Transactional
    public Dossier takeOver(String number, Actor actor) {
        Dossier dossier = dossiers.allowing(IntakeAct.FILL, number, actor);
        Earlier earlier = of(dossier);
        FormValues values = earlier.right(dossier);
        if (values.codes().isEmpty()) {
            return dossier;
        }
        Dossier after = corrections.fill(dossier, values, Set.of(), actor);
        audit.record(actor.account(), "application.take_over_returning", number, String.join(" ", earlier.numbers()));
        return after;
    }

    private static boolean isOfHimself(MergedField field, Applicant.Kind kind) {
        String source = field.element().prefillSource();
        return source.equals(kind == Applicant.Kind.PERSON ? PERSON : ORGANISATION)
                && !field.element().code().startsWith(AGENT);
    }
}
