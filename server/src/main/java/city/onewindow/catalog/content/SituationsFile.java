package city.onewindow.catalog.content;

import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** situations.csv: a row is a situation question of a one-thing. */
final class SituationsFile {

    static final String NAME = "situations.csv";
    static final List<String> COLUMNS = List.of(
            "one_thing",
            "question_code",
            "order",
            "question_zh",
            "question_en",
            "answers",
            "default",
            "shown_when",
            "fills_element");

    private static final Pattern CODE = Pattern.compile("q_[a-z0-9_]{1,60}");

    private SituationsFile() {}

    /** By name of the one-thing, in the order in which they are asked. */
    static Map<String, List<Question>> read(List<Row> rows, Origins origins) {
        Map<String, List<Question>> questions = new LinkedHashMap<>();
        Keys codes = new Keys();
        Keys orders = new Keys();
        for (Row row : rows) {
            String fills = row.optional("fills_element");
            Question question = new Question(
                    row.matching("question_code", CODE, "q_ 加小写字母、数字和“_”"),
                    row.integer("order", 0, 1_000_000),
                    row.text("question_zh"),
                    row.text("question_en"),
                    row.options("answers"),
                    row.text("default"),
                    row.expression("shown_when"),
                    fills.isEmpty() ? null : fills);
            row.text("answers");
            List<String> answers = question.answers().stream().map(Option::code).toList();
            if (!answers.isEmpty() && !answers.contains(question.defaultAnswer())) {
                row.fault("default", "“" + question.defaultAnswer() + "”不在 answers 中，可填：" + String.join("、", answers));
            }
            String oneThing = row.text("one_thing");
            if (codes.add(row, "question_code", oneThing, question.code())
                    & orders.add(row, "order", oneThing, row.optional("order"))) {
                questions.computeIfAbsent(oneThing, name -> new ArrayList<>()).add(origins.put(question, row));
            }
        }
        questions.values().forEach(list -> list.sort(Comparator.comparingInt(Question::order)));
        return questions;
    }
}
