package city.onewindow.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of one table as a case of the product left them, to be written again for other cases: the same columns, the same
 * values, another number.
 *
 * @param table without its schema
 * @param columns those that are not generated
 * @param types of the columns, as PostgreSQL names them
 */
record Rows(String table, List<String> columns, List<String> types, List<List<Object>> values) {

    private static final Set<String> UNIQUE = Set.of("number", "verify_code", "idempotency_key");

    /** @param condition over the table; {@code ?} stands for the number of the pattern case */
    static Rows read(Connection database, String schema, String table, String condition, String number)
            throws SQLException {
        String sql = "select * from " + schema + "." + table + " where " + condition;
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setString(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return of(schema + "_" + table, rows);
            }
        }
    }

    private static Rows of(String table, ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<Integer> kept = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            if (!meta.isAutoIncrement(column) && !meta.getColumnName(column).equals("id")) {
                kept.add(column);
            }
        }
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int column : kept) {
            columns.add(meta.getColumnName(column));
            types.add(meta.getColumnTypeName(column));
        }
        List<List<Object>> values = new ArrayList<>();
        while (rows.next()) {
            List<Object> row = new ArrayList<>();
            for (int column : kept) {
                row.add(rows.getObject(column));
            }
            values.add(row);
        }
        return new Rows(table, List.copyOf(columns), List.copyOf(types), values);
    }

    /** {@code insert into bare.table (…) values (?, …), …}, each place with its type. */
    String insert() {
        String row = "("
                + types.stream()
                        .map(type -> "?::" + (type.startsWith("_") ? type.substring(1) + "[]" : type))
                        .collect(Collectors.joining(", "))
                + ")";
        return "insert into bare." + table + " (" + String.join(", ", columns) + ") values "
                + values.stream().map(any -> row).collect(Collectors.joining(", "));
    }

    /**
     * Binds the values from a place on, with the pattern's number replaced and what must be unique made so; returns the next
     * free place.
     */
    int bind(PreparedStatement statement, int from, String pattern, String number) throws SQLException {
        int place = from;
        for (List<Object> row : values) {
            for (int column = 0; column < row.size(); column++) {
                Object value = row.get(column);
                boolean own = UNIQUE.contains(columns.get(column)) && value != null && !pattern.equals(value);
                statement.setObject(place++, pattern.equals(value) ? number : own ? value + number : value);
            }
        }
        return place;
    }
}
