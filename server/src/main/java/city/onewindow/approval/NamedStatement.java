package city.onewindow.approval;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement with named parameters that is translated to numbered ones once, not at each act: that, and looking up the
 * prepared statement by a text that is new each time, was a tenth of an act's own work.
 */
final class NamedStatement {

    private final ParsedSql parsed;
    private final String numbered;

    NamedStatement(String sql) {
        parsed = NamedParameterUtils.parseSqlStatement(sql);
        numbered = NamedParameterUtils.substituteNamedParameters(parsed, null);
    }

    <T> List<T> query(JdbcClient jdbc, SqlParameterSource values, RowMapper<T> row) {
        return jdbc.sql(numbered)
                .params(NamedParameterUtils.buildValueArray(parsed, values, null))
                .query(row)
                .list();
    }
}
