package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * 黄牌、红牌: a matter's clock is about to run out, or has.
 *
 * @param item code
 * @param department code of the department that decides
 * @param due the date that is near or was missed
 */
public record Card(
        long id,
        String number,
        String item,
        String itemName,
        Kind kind,
        String department,
        LocalDateTime due,
        LocalDateTime raisedAt) {

    /** In the order in which a clock earns them. */
    public enum Kind {
        YELLOW("黄牌：即将到期"),
        /** The promise was broken. */
        RED("红牌：超过承诺期限"),
        /** The law was broken (行政许可法 第七十四条). */
        STATUTORY("红牌：超过法定期限");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }
}
