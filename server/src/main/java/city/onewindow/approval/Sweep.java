package city.onewindow.approval;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every clock that runs and every appointment to come, again and again; any number of instances may. */
@Component
class Sweep {

    private static final int BATCH = 5000;

    private final Recount recount;
    private final CardTable cards;
    private final JointCards jointCards;
    private final HearingCards hearingCards;
    private final DeclarationCards declarationCards;
    private final Orders orders;
    private final AnswerCards answerCards;
    private final TechnicalCards technicalCards;
    private final InspectionSettling inspections;
    private final Clock clock;

    Sweep(
            Recount recount,
            CardTable cards,
            JointCards jointCards,
            HearingCards hearingCards,
            DeclarationCards declarationCards,
            Orders orders,
            AnswerCards answerCards,
            TechnicalCards technicalCards,
            InspectionSettling inspections,
            Clock clock) {
        this.recount = recount;
        this.cards = cards;
        this.jointCards = jointCards;
        this.hearingCards = hearingCards;
        this.declarationCards = declarationCards;
        this.orders = orders;
        this.answerCards = answerCards;
        this.technicalCards = technicalCards;
        this.inspections = inspections;
        this.clock = clock;
    }

    /** After a new notice of holidays the dates are counted anew first, so that no card is raised by an old one. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        recount.ifHolidaysChanged();
        LocalDateTime now = LocalDateTime.now(clock);
        while (cards.raise(now, BATCH) > 0) {
            // A clock that nobody looked at for long earns one card a round.
        }
        while (cards.raiseDelivery(now, BATCH) > 0) {
            // As above.
        }
        jointCards.raise(now);
        hearingCards.raise(now);
        declarationCards.raise(now, BATCH);
        orders.raise(now);
        answerCards.raise(now);
        technicalCards.raise(now);
        inspections.settleAll();
    }
}
