package city.onewindow.catalog;

import java.util.List;
import java.util.Objects;

/**
 * An everyday word and the words the catalog uses for it; a meaning of several words separated by spaces wants them all.
 *
 * @param elsewhere where to go with what it means, if nothing in the catalog does that; empty for most
 */
public record Synonym(String word, List<String> meanings, String elsewhere) {

    public Synonym {
        meanings = List.copyOf(meanings);
        // Of an edition from before it was kept, nothing is read for it.
        elsewhere = Objects.requireNonNullElse(elsewhere, "");
    }
}
