package city.onewindow.catalog;

import java.util.List;

/**
 * A question that may still be asked: it hangs on a field of the form that isn't filled in yet.
 *
 * @param when it is asked, over fields of the form and over other questions that wait
 * @param effects what its answers would do
 */
public record WaitingQuestion(Question question, Expression when, List<Effect> effects) {

    public WaitingQuestion {
        effects = List.copyOf(effects);
    }
}
