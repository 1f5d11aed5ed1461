package city.onewindow.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 情形 of an item itself, as its department asks them wherever the item is in a case.
 *
 * @param effects only on the item's own materials
 * @param examples what must come out of the item alone under some answers
 * @param declaration what is declared under one of the answers; null if the item is decided in the ordinary way only
 */
public record Situations(
        List<Question> questions,
        List<Effect> effects,
        List<SituationExample> examples,
        @Nullable Declaration declaration) {

    public static final Situations NONE = new Situations(List.of(), List.of(), List.of(), null);

    public Situations {
        questions = List.copyOf(questions);
        effects = List.copyOf(effects);
        examples = List.copyOf(examples);
    }
}
