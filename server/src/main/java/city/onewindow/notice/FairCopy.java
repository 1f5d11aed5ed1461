package city.onewindow.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document written out and sealed, but without a number yet: {@code notice.issue(copy notice.fair_copy)} gives it one,
 * inside whatever statement does what the document says, and answers the number.
 *
 * @param mark what every number begins with
 * @param addressee masked
 * @param text sealed, in hexadecimal digits
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

    /** As PostgreSQL writes a row: of the type {@code notice.fair_copy}, in the order of its columns. */
    public String row() {
        return Stream.of(
                        region, kind, mark, year, verifyCode, subject, addressee, issuer, date, at, "\\x" + text)
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "(", ")"));
    }
}
