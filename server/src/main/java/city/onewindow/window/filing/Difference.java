package city.onewindow.window.filing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a window's list (附件3) says something else of an item than the department that keeps it.
 *
 * @param filing in which it does
 * @param window name of the window
 * @param lead code of the department that leads the window and filed the list
 * @param item its name
 * @param material its name; empty if it is about the item as a whole
 * @param cells that differ; empty if the row as a whole is one too many or missing
 */
public record Difference(
        long filing, String window, String lead, String item, String material, Kind kind, List<Cell> cells) {

    public enum Kind {
        /** Some cells say something else. */
        OTHERWISE,
        /** The list lacks what the catalog has. */
        MISSING,
        /** The list has what the catalog lacks. */
        UNKNOWN
    }

    /**
     * @param heading of the column
     * @param own what the department says
     * @param filed whether it says so in its annex 2 of the round, not in the catalog
     * @param listed what the list says
     */
    public record Cell(String heading, String own, boolean filed, String listed) {}

    public Difference {
        cells = List.copyOf(cells);
    }

    /** The same, with what another row of the list says of the same otherwise. */
    Difference and(Difference same) {
        List<Cell> all =
                Stream.concat(cells.stream(), same.cells.stream()).distinct().toList();
        return new Difference(filing, window, lead, item, material, kind, all);
    }

    /** Whether it is about the item and none of its materials. */
    public boolean isWholeItem() {
        return material.isEmpty();
    }
}
