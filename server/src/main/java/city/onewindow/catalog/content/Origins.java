package city.onewindow.catalog.content;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which row a record was read from. A record without a row is loaded already; that it no longer fits is the doing of
 * this directory all the same, and is reported.
 */
final class Origins {

    private final Map<Object, Row> rows = new IdentityHashMap<>();
    private final Faults faults;

    Origins(Faults faults) {
        this.faults = faults;
    }

    <T> T put(T record, Row row) {
        rows.put(record, row);
        return record;
    }

    @Nullable
    Row of(Object record) {
        return rows.get(record);
    }

    boolean isNew(Object record) {
        return rows.containsKey(record);
    }

    void fault(Object record, String file, String column, String message) {
        Row row = rows.get(record);
        faults.add(file, row == null ? 0 : row.line(), column, message);
    }

    void notice(Object record, String file, String column, String message) {
        Row row = rows.get(record);
        if (row != null) {
            faults.notice(file, row.line(), column, message);
        }
    }
}
