package city.onewindow.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * A document before it is issued.
 *
 * @param subject number of the application or case that it belongs to; no personal data
 * @param issuer who states it, as printed above and below the text
 * @param date of the document (落款日期)
 */
public record Draft(
        DocumentKind kind, String subject, Addressee addressee, String issuer, LocalDate date, List<Section> sections) {

    public Draft {
        sections = List.copyOf(sections);
    }
}
