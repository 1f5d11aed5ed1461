package city.onewindow.intake;

import city.onewindow.notice.Print;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a printed document says. */
public final class PaperText {

    private PaperText() {}

    /** Without blanks and line ends, which a page sets as it needs. */
    public static String of(Print pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
