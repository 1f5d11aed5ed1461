package city.onewindow.catalog;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks questions one after another: which are shown with which answer, and which wait until a field of the form is filled in. A
 * field that isn't filled in decides nothing, not even by a {@code not}.
 */
final class Asking {

    private final Map<String, String> given;
    private final Map<String, String> values;
    /** How many of the questions still to come fill an element. */
    private final Map<String, Long> fillers;

    private final Map<String, Question> shown = new LinkedHashMap<>();
    private final Map<String, WaitingQuestion> waiting = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    /** Questions that had their turn, and what they fill. */
    private final Set<String> past = new HashSet<>();

    private final Map<String, String> filled = new HashMap<>();

    /**
     * @param given answers, by code of the question
     * @param values of the form, by code of the element
     * @param all every question that may be asked
     */
    Asking(Map<String, String> given, Map<String, String> values, Collection<Question> all) {
        this.given = given;
        this.values = values;
        this.fillers = all.stream()
                .filter(question -> question.fillsElement() != null)
                .collect(Collectors.groupingBy(question -> "" + question.fillsElement(), Collectors.counting()));
    }

    /**
     * What is shown already isn't asked again; what waits or is hidden may be brought up by another who asks it.
     *
     * @param effects of which those of the questions are what an answer would do
     * @param steady the fields on which these questions may hang
     */
    void ask(Collection<Question> questions, List<Effect> effects, Set<String> steady) {
        for (Question question : questions) {
            if (!shown.containsKey(question.code())) {
                ask(question, effects, when(question, steady));
            }
            past.add(question.code());
            if (question.fillsElement() != null) {
                past.add(question.fillsElement());
                fillers.merge(question.fillsElement(), -1L, Long::sum);
            }
        }
    }

    private void ask(Question question, List<Effect> effects, Expression when) {
        if (when.equals(Expression.NEVER)) {
            return;
        }
        String answer = given.getOrDefault(question.code(), question.defaultAnswer());
        if (question.answers().stream().noneMatch(option -> option.code().equals(answer))) {
            faults.put(question.code(), new Fault("/answers/" + question.code(), refusal(question, answer)));
        } else if (when.equals(Expression.ALWAYS)) {
            waiting.remove(question.code());
            shown.put(question.code(), question);
            answers.put(question.code(), answer);
            if (question.fillsElement() != null) {
                filled.put(question.fillsElement(), answer);
            }
        } else {
            List<Effect> own = effects.stream()
                    .filter(effect -> effect.question().equals(question.code()))
                    .toList();
            waiting.merge(question.code(), new WaitingQuestion(question, when, own), WaitingQuestion::or);
        }
    }

    private static String refusal(Question question, String answer) {
        return "「" + question.text() + "」没有「" + answer + "」这个答案，可选："
                + question.answers().stream().map(Option::code).collect(Collectors.joining("、"));
    }

    /**
     * What is left of its condition. One that hangs on anything outside of what is asked is shown, since the item it narrows was
     * chosen by hand.
     */
    private Expression when(Question question, Set<String> steady) {
        Set<String> names = question.shownWhen().names();
        if (!names.stream().allMatch(name -> isWithin(name, steady))) {
            return Expression.ALWAYS;
        }
        Map<String, String> known = new HashMap<>(values);
        known.keySet().retainAll(steady);
        known.putAll(filled);
        known.putAll(answers);
        Set<String> settled = names.stream()
                .filter(name -> known.containsKey(name) || !steady.contains(name) && !waits(name))
                .collect(Collectors.toSet());
        return question.shownWhen().given(known, settled);
    }

    /** A field that a later question fills may be off the form by then. */
    private boolean isWithin(String name, Set<String> steady) {
        return past.contains(name) || steady.contains(name) && fillers.getOrDefault(name, 0L) == 0;
    }

    private boolean waits(String name) {
        return waiting.containsKey(name)
                || waiting.values().stream()
                        .anyMatch(one -> name.equals(one.question().fillsElement()));
    }

    /** @throws Problem.InvalidInput if an answer is none of its question's */
    void mustBeAnswered() {
        Problem.InvalidInput.refuse(List.copyOf(faults.values()));
    }

    List<Question> shown() {
        return List.copyOf(shown.values());
    }

    List<WaitingQuestion> waiting() {
        return List.copyOf(waiting.values());
    }

    Map<String, String> answers() {
        return Map.copyOf(answers);
    }
}
