package city.onewindow.approval;

import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/**
 * What the days of a case have earned when an act comes that ends their clock, or writes another day over them: its cards are raised before
 * the act, whether a sweep was there already or not. What is decided late keeps both its day and when it was decided, so there the sweep
 * itself sees that afterwards.
 */
@Component
class MissedCards {

    private final HearingCards hearings;
    private final DeclarationCards declarations;
    private final Orders orders;
    private final TechnicalCards technical;

    MissedCards(HearingCards hearings, DeclarationCards declarations, Orders orders, TechnicalCards technical) {
        this.hearings = hearings;
        this.declarations = declarations;
        this.orders = orders;
        this.technical = technical;
    }

    /** @param number of the case, whose lock the caller holds */
    void raise(String number, LocalDateTime now) {
        hearings.raise(number, now);
        declarations.raise(number, now);
        orders.raise(number, now);
        technical.raise(number, now);
    }
}
