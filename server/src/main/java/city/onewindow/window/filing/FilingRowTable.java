package city.onewindow.window.filing;

import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of filings, as they were handed in and checked. */
@Repository
class FilingRowTable {

    /** As many as one statement carries well. */
    private static final int AT_ONCE = 500;

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<CheckedRow.Flaw>> FLAWS = new TypeReference<>() {};
    private static final TypeReference<List<CheckedRow.Difference>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String region;

    FilingRowTable(JdbcClient jdbc, JsonMapper json, Centre centre) {
        this.jdbc = jdbc;
        this.json = json;
        this.region = centre.region();
    }

    void add(long filing, List<CheckedRow> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            jdbc.sql("""
                            insert into "window".filing_row (region, filing, line, state, cells, problems, changes)
                            select :region, :filing, line, state, cells, problems, changes
                            from jsonb_to_recordset(:rows::jsonb)
                                as given (line int, state text, cells jsonb, problems jsonb, changes jsonb)
                            """)
                    .param("region", region)
                    .param("filing", filing)
                    .param("rows", json.writeValueAsString(rows.subList(from, Math.min(from + AT_ONCE, rows.size()))))
                    .update();
        }
    }

    /** @param state null: any */
    List<CheckedRow> page(long filing, @Nullable RowState state, int number, int size) {
        return jdbc.sql("""
                        select * from "window".filing_row
                        where region = :region and filing = :filing and (:state::text is null or state = :state)
                        order by line offset :from limit :size
                        """)
                .param("region", region)
                .param("filing", filing)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("from", (long) (number - 1) * size)
                .param("size", size)
                .query(this::row)
                .list();
    }

    /** Those that come after a line. @param state null: any */
    List<CheckedRow> after(long filing, @Nullable RowState state, int line, int limit) {
        return jdbc.sql("""
                        select * from "window".filing_row
                        where region = :region and filing = :filing and (:state::text is null or state = :state) and line > :line
                        order by line limit :limit
                        """)
                .param("region", region)
                .param("filing", filing)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("line", line)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** What a filing says of things, such as items. @param column of the rows in which their names stand, counted from 0 */
    List<CheckedRow> about(long filing, int column, Collection<String> names) {
        return jdbc.sql("""
                        select * from "window".filing_row
                        where region = :region and filing = :filing and cells ->> :column = any(:names)
                        order by line
                        """)
                .param("region", region)
                .param("filing", filing)
                .param("column", column)
                .param("names", names.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    /** What stands in a column of the rows of one state. @param column counted from 0 */
    List<String> texts(long filing, RowState state, int column) {
        return jdbc.sql("""
                        select cells ->> :column from "window".filing_row
                        where region = :region and filing = :filing and state = :state
                        """)
                .param("region", region)
                .param("filing", filing)
                .param("state", state.name())
                .param("column", column)
                .query(String.class)
                .list();
    }

    List<CheckedRow> all(long filing) {
        return page(filing, null, 1, Integer.MAX_VALUE);
    }

    /** What was given up leaves nothing behind but that it was. */
    void remove(long filing) {
        jdbc.sql("delete from \"window\".filing_row where region = :region and filing = :filing")
                .param("region", region)
                .param("filing", filing)
                .update();
    }

    private CheckedRow row(ResultSet row, int index) throws SQLException {
        return new CheckedRow(
                row.getInt("line"),
                RowState.valueOf(row.getString("state")),
                json.readValue(row.getString("cells"), CELLS),
                json.readValue(row.getString("problems"), FLAWS),
                json.readValue(row.getString("changes"), CHANGES));
    }
}
