package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Cases;
import city.onewindow.approval.DeclarationByApplicant;
import city.onewindow.approval.HearingRequests;
import city.onewindow.approval.InspectionCalendar;
import city.onewindow.approval.InspectionVisit;
import city.onewindow.approval.PickUp;
import city.onewindow.approval.PickUps;
import city.onewindow.approval.Timeline;
import city.onewindow.approval.ToldHearing;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.intake.Gap;
import city.onewindow.intake.Intake;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an applicant holds number and query code of: a case, or what is to become one. */
@Component
class Tracker {

    private final Cases cases;
    private final Reception reception;
    private final Intake intake;
    private final Deferrals deferrals;
    private final InspectionCalendar calendar;
    private final PickUps pickUps;
    private final HearingRequests hearings;
    private final DeclarationByApplicant declarations;
    private final OnlineGate gate;

    Tracker(
            Cases cases,
            Reception reception,
            Intake intake,
            Deferrals deferrals,
            InspectionCalendar calendar,
            PickUps pickUps,
            HearingRequests hearings,
            DeclarationByApplicant declarations,
            OnlineGate gate) {
        this.intake = intake;
        this.gate = gate;
        this.calendar = calendar;
        this.pickUps = pickUps;
        this.hearings = hearings;
        this.declarations = declarations;
        this.cases = cases;
        this.reception = reception;
        this.deferrals = deferrals;
    }

    /**
     * @param application null once it is a case
     * @param demands what of the one-time notice is still to be mended
     * @param timeline null before
     * @param deferrals what the applicant still owes
     * @param inspections what the applicant was told of who comes to look
     * @param hearings that are open, as the applicant was told of them
     * @param declared parts whose declaration (告知承诺) may be taken back
     * @param pickUp what lies ready for the applicant; null if nothing does
     */
    record Tracked(
            @Nullable ApplicationSummary application,
            List<Gap> demands,
            @Nullable Timeline timeline,
            List<Deferral> deferrals,
            List<InspectionVisit> inspections,
            List<ToldHearing> hearings,
            List<Timeline.Part> declared,
            @Nullable PickUp pickUp) {}

    /**
     * @param number as typed
     * @param queryCode as typed
     * @param address from which it is asked
     * @throws Problem.InvalidInput for what can be no number
     * @throws Problem.NotFound unless both are right
     * @throws Problem.NotAllowed if the address guessed wrong too often
     */
    Tracked find(String number, String queryCode, String address) {
        return gate.lookUp(number, address, () -> find(number, queryCode));
    }

    /**
     * The applicant does something with one of its matters himself; refusals are as with {@link HearingRequests} and {@link DeclarationByApplicant}.
     *
     * @param act one of those that are the applicant's
     * @throws Problem as with {@link #find}, and {@link Problem.NotFound} for an item that the case hasn't
     */
    void act(Act act, String number, String queryCode, String item, IdempotencyKey key, String address) {
        gate.lookUp(number, address, () -> cases.track(number, queryCode));
        // Who holds number and code guesses at nothing, whatever item he names.
        switch (act) {
            case ASK_HEARING -> hearings.askOnline(number, queryCode, item, key);
            case WAIVE_HEARING -> hearings.waiveOnline(number, queryCode, item, key);
            case TAKE_BACK -> declarations.takeBackOnline(number, queryCode, item, key);
            default -> throw new Problem.NotAllowed("“" + act.term() + "”不由申请人办理。请刷新页面，按页面上的按钮办理。");
        }
    }

    private Tracked find(String number, String queryCode) {
        Optional<ApplicationSummary> application = reception.track(number, queryCode);
        if (application.isPresent()) {
            return new Tracked(
                    application.get(),
                    demands(application.get()),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }
        Cases.Tracked found = cases.track(number, queryCode);
        Timeline timeline = found.timeline();
        return new Tracked(
                null,
                List.of(),
                timeline,
                deferrals(timeline),
                calendar.told(timeline.file()),
                hearings.told(found.matters()),
                declarations.open(timeline),
                pickUps.of(timeline.file(), found.matters()).orElse(null));
    }

    private List<Gap> demands(ApplicationSummary application) {
        return application.status().isSupplement()
                ? intake.dossierOfCase(application.number()).toMend()
                : List.of();
    }

    /** A case that has ended waits for nothing, nor does a denied item. */
    private List<Deferral> deferrals(Timeline timeline) {
        return timeline.file().isClosed()
                ? List.of()
                : Deferral.owed(deferrals.open(timeline.file().number()), timeline.toCome());
    }
}
