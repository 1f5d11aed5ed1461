package city.onewindow.audit.web;

import city.onewindow.frame.Bundles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an entry keeps, as it is read out. The log keeps codes, and English words between them that never change: {@code edition 3,
 * as scheduled}. These words stand in the English bundle just as they are kept; beside them, in the Chinese one, is what they say.
 */
final class KeptWords {

    private static final String KEY = "audit.kept.";

    private record Phrase(Pattern kept, String said) {}

    private final List<Phrase> phrases;

    KeptWords(Bundles bundles) {
        Map<String, String> said = bundles.in(Locale.CHINESE).texts();
        // the longest first: "edition {0}" fits whatever begins so
        phrases = bundles.in(Locale.ENGLISH).texts().entrySet().stream()
                .filter(text -> text.getKey().startsWith(KEY))
                .sorted(Comparator.comparing(
                        (Map.Entry<String, String> text) -> -text.getValue().length()))
                .map(text -> new Phrase(pattern(text.getValue()), said.getOrDefault(text.getKey(), "")))
                .toList();
    }

    /** Every place of a phrase stands for something. */
    private static Pattern pattern(String kept) {
        return Pattern.compile(
                Stream.of(kept.split("\\{\\d}", -1)).map(Pattern::quote).collect(Collectors.joining("(.+)")));
    }

    /** @param names of the codes in it */
    String told(String kept, Map<String, String> names) {
        for (Phrase phrase : phrases) {
            Matcher places = phrase.kept.matcher(kept);
            if (places.matches()) {
                String said = phrase.said;
                for (int place = 0; place < places.groupCount(); place++) {
                    said = said.replace("{" + place + "}", told(places.group(place + 1), names));
                }
                return said;
            }
        }
        return Stream.of(kept.split(" "))
                .map(word -> names.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
