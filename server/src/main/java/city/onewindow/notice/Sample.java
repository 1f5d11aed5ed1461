package city.onewindow.notice;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** 样张: a document that nobody was given, to see how it will look. */
public record Sample(byte[] pdf) {

    static final String NUMBER = "样张，没有文号";
    /** No document has it: it isn't made of the characters that codes are made of. */
    static final String CODE = "0000000000000000";

    private static final int DPI = 100;

    /** Its pages as pictures (PNG). */
    public List<byte[]> pages() {
        List<byte[]> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(image, "png", png);
                pages.add(png.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF that was just printed can't be shown", e);
        }
        return pages;
    }
}
