package city.onewindow.catalog.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A name as it sounds, for the index: the readings of a character stand in one place. */
final class Syllables extends TokenStream {

    /** Between two names, so that the end of one and the beginning of the next are no word. */
    private static final int APART = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> characters;
    private Iterator<List<String>> toCome;
    private Iterator<String> readings = List.<String>of().iterator();
    private int next = APART;

    Syllables(PinyinName name) {
        characters = name.syllables();
        toCome = characters.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (!readings.hasNext()) {
            if (!toCome.hasNext()) {
                return false;
            }
            readings = toCome.next().iterator();
        }
        term.append(readings.next());
        step.setPositionIncrement(next);
        next = readings.hasNext() ? 0 : 1;
        return true;
    }

    @Override
    public void reset() {
        toCome = characters.iterator();
        readings = List.<String>of().iterator();
        next = APART;
    }
}
