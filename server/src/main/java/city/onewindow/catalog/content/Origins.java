package city.onewindow.catalog.content;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which row a record was read from. A record without a row is loaded already; that it no longer fits is the doing of
 * this directory all the same, and is reported at the row that did it.
 */
final class Origins {

    private final Map<Object, Row> rows = new IdentityHashMap<>();
    private final Faults faults;
    private @Nullable Row first;

    Origins(Faults faults) {
        this.faults = faults;
    }

    <T> T put(T record, Row row) {
        first = first == null ? row : first;
        rows.put(record, row);
        return record;
    }

    boolean isNew(Object record) {
        return rows.containsKey(record);
    }

    /** Of a record that something new in the same file contradicts. */
    void fault(Object record, String column, String message) {
        fault(record, column, message, List.of());
    }

    /**
     * @param doers those that may have changed under the record, the likeliest first: if it is loaded already, the first of them
     *     that this directory states is where an owner must look
     */
    void fault(Object record, String column, String message, Collection<?> doers) {
        Row own = rows.get(record);
        if (own != null) {
            own.fault(column, message);
            return;
        }
        Row doing = Stream.concat(doers.stream().map(rows::get), Stream.ofNullable(first))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was read, yet something no longer fits: " + record
                        + ". Maybe the loaded content was imported by a program with other rules."));
        doing.fault("", "与已载入的内容对不上：" + message);
    }

    /** Of something loaded that no longer fits and yet stops nothing: told at the likeliest doer that this directory states. */
    void noticeOfLoaded(String message, Collection<?> doers) {
        Stream.concat(doers.stream().map(rows::get), Stream.ofNullable(first))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(row -> row.notice("", message));
    }

    void notice(Object record, String column, String message) {
        Row row = rows.get(record);
        if (row != null) {
            row.notice(column, message);
        }
    }

    boolean anyFaults() {
        return !faults.faults().isEmpty();
    }
}
