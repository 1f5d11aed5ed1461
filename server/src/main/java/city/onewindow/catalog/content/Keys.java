package city.onewindow.catalog.content;

import java.util.HashMap;
import java.util.Map;

/** The keys met so far in one file; a second row with the same key is an error. */
final class Keys {

    private final Map<String, Row> seen = new HashMap<>();

    /** @return whether the key is new; if not, the row is reported */
    boolean add(Row row, String column, String... key) {
        String whole = String.join(" / ", key);
        Row first = seen.putIfAbsent(whole, row);
        if (first != null) {
            row.fault(column, "与第 " + first.line() + " 行重复：" + whole + "，可填：别的行没有用的值，或删去一行");
        }
        return first == null;
    }
}
