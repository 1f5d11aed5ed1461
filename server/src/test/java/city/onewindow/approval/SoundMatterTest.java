package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("子办件的一行，前后要说得通")
class SoundMatterTest extends ApprovalHouseTest {

    /** Of a matter under review. */
    private int set(String columns) {
        return jdbc.sql("update approval.matter set " + columns + " where number = :number and item = 'a'")
                .param("number", cases.accept("a"))
                .update();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "step = 'NOWHERE'",
                "step = 'CERTIFY'",
                "step = 'CERTIFY', outcome = 'PERHAPS'",
                "outcome = 'GRANTED'",
                "pending = -1",
                "pending = 1",
                "opened_at = null",
                "promised_due = null",
                "recommendation = 'PERHAPS'",
                "extension_asked = 11",
                "extension_asked = -1",
                "extension_limit = 3, extension_asked = 4",
                "extension_limit = 3, extended = 4",
                "extension_limit = 0",
                "extension_limit = 61",
                "technical_check = 'PERHAPS'",
                "extended = 11",
                "extended = -1",
                "extension_asked = 1, extended = 1",
                "step = 'CERTIFY', outcome = 'GRANTED', extension_asked = 1",
                "cards = 4",
                "cards = -1",
                "delivery_cards = 3",
                "delivery_cards = -1",
                "delivery_due = '2026-11-18T17:00'",
                "step = 'CERTIFY', outcome = 'GRANTED', delivery_card_at = '2026-11-16T17:00'",
                "step = 'DELIVER', outcome = 'DENIED', delivery_due = '2026-11-18T17:00', delivery_card_at = '2026-11-16T17:00'",
                "holder = 'somebody'",
                "holder_name = '某人'",
                "step = 'CERTIFY', outcome = 'REVOKED'",
                "step = 'DELIVER', outcome = 'GRANTED', holder = 'somebody', holder_name = '某人'"
            })
    @DisplayName("说不通的，数据库不收")
    void refused(String columns) {
        assertThatThrownBy(() -> set(columns))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("matter_is_sound");
    }

    @Test
    @DisplayName("说得通的都收")
    void kept() {
        assertThat(set("step = 'DECIDE', recommendation = 'DENY', extension_asked = 10"))
                .isOne();
        assertThat(set("extension_limit = 40, extension_asked = 40, technical_check = 'TESTING'"))
                .isOne();
        assertThat(set("cards = 3, next_card_at = null")).isOne();
        assertThat(set("step = 'ENDED', outcome = 'TERMINATED', pending = 1")).isOne();
        assertThat(set("step = 'ENDED', outcome = 'REVOKED'")).isOne();
        assertThat(set("step = 'SUSPENDED', holder = 'somebody', holder_name = '某人', extended = 10"))
                .isOne();
    }
}
