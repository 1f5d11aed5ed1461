package city.onewindow.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The same question asked by another, too. */
    WaitingQuestion or(WaitingQuestion other) {
        Expression either =
                new Expression.Or(Stream.of(when, other.when).distinct().toList()).given(Map.of(), Set.of());
        return new WaitingQuestion(
                question,
                either,
                Stream.concat(effects.stream(), other.effects.stream())
                        .distinct()
                        .toList());
    }
}
