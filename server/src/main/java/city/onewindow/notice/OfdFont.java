package city.onewindow.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.text.CT_CGTransform;

/** A font of one OFD: which of its characters are used there, and a font file that holds just these. */
final class OfdFont {

    private final Typeface typeface;
    private final ST_ID id;
    private final Set<Integer> points = new HashSet<>();
    private final Map<CT_CGTransform, Integer> glyphs = new IdentityHashMap<>();

    OfdFont(Typeface typeface, ST_ID id) {
        this.typeface = typeface;
        this.id = id;
    }

    ST_ID id() {
        return id;
    }

    String name() {
        return typeface.name();
    }

    void uses(int point) {
        points.add(point);
    }

    /**
     * A character of a rare name lies beyond what a small font's table can find by code, so its glyph is named by number;
     * the number is filled in when the font is made.
     */
    CT_CGTransform rare(int point) {
        CT_CGTransform glyph = new CT_CGTransform();
        glyphs.put(glyph, typeface.glyphs().getGlyphId(point));
        return glyph;
    }

    /** @return a TrueType font */
    byte[] subset() throws IOException {
        try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(typeface.file()))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole);
            points.forEach(subsetter::add);
            subsetter.addGlyphIds(new HashSet<>(glyphs.values()));
            Map<Integer, Integer> before = subsetter.getGIDMap();
            glyphs.forEach((glyph, old) -> before.forEach((now, was) -> {
                if (was.equals(old)) {
                    glyph.setGlyphs(new ST_Array(now));
                }
            }));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            subsetter.writeToStream(file);
            return file.toByteArray();
        }
    }
}
