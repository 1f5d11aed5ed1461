package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.web.ConditionWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the codes in the rows of a record stand for. A question that is only being written has its name from the rows themselves. */
final class CodeNames implements ConditionWords.Names {

    private static final Pattern EQUALS = Pattern.compile("\\b([a-z][a-z0-9_]*) ?==? ?(?:'([^']*)'|([^\\s;；'=|]+))");
    /** Without an underline only where it isn't a word among others. */
    private static final Pattern CODE = Pattern.compile(
            "(!?)\\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|(?<![A-Za-z,.] )[A-Za-z][A-Za-z0-9]*(?! [A-Za-z]))\\b");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Map<String, String>> answers = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    private final Content content;

    private CodeNames(Content content) {
        this.content = content;
    }

    /** @param written rows of situations.csv */
    static CodeNames of(Content content, List<Map<String, String>> written) {
        CodeNames names = new CodeNames(content);
        for (DataElement element : content.elements().values()) {
            names.put(element.code(), element.name(), options(element.options()));
            names.units.put(element.code(), element.constraint().unit());
        }
        content.items().values().stream()
                .flatMap(item -> item.materials().stream())
                .forEach((Material material) -> names.texts.putIfAbsent(material.key(), material.name()));
        Stream.concat(
                        content.items().values().stream().flatMap(item -> item.situations().questions().stream()),
                        content.oneThings().values().stream().flatMap(thing -> thing.questions().stream()))
                .forEach((Question question) ->
                        names.put(question.code(), question.text(), options(question.answers())));
        for (Map<String, String> row : written) {
            names.put(
                    row.getOrDefault("question_code", ""),
                    row.getOrDefault("question_zh", ""),
                    written(row.getOrDefault("answers", "")));
        }
        return names;
    }

    private void put(String code, String text, Map<String, String> chosen) {
        if (!text.isBlank()) {
            texts.put(code, text);
            answers.put(code, chosen);
        }
    }

    private static Map<String, String> options(List<Option> options) {
        return options.stream()
                .collect(Collectors.toMap(Option::code, Option::text, (one, same) -> one, LinkedHashMap::new));
    }

    /** As situations.csv has them: {@code yes=是|no=否}. */
    static Map<String, String> written(String cell) {
        Map<String, String> written = new LinkedHashMap<>();
        Arrays.stream(cell.split("\\|"))
                .map(answer -> answer.split("=", 2))
                .filter(answer -> answer.length == 2)
                .forEach(answer -> written.put(answer[0].strip(), answer[1].strip()));
        return written;
    }

    /** A name; the code itself if nobody knows it. */
    String name(String code) {
        return texts.getOrDefault(code, code);
    }

    /** Of departments, separated by {@code |}. */
    String departments(String codes) {
        return Arrays.stream(codes.split("\\|")).map(content::departmentName).collect(Collectors.joining("、"));
    }

    /** An item, or a material of one: 「事项::材料」. */
    String target(String text) {
        return name(text).replace("::", "的 ");
    }

    @Override
    public String asked(String name) {
        return name(name);
    }

    /** What nobody offers is told as it is written. */
    @Override
    public List<String> chosen(String name, Set<String> codes) {
        Map<String, String> offered = answers.getOrDefault(name, Map.of());
        return Stream.concat(
                        offered.entrySet().stream()
                                .filter(option -> codes.contains(option.getKey()))
                                .map(Map.Entry::getValue),
                        codes.stream()
                                .filter(code -> !offered.containsKey(code))
                                .sorted())
                .toList();
    }

    @Override
    public String unit(String name) {
        return units.getOrDefault(name, "");
    }

    String answer(String question, String code) {
        return answers.getOrDefault(question, Map.of()).getOrDefault(code, code);
    }

    /** With the names in the places of codes: in a condition, given answers, a list of what is expected. */
    String said(String text) {
        String compared = EQUALS.matcher(text).replaceAll(match -> Matcher.quoteReplacement(compared(match)));
        return CODE.matcher(compared)
                .replaceAll(match -> Matcher.quoteReplacement(
                        texts.containsKey(match.group(2))
                                ? (match.group(1).isEmpty() ? "" : "不要") + name(match.group(2))
                                : match.group()));
    }

    private String compared(MatchResult match) {
        String value = match.group(2) == null ? match.group(3) : match.group(2);
        return texts.containsKey(match.group(1))
                ? "「" + name(match.group(1)) + "」为「" + answer(match.group(1), value) + "」"
                : match.group();
    }
}
