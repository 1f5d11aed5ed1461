package city.onewindow.catalog.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several sentences in one cell: “①…；②…” or “…；…”; a single sentence stands alone. */
public final class Sentences {

    private static final int SIGNS = 20;

    private Sentences() {}

    public static List<String> of(String text) {
        return Arrays.stream(text.split("[①-⑳；;]"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    public static String numbered(List<String> sentences) {
        return sentences.size() == 1
                ? sentences.get(0)
                : IntStream.range(0, sentences.size())
                        .mapToObj(at -> sign(at) + sentences.get(at))
                        .collect(Collectors.joining("；"));
    }

    private static String sign(int at) {
        return at < SIGNS ? String.valueOf((char) ('①' + at)) : "";
    }
}
