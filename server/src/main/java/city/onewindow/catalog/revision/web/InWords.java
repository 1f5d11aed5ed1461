package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Expression;
import city.onewindow.catalog.web.ConditionWords;
import city.onewindow.frame.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for those who read and don't write them: names in the places of codes, conditions as the guide says them. */
record InWords(CodeNames names, ConditionWords conditions) {

    InWords(CodeNames names, Messages texts) {
        this(names, new ConditionWords(texts, names));
    }

    /** By file. */
    Map<String, List<Map<String, String>>> of(Map<String, List<Map<String, String>>> rows) {
        Map<String, List<Map<String, String>>> said = new LinkedHashMap<>();
        rows.forEach((file, list) ->
                said.put(file, list.stream().map(row -> said(file, row)).toList()));
        return said;
    }

    private Map<String, String> said(String file, Map<String, String> row) {
        Map<String, String> said = new LinkedHashMap<>(row);
        said.replaceAll((column, text) -> said(file, column, text, row.getOrDefault("question_code", "")));
        return said;
    }

    /** @param question that the row is about; empty if none */
    private String said(String file, String column, String text, String question) {
        return switch (column) {
            case "shown_when" -> condition(text);
            case "condition" -> file.equals(Sections.FIELDS) ? condition(text) : text;
            case "answers" -> String.join("、", CodeNames.written(text).values());
            case "default", "answer" -> names.answer(question, text);
            case "question_code" -> file.equals(Sections.EFFECTS) ? names.name(text) : text;
            case "target" -> names.target(text);
            case "given_answers", "expected_materials", "expected_fields" -> names.said(text);
            default -> text;
        };
    }

    private String condition(String text) {
        try {
            return conditions.of(Expression.parse(text));
        } catch (IllegalArgumentException stillWrong) {
            return names.said(text);
        }
    }
}
