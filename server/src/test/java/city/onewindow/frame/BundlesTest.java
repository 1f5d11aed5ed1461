package city.onewindow.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("页面文字")
class BundlesTest {

    private static final Pattern USED = Pattern.compile(
            "(?:\\bt\\(|NavEntry\\.open\\(\\s*\"[^\"]*\",|NavEntry\\.desk\\(\\s*\"[^\"]*\",)\\s*\"([a-z][A-Za-z0-9.-]+)\"\\s*[,)]");

    private final Bundles bundles = new Bundles();
    private final Map<String, String> chinese = bundles.in(Locale.CHINA).texts();
    private final Map<String, String> english = bundles.in(Locale.ENGLISH).texts();

    @Test
    @DisplayName("中文有的，英文都有；英文有的，中文都有")
    void sameKeys() {
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(chinese.keySet());
    }

    @Test
    @DisplayName("中文是中文，英文是英文，没有空的")
    void eachInItsLanguage() {
        assertThat(english.values()).noneMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(chinese.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    @Test
    @DisplayName("页面和程序里用到的都有")
    void nothingUsedIsMissing() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(BundlesTest::key)
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(chinese.keySet()).containsAll(used);
    }

    @Test
    @DisplayName("两种语言的空位一样多")
    void sameBlanks() {
        assertThat(chinese)
                .allSatisfy((key, text) -> assertThat(blanks(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(blanks(text)));
    }

    @Test
    @DisplayName("按号填空，不改动填入的内容")
    void fillsBlanks() {
        Messages messages = new Messages("zh", Map.of("a", "第 {0} 条，共 {1} 条"));
        assertThat(messages.t("a", 1, "1,000")).isEqualTo("第 1 条，共 1,000 条");
        assertThat(messages.t("a", "{1}", 2)).isEqualTo("第 {1} 条，共 2 条");
    }

    @Test
    @DisplayName("缺少文字时立即报错")
    void failsOnMissingKey() {
        assertThatThrownBy(() -> bundles.in(Locale.CHINA).t("frame.nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frame.nothing");
    }

    private static String key(MatchResult use) {
        return use.group(1);
    }

    private static TreeSet<String> blanks(String text) {
        TreeSet<String> blanks = new TreeSet<>();
        Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(blanks::add);
        return blanks;
    }
}
