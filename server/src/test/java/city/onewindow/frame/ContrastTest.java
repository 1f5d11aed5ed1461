package city.onewindow.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("颜色对比度")
class ContrastTest {

    private static final Path TOKENS = Path.of("src/main/resources/static/frame/tokens.css");
    private static final Pattern COLOUR = Pattern.compile("(--[a-z-]+):\\s*#([0-9a-f]{6});");
    private static final Pattern PAIR = Pattern.compile("pair: (--[a-z-]+) on (--[a-z-]+) ([0-9.]+)");

    @ParameterizedTest(name = "{0} 在 {1} 上不低于 {2}")
    @MethodSource("pairs")
    @DisplayName("达到 WCAG 的要求")
    void isEnough(String front, String ground, double least) throws IOException {
        Map<String, Integer> colours = colours();
        assertThat(colours).containsKeys(front, ground);
        assertThat(contrast(colours.getOrDefault(front, 0), colours.getOrDefault(ground, 0)))
                .isGreaterThanOrEqualTo(least);
    }

    static Stream<Arguments> pairs() throws IOException {
        return PAIR.matcher(Files.readString(TOKENS))
                .results()
                .map(pair -> Arguments.of(pair.group(1), pair.group(2), Double.parseDouble(pair.group(3))));
    }

    private static Map<String, Integer> colours() throws IOException {
        Map<String, Integer> colours = new HashMap<>();
        COLOUR.matcher(Files.readString(TOKENS))
                .results()
                .forEach(colour -> colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16)));
        return colours;
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
