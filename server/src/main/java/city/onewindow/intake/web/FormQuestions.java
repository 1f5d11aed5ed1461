package city.onewindow.intake.web;

import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Question;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.Dossier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions that the form has brought up, each behind the field on which it hangs.
 *
 * @param behind by code of the field
 */
record FormQuestions(Dossier dossier, Map<String, List<Question>> behind) {

    static FormQuestions of(Dossier dossier) {
        List<MergedField> asked =
                dossier.merge().fields().stream().filter(MergedField::isAsked).toList();
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, List<Question>> behind = new LinkedHashMap<>();
        for (Question question : dossier.merge().errand().questions()) {
            Set<String> names = question.shownWhen().names();
            String place = asked.stream()
                    .map(MergedField::element)
                    .filter(element -> names.contains(element.code()))
                    .reduce((one, later) -> later)
                    .map(element -> element.code())
                    .or(() -> names.stream()
                            .filter(places::containsKey)
                            .map(places::get)
                            .findFirst())
                    .orElse("");
            if (!place.isEmpty()) {
                places.put(question.code(), place);
                behind.computeIfAbsent(place, code -> new ArrayList<>()).add(question);
            }
        }
        return new FormQuestions(dossier, behind);
    }

    List<Question> behind(MergedField field) {
        return behind.getOrDefault(field.element().code(), List.of());
    }

    /** What was answered otherwise than before, by code; one that the same values have just hidden has no answer. */
    Map<String, String> answeredAnew(HttpServletRequest request) {
        Map<String, String> known = dossier.application().choice().answers();
        Map<String, String> anew = new LinkedHashMap<>();
        behind.values().stream().flatMap(List::stream).map(Question::code).forEach(code -> {
            String answer = request.getParameter(code);
            if (answer != null && !answer.equals(known.get(code))) {
                anew.put(code, answer);
            }
        });
        return anew;
    }

    boolean isOpen(Question question) {
        return dossier.unanswered().contains(question);
    }

    /** With the answer in force, even if nobody has given it yet. */
    Field field(Question question, MergedField before, ReaderWords words) {
        List<Choice> choices = words.choices(question.answers());
        String answer = dossier.merge().errand().answers().getOrDefault(question.code(), "");
        Field field = Field.radio(question.code(), words.names().text(question), choices)
                .value(answer)
                .required()
                .wide()
                .reason(words.t("form.question.reason", words.names().name(before.element())), "");
        return isOpen(question) ? field.hint(words.t("form.question.open", text(question, answer, words))) : field;
    }

    private static String text(Question question, String answer, ReaderWords words) {
        return question.answers().stream()
                .filter(option -> option.code().equals(answer))
                .map(words::said)
                .collect(Collectors.joining());
    }
}
