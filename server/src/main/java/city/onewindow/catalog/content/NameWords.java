package city.onewindow.catalog.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words that a name is made of, in whichever order: 食品经营许可证核发 and 核发食品经营许可证 have the same. */
public final class NameWords implements AutoCloseable {

    /** From here on somebody may have meant the other name. */
    private static final double NEAR = 0.6;

    private static final int MOST = 3;

    private final Analyzer analyzer = new SmartChineseAnalyzer();
    private final Map<String, Set<String>> known = new HashMap<>();

    public Set<String> of(String name) {
        return known.computeIfAbsent(name, this::split);
    }

    private Set<String> split(String name) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("name", name)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A name in memory can't be read", impossible);
        }
        return words;
    }

    /** Shared words of all words of both, from 0 to 1. */
    public static double shared(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** Up to three names that have most of the words, those with the most first. */
    public List<String> near(String wrong, Collection<String> names) {
        Set<String> words = of(wrong);
        return names.stream()
                .filter(name -> shared(words, of(name)) >= NEAR)
                .sorted(Comparator.comparing((String name) -> -shared(words, of(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
