package city.onewindow.catalog.search;

import city.onewindow.catalog.Synonym;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person typed, made ready for the search.
 *
 * @param words the words in it that count, the whole first
 * @param synonyms those whose everyday word it contains
 * @param whole those of them that are all of it
 */
record Sought(List<String> words, List<Synonym> synonyms, List<Synonym> whole) {

    /** Nobody types more on purpose. */
    private static final int LONGEST = 60;

    private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Words of a question that say nothing about the errand. */
    private static final Pattern PHRASES = Pattern.compile(
            "我想要?|我要|我|请问|怎么(?:样|办(?!理))?|如何|怎样|哪里|哪儿|在哪|什么|需要|要带|要交|可以|能不能|流程|手续|多久|多少钱|一件事|一下|去办|办理|去(?!世)|吗|呢|的|了");

    static Sought of(String typed, Collection<Synonym> synonyms) {
        String text = Normalizer.normalize(
                        typed.substring(0, Math.min(typed.length(), 4 * LONGEST)), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        String plain = BLANKS.matcher(PHRASES.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        String kept = plain.isEmpty() ? text : plain;
        List<String> words = new ArrayList<>();
        if (!kept.isEmpty()) {
            words.add(kept);
            Arrays.stream(kept.split(" ")).filter(word -> !words.contains(word)).forEach(words::add);
        }
        List<Synonym> matching = matching(text, synonyms);
        List<String> all = List.of(text, kept);
        return new Sought(
                words,
                matching,
                matching.stream().filter(synonym -> all.contains(word(synonym))).toList());
    }

    /** Of words inside each other only the longest counts: 二手房 isn't 房. */
    private static List<Synonym> matching(String text, Collection<Synonym> synonyms) {
        List<Synonym> found = new ArrayList<>();
        synonyms.stream()
                .filter(synonym -> stands(word(synonym), text))
                .sorted(Comparator.comparingInt(
                        (Synonym synonym) -> -synonym.word().length()))
                .filter(synonym ->
                        found.stream().noneMatch(longer -> longer.word().contains(synonym.word())))
                .forEach(found::add);
        return found;
    }

    private static String word(Synonym synonym) {
        return synonym.word().toLowerCase(Locale.ROOT);
    }

    /** Chinese has no blanks between its words; of other languages a word ends where it ends: a card is no car. */
    private static boolean stands(String word, String text) {
        return word.charAt(0) < 0x80 ? (" " + text + " ").contains(" " + word + " ") : text.contains(word);
    }

    /** The same, meaning these everyday words too, each of which is a way to read all of it. */
    Sought meaning(List<Synonym> heard) {
        return heard.isEmpty() ? this : new Sought(words, joined(synonyms, heard), joined(whole, heard));
    }

    private static List<Synonym> joined(List<Synonym> some, List<Synonym> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Without blanks, if it may be pinyin; else empty. */
    String letters() {
        String joined = isEmpty() ? "" : words.get(0).replace(" ", "");
        return joined.length() >= 2 && joined.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
                ? joined
                : "";
    }
}
