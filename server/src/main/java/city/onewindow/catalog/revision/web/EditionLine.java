package city.onewindow.catalog.revision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the catalogue in the list.
 *
 * @param at when it was published, which is from when it holds
 * @param publisher who published it, or imported what
 * @param revision address of that revision; null if there is none, or the reader may not open it
 * @param records the first of what it brought
 * @param more how many there are besides
 */
public record EditionLine(
        int number,
        String at,
        Publisher publisher,
        @Nullable String revision,
        List<Brought> records,
        int more) {

    /**
     * A record that it brought.
     *
     * @param changes address of what the version changed; null of what no department revises
     */
    public record Brought(
            String term, String name, int version, @Nullable String changes) {}
}
