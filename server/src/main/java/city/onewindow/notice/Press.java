package city.onewindow.notice;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/** Prints documents: a template makes the page, the fonts of this program make it look the same everywhere. */
final class Press {

    private static final String FAMILY = "Song";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** sRGB, which the colours of a document are meant in. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    private final String centre;

    /** @param centre name of the centre, which stands at the foot of every page, whoever issues the document */
    Press(String centre) {
        this.centre = centre;
    }

    /** @param address of the page that verifies the document */
    byte[] print(IssuedDocument document, Draft draft, String address) {
        return print(
                "notice/document.jte",
                Map.of(
                        "document", document,
                        "draft", draft,
                        "centre", centre,
                        "address", address,
                        "code", QrCode.dataUri(address)));
    }

    /** @param address of the page that says the same, as it stands when it is read */
    byte[] printSheet(Draft draft, String address) {
        return print("notice/sheet.jte", Map.of("draft", draft, "address", address, "code", QrCode.dataUri(address)));
    }

    /** @param address of the guide that asks for the form */
    byte[] printForm(PrintedForm form, String address) {
        return print(
                "notice/form.jte",
                Map.of("form", form, "centre", centre, "address", address, "code", QrCode.dataUri(address)));
    }

    /** @param pdf of the same document */
    byte[] printOfd(IssuedDocument document, String address, byte[] pdf) {
        return new OfdPress(List.of(Fonts.REGULAR, Fonts.BOLD)).print(document, address, pdf);
    }

    private byte[] print(String template, Map<String, Object> content) {
        StringOutput page = new StringOutput();
        templates.render(template, content, page);
        Typeface regular = Fonts.REGULAR;
        Typeface bold = Fonts.BOLD;
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(COLOURS)
                .withProducer("OneWindow")
                .withHtmlContent(regular.printable(page.toString()), "")
                .useFont(regular.supplier(), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(bold.supplier(), FAMILY + " Bold", 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            // Compressed, its count of objects is off, which some readers mend and others complain of.
            renderer.getPdfDocument().save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(template + " doesn't print", e);
        }
        return out.toByteArray();
    }

    /** Read at the first print, not at the start. */
    private static final class Fonts {
        static final Typeface REGULAR = Typeface.read("/fonts/NotoSerifSC-Regular.ttf");
        static final Typeface BOLD = Typeface.read("/fonts/NotoSerifSC-Bold.ttf");
    }
}
