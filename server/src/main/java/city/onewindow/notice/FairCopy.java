package city.onewindow.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document written out and sealed, but without a number yet: {@code notice.issue(copy jsonb)} gives it one, inside whatever
 * statement does what the document says, and answers the number.
 *
 * @param mark what every number begins with
 * @param addressee masked
 * @param text sealed, in Base64
 */
public record FairCopy(
        String region,
        DocumentKind kind,
        String mark,
        int year,
        String verifyCode,
        String subject,
        String addressee,
        String issuer,
        LocalDate date,
        LocalDateTime at,
        String text) {

    private static final JsonMapper JSON = new JsonMapper();

    /** As {@code notice.issue} takes it. */
    public String json() {
        return JSON.writeValueAsString(this);
    }
}
