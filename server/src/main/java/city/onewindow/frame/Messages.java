package city.onewindow.frame;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language, from the bundles {@code messages/<room>.properties} (Chinese) and
 * {@code messages/<room>_en.properties}.
 *
 * @param language zh or en
 */
public record Messages(String language, Map<String, String> texts) {

    private static final Pattern BLANK = Pattern.compile("\\{(\\d)(?:\\|([^|}]*)\\|([^|}]*))?}");

    public Messages {
        texts = Map.copyOf(texts);
    }

    /**
     * @param values put in for {0}, {1} … as they are; {0|paper|papers} is the first word if the value is 1, else the second
     * @throws IllegalArgumentException if the bundles lack the key
     */
    public String t(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text \"" + key + "\" in language " + language
                    + "\nMaybe it is missing from messages/<room>.properties or its _en twin");
        }
        return values.length == 0
                ? text
                : BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(filled(blank, values)));
    }

    private static String filled(MatchResult blank, Object... values) {
        String value = String.valueOf(values[Integer.parseInt(blank.group(1))]);
        if (blank.group(2) == null) {
            return value;
        }
        return value.equals("1") ? blank.group(2) : blank.group(3);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public boolean isEnglish() {
        return language.equals("en");
    }

    /** The lang attribute of content that exists in Chinese only; null where the page is Chinese anyway. */
    public @Nullable String chinese() {
        return isEnglish() ? "zh-CN" : null;
    }

    /** The lang attribute of words in which Chinese may stand on an English page; null where none does. */
    public @Nullable String spoken(String text) {
        return isEnglish() && text.codePoints().anyMatch(Character::isIdeographic) ? chinese() : null;
    }
}
