package city.onewindow.approval;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Reception;
import city.onewindow.intake.StagedApplications;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A second stage as it is filled in at the window, and the first one of the same project, accepted for the same applicant. */
final class SecondStage {

    /** 建设用地规划许可证, which the second stage asks for and the first one issues. */
    static final String PERMIT = "LAND_PERMIT";

    final StagedCases cases;
    final StagedApplications window;
    final Actor clerk;
    /** As the first stage will issue it. */
    final EarlierResult permit;

    final String number;
    private final StageResults results;
    private final Intake intake;
    private final Reception reception;

    SecondStage(ApplicationContext house, TransactionTemplate transaction, Clock clock) {
        this.cases = new StagedCases(house, transaction, clock);
        this.window = new StagedApplications(house);
        this.clerk = window.clerk();
        this.results = house.getBean(StageResults.class);
        this.intake = house.getBean(Intake.class);
        this.reception = house.getBean(Reception.class);
        String first = window.accepted(cases.project());
        this.permit = new EarlierResult(first, cases.needed(1).get(0), "证" + first);
        this.number = StagedApplications.number(window.filled(2, cases.project()));
    }

    void issue() {
        cases.finish(permit.number());
    }

    FoundResults take() {
        return take(number, clerk);
    }

    FoundResults take(String into, Actor actor) {
        return results.take(into, PERMIT, permit.number(), permit.item(), actor);
    }

    void putBack() {
        results.putBack(number, PERMIT, clerk);
    }

    Dossier dossier() {
        return intake.dossier(number, clerk);
    }

    /** Nobody has answered the receipt for long. */
    void fallSilent() {
        window.fallSilent();
    }

    void receive() {
        reception.receive(number, null, false, clerk, null);
    }

    /** With every paper seen that isn't dealt with. */
    void accept() {
        Dossier dossier = dossier();
        for (MergedMaterial material : dossier.merge().materials()) {
            if (!dossier.application().materials().containsKey(material.key())) {
                intake.check(number, Counter.seen(material), clerk);
            }
        }
        reception.accept(number, null, clerk);
    }
}
