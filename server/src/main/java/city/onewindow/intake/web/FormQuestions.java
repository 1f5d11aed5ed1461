package city.onewindow.intake.web;

import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.Dossier;
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

    boolean isOpen(Question question) {
        return dossier.unanswered().contains(question);
    }

    /** With the answer in force, even if nobody has given it yet. */
    Field field(Question question, MergedField before) {
        List<Choice> choices = question.answers().stream()
                .map(option -> new Choice(option.code(), option.text()))
                .toList();
        String answer = dossier.merge().errand().answers().getOrDefault(question.code(), "");
        Field field = Field.radio(question.code(), question.text(), choices)
                .value(answer)
                .required()
                .wide()
                .reason("随「" + before.element().name() + "」的填写才问；怎么回答，决定要办的事项、要交的材料和要填的栏。");
        return isOpen(question) ? field.hint("还没有回答，现在按「" + text(question, answer) + "」算，请问清后选定。") : field;
    }

    private static String text(Question question, String answer) {
        return question.answers().stream()
                .filter(option -> option.code().equals(answer))
                .map(Option::text)
                .collect(Collectors.joining());
    }
}
