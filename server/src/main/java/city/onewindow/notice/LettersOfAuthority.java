package city.onewindow.notice;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/**
 * Prints letters of authority. They are the applicant's own papers, so they have no number, nobody verifies them, and none is kept: the
 * window reads the signed one (民法典 第一百六十五条).
 */
@Service
public class LettersOfAuthority {

    private final Documents documents;
    private final Wordings wordings;
    private final Centre centre;
    private final Clock clock;

    LettersOfAuthority(Documents documents, Wordings wordings, Centre centre, Clock clock) {
        this.documents = documents;
        this.wordings = wordings;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * @param path of the page that tells more, to which the QR code leads
     * @return a PDF
     */
    public byte[] print(LetterOfAuthority letter, String path) {
        Draft draft = new Draft(
                DocumentKind.LETTER_OF_AUTHORITY,
                "",
                Addressee.organisation(""),
                centre.name(),
                LocalDate.now(clock),
                wordings.say(WordedDocument.LETTER_OF_AUTHORITY, letter.values()));
        return documents.sheet(draft, path);
    }
}
