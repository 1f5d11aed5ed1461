package city.onewindow.catalog;

import java.util.List;

/** An everyday word and the words the catalog uses for it; a meaning of several words separated by spaces wants them all. */
public record Synonym(String word, List<String> meanings) {

    public Synonym {
        meanings = List.copyOf(meanings);
    }
}
