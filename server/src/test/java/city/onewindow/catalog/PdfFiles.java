package city.onewindow.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A page of paper as PDF, with something more in it. */
final class PdfFiles {

    private PdfFiles() {}

    /** Puts more into a document. */
    interface More {
        void into(PDDocument document) throws IOException;
    }

    static byte[] with(More more) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            more.into(document);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
