package city.onewindow.notice;

import com.openhtmltopdf.extend.FSSupplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font file in memory, and which characters it can print.
 *
 * @param name as a document that embeds it calls it
 */
record Typeface(String name, byte[] file, CmapLookup glyphs) {

    /** 〓, which printers set for a character they lack. */
    static final int MISSING = 0x3013;

    static Typeface read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource)) {
            byte[] file = stream.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                return new Typeface(font.getName(), file, font.getUnicodeCmapLookup());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " can't be read", e);
        }
    }

    FSSupplier<InputStream> supplier() {
        return () -> new ByteArrayInputStream(file);
    }

    /** The text with 〓 for what can't be printed, and without the control characters that no page can hold. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                printable.append((char) point);
            } else if (!Character.isISOControl(point)) {
                printable.appendCodePoint(glyphs.getGlyphId(point) == 0 ? MISSING : point);
            }
        });
        return printable.toString();
    }
}
