package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("过了听证的期限才办的，巡查来得再晚也发牌，各一次")
class HearingMissedTest extends HearingHouseTest {

    private static final String LATE = "2026-12-02T17:01";

    @Autowired
    private Sweep sweep;

    @Autowired
    private Cards cards;

    @Test
    @DisplayName("才通知的")
    void called() {
        asked();
        call(LocalDateTime.parse("2026-12-11T09:30"), false);
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
    }

    @Test
    @DisplayName("才放弃的")
    void waived() {
        asked();
        requests.waive(number, item, null, "都放弃。", REVIEWER, null);
        assertThat(raised()).containsExactly(Card.Kind.HEARING_RED, Card.Kind.HEARING_YELLOW);
    }

    private void asked() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        at(LATE);
    }

    private List<Card.Kind> raised() {
        sweep.sweep();
        return cards.list(null, 300, DECIDER).items().stream()
                .filter(card -> card.number().equals(number) && card.item().equals(item))
                .map(Card::kind)
                .filter(kind -> kind == Card.Kind.HEARING_YELLOW || kind == Card.Kind.HEARING_RED)
                .toList();
    }
}
