package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a question is ever asked: under some answers to those before it and some values of the form. Pure. */
public final class Reach {

    /** With more combinations of answers than these nobody can tell. */
    private static final int MOST = 4096;

    private final List<Question> questions;
    private final Set<String> steady;
    private final Map<String, DataElement> elements;

    /** @param steady the fields on which the questions may hang */
    public Reach(Collection<Question> questions, Set<String> steady, Map<String, DataElement> elements) {
        this.questions = List.copyOf(questions);
        this.steady = steady;
        this.elements = elements;
    }

    public boolean isEverAsked(Question question) {
        if (question.shownWhen().equals(Expression.ALWAYS)) {
            return true;
        }
        List<Question> leading = leadingTo(question);
        List<Map<String, String>> answers = combinations(leading);
        List<Map<String, String>> forms = TellingValues.of(leading, elements);
        return answers.size() > MOST
                || forms.size() >= TellingValues.MOST
                || forms.stream()
                        .anyMatch(values -> answers.stream().anyMatch(given -> asks(leading, question, given, values)));
    }

    private boolean asks(
            List<Question> leading, Question question, Map<String, String> given, Map<String, String> values) {
        Asking asking = new Asking(given, values, leading);
        asking.ask(leading, List.of(), steady);
        return asking.shown().contains(question);
    }

    /** Those on which it hangs, and on which these hang, and itself, in their order. */
    private List<Question> leadingTo(Question question) {
        Set<String> names = new LinkedHashSet<>(question.shownWhen().names());
        names.add(question.code());
        for (int at = questions.indexOf(question); at >= 0; at--) {
            Question one = questions.get(at);
            if (names.contains(one.code()) || one.fillsElement() != null && names.contains(one.fillsElement())) {
                names.add(one.code());
                names.addAll(one.shownWhen().names());
            }
        }
        return questions.stream().filter(one -> names.contains(one.code())).toList();
    }

    private static List<Map<String, String>> combinations(List<Question> questions) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Question question : questions) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (Option answer : question.answers()) {
                    Map<String, String> more = new LinkedHashMap<>(before);
                    more.put(question.code(), answer.code());
                    longer.add(more);
                }
            }
            all = longer;
            if (all.size() > MOST) {
                return all;
            }
        }
        return all;
    }
}
