package city.onewindow.approval.web;

import city.onewindow.frame.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the form as it was filled in, under its heading. */
public record FormGroup(String name, List<Line> lines) {

    public FormGroup {
        lines = List.copyOf(lines);
    }

    /**
     * One field.
     *
     * @param columns of a table; empty for others
     * @param rows of a table
     * @param file where it can be read; null for others
     * @param toVerify what the window found wrong, and was yet accepted; empty if nothing
     */
    public record Line(
            String name,
            String value,
            List<String> columns,
            List<List<String>> rows,
            @Nullable Link file,
            String toVerify) {}
}
