package city.onewindow.approval;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 黄牌、红牌: a matter's clock is about to run out, or has.
 *
 * @param item code
 * @param department code of the department that had to move when the card was due; null where that was the issuing window
 * @param due the date that is near or was missed
 */
public record Card(
        long id,
        String number,
        String item,
        String itemName,
        Kind kind,
        @Nullable String department,
        LocalDateTime due,
        LocalDateTime raisedAt) {

    /** What whoever it is for does now; empty where that is just the work of the step. */
    public String what() {
        if (kind == Kind.CHECK_YELLOW || kind == Kind.CHECK_RED) {
            return "核查承诺的内容";
        }
        return kind.isOfDelivery() ? department == null ? DeliveryClock.REACH : DeliveryClock.CERTIFY : "";
    }

    /** In the order in which a clock earns them; what was granted has a second clock, and so have licences that are handled together and
     * what was granted on a declaration. */
    public enum Kind {
        YELLOW("黄牌：即将到期"),
        /** The promise was broken. */
        RED("红牌：超过承诺期限"),
        /** The law was broken (行政许可法 第七十四条). */
        STATUTORY("红牌：超过法定期限"),
        DELIVERY_YELLOW("黄牌：送达将到期"),
        /** It has not reached the applicant within ten working days (行政许可法 第四十四条). */
        DELIVERY_RED("红牌：超过送达期限"),
        /** Of the licences of a case, which several departments handle together. */
        JOINT_YELLOW("黄牌：统一办理将到期"),
        /** They are not all decided within the forty-five days, or as many as these were made (行政许可法 第四十二条第二款). */
        JOINT_RED("红牌：超过统一办理期限"),
        /** What was granted on a declaration (告知承诺) is to be checked. */
        CHECK_YELLOW("黄牌：承诺核查将到期"),
        CHECK_RED("红牌：超过承诺核查期限");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        public boolean isYellow() {
            return this == YELLOW || this == DELIVERY_YELLOW || this == JOINT_YELLOW || this == CHECK_YELLOW;
        }

        boolean isOfDelivery() {
            return this == DELIVERY_YELLOW || this == DELIVERY_RED;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }
}
