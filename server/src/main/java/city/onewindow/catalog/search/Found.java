package city.onewindow.catalog.search;

import city.onewindow.catalog.Synonym;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says where in a text the sought words were found. */
final class Found {

    /** What part of a word's pairs of characters makes it found. */
    private static final double ENOUGH = 0.6;

    private Found() {}

    /** Empty if in the name itself. */
    static String where(SearchText text, Sought sought) {
        for (String word : sought.words()) {
            if (fits(text.name(), word) || fits(text.english(), word)) {
                return "";
            }
        }
        for (Synonym synonym : sought.synonyms()) {
            for (String meaning : synonym.meanings()) {
                if (List.of(meaning.split(" ")).stream().allMatch(word -> fits(text.name(), word))) {
                    return synonym.word().equals(meaning) ? "" : "“" + synonym.word() + "”即“" + meaning + "”";
                }
            }
        }
        List<String> words = new ArrayList<>(sought.words());
        sought.synonyms().forEach(synonym -> words.addAll(synonym.meanings()));
        return first(
                SearchHit.Place.ITEMS,
                text.items(),
                words,
                first(
                        SearchHit.Place.RESULTS,
                        text.results(),
                        words,
                        first(
                                SearchHit.Place.AUTHORITIES,
                                text.authorities(),
                                words,
                                first(
                                        SearchHit.Place.MATERIALS,
                                        text.materials(),
                                        words,
                                        spelled(text, sought.letters())))));
    }

    private static String spelled(SearchText text, String letters) {
        if (letters.isEmpty() || text.pinyin().place(letters) >= 0) {
            return "";
        }
        return text.results().stream()
                .filter(result -> new PinyinName(result).place(letters) >= 0)
                .findFirst()
                .map(result -> SearchHit.Place.RESULTS.label() + result)
                .orElse("");
    }

    private static String first(SearchHit.Place place, List<String> values, List<String> words, String otherwise) {
        return values.stream()
                .filter(value -> words.stream()
                        .anyMatch(word -> List.of(word.split(" ")).stream().allMatch(part -> fits(value, part))))
                .findFirst()
                .map(value -> place.label() + value)
                .orElse(otherwise);
    }

    private static boolean fits(String value, String word) {
        String text = value.toLowerCase(Locale.ROOT);
        if (word.length() < 2 || text.contains(word)) {
            return text.contains(word);
        }
        long found = 0;
        for (int i = 0; i + 2 <= word.length(); i++) {
            found += text.contains(word.substring(i, i + 2)) ? 1 : 0;
        }
        return found >= ENOUGH * (word.length() - 1);
    }
}
