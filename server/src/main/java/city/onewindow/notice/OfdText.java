package city.onewindow.notice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.text.CT_CGTransform;
import org.ofdrw.core.text.TextCode;

/** Characters in a row, each at its own place: a text object of OFD while it is written. */
final class OfdText {

    /** How much of a character may lie below its line. */
    private static final double DESCENT = 0.3;

    private final Style style;
    private final double line;
    private final StringBuilder characters = new StringBuilder();
    private final List<Double> places = new ArrayList<>();
    private @Nullable CT_CGTransform rare;

    /** @param line on which the characters stand, in millimetres from the top */
    OfdText(Style style, double line) {
        this.style = style;
        this.line = line;
    }

    /**
     * @param size in millimetres
     * @param color 0xRRGGBB
     */
    record Style(OfdFont font, double size, int color) {

        boolean looksLike(Style other) {
            return font == other.font && size == other.size && color == other.color;
        }
    }

    /** A rare character stands alone, see {@link OfdFont#rare}. */
    boolean takes(Style with, double on, int point) {
        return rare == null && !isRare(point) && on == line && style.looksLike(with);
    }

    void add(int point, double place) {
        characters.appendCodePoint(point);
        places.add(place);
        if (isRare(point)) {
            rare = style.font().rare(point);
        } else {
            style.font().uses(point);
        }
    }

    TextObject object(ST_ID id) {
        double from = places.get(0);
        double size = style.size();
        TextCode code = new TextCode().setX(0d).setY(size).setContent(characters.toString());
        if (places.size() > 1) {
            code.setDeltaX(steps());
        }
        TextObject object = new TextObject(id);
        object.setBoundary(
                from,
                Millimetres.exact(line - size),
                Millimetres.exact(places.get(places.size() - 1) - from + size),
                Millimetres.exact(size * (1 + DESCENT)));
        object.setFont(style.font().id().ref());
        object.setSize(size);
        object.setFillColor(OfdPlotter.color(style.color()));
        if (rare != null) {
            object.addCGTransform(
                    rare.setCodePosition(0).setCodeCount(characters.length()).setGlyphCount(1));
        }
        object.addTextCode(code);
        return object;
    }

    private ST_Array steps() {
        String[] steps = new String[places.size() - 1];
        for (int n = 0; n < steps.length; n++) {
            steps[n] = Double.toString(Millimetres.exact(places.get(n + 1) - places.get(n)));
        }
        return new ST_Array(steps);
    }

    private static boolean isRare(int point) {
        return point > Character.MAX_VALUE;
    }
}
