package city.onewindow.catalog;

import java.util.List;

/**
 * 情形 of an item itself, as its department asks them wherever the item is in a case.
 *
 * @param effects only on the item's own materials
 * @param examples what must come out of the item alone under some answers
 */
public record Situations(List<Question> questions, List<Effect> effects, List<SituationExample> examples) {

    public static final Situations NONE = new Situations(List.of(), List.of(), List.of());

    public Situations {
        questions = List.copyOf(questions);
        effects = List.copyOf(effects);
        examples = List.copyOf(examples);
    }
}
