package city.onewindow.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One transaction of the bare contestant: a single statement that changes what the product changes and adds the rows that
 * the product adds.
 *
 * @param updates each with the number as its only parameter
 * @param rows never empty
 */
record Act(List<String> updates, List<Rows> rows) {

    private String sql() {
        List<String> parts = new ArrayList<>();
        for (String update : updates) {
            parts.add("u" + parts.size() + " as (" + update + ")");
        }
        List<Rows> some = rows.stream().filter(one -> !one.values().isEmpty()).toList();
        for (Rows one : some.subList(0, some.size() - 1)) {
            parts.add("i" + parts.size() + " as (" + one.insert() + ")");
        }
        String with = parts.isEmpty() ? "" : "with " + String.join(", ", parts) + " ";
        return with + some.get(some.size() - 1).insert();
    }

    void run(Connection database, String pattern, String number) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql())) {
            int place = 1;
            for (int at = 0; at < updates.size(); at++) {
                statement.setString(place++, number);
            }
            for (Rows one : rows) {
                place = one.bind(statement, place, pattern, number);
            }
            statement.executeUpdate();
        }
    }
}
