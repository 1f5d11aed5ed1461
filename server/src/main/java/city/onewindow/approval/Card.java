package city.onewindow.approval;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 黄牌、红牌: a matter's clock is about to run out, or has.
 *
 * @param item code; empty of an application that is no case yet
 * @param department code of the department that had to move when the card was due; null where that was the issuing window, or of an
 *     application the window that takes it in
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
        return switch (kind) {
            case DELIVERY_YELLOW, DELIVERY_RED -> department == null ? DeliveryClock.REACH : DeliveryClock.CERTIFY;
            case HEARING_YELLOW, HEARING_RED -> HearingClock.WHAT;
            case CHECK_YELLOW, CHECK_RED -> "核查承诺的内容";
            case ORDER_YELLOW, ORDER_RED -> "依裁决作出决定";
            case ANSWER_RED -> "答复裁决恢复办理的申请";
            case TECHNICAL_RED -> TechnicalClock.WHAT;
            case YELLOW, RED, STATUTORY, JOINT_YELLOW, JOINT_RED -> "";
        };
    }

    /**
     * In the order in which a clock earns them. Beside the promise's clock run those of what was granted, of licences that are handled
     * together, of hearings that were asked for, of what was granted on a declaration, of what was ordered to be decided and of what is
     * checked by technical standards.
     */
    public enum Kind {
        YELLOW(true, "黄牌：即将到期"),
        /** The promise was broken. */
        RED(false, "红牌：超过承诺期限"),
        /** The law was broken (行政许可法 第七十四条). */
        STATUTORY(false, "红牌：超过法定期限"),
        DELIVERY_YELLOW(true, "黄牌：送达将到期"),
        /** It has not reached the applicant within ten working days (行政许可法 第四十四条). */
        DELIVERY_RED(false, "红牌：超过送达期限"),
        /** Of the licences of a case, which several departments handle together. */
        JOINT_YELLOW(true, "黄牌：统一办理将到期"),
        /** They are not all decided within the forty-five days, or as many as these were made (行政许可法 第四十二条第二款). */
        JOINT_RED(false, "红牌：超过统一办理期限"),
        /** Somebody asked for a hearing, and nobody was called to it yet. */
        HEARING_YELLOW(true, "黄牌：听证将到期"),
        /** It was not held within twenty working days of the request (行政许可法 第四十七条第一款). */
        HEARING_RED(false, "红牌：超过听证期限"),
        /** What was granted on a declaration (告知承诺) is to be checked. */
        CHECK_YELLOW(true, "黄牌：承诺核查将到期"),
        CHECK_RED(false, "红牌：超过承诺核查期限"),
        /** An organ of review or a court ordered it to be decided (责令履行). */
        ORDER_YELLOW(true, "黄牌：责令履行将到期"),
        ORDER_RED(false, "红牌：超过责令履行期限"),
        /** Nobody was sent to check by technical standards within five working days (行政许可法 第五十五条第二款). */
        TECHNICAL_RED(false, "红牌：超过检验、检测、检疫指派期限"),
        /** A ruling opened a refused application again, and its window didn't answer by the day that the organ set. */
        ANSWER_RED(false, "红牌：超过裁决确定的受理期限");

        private final boolean yellow;
        private final String term;

        Kind(boolean yellow, String term) {
            this.yellow = yellow;
            this.term = term;
        }

        public boolean isYellow() {
            return yellow;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }
}
