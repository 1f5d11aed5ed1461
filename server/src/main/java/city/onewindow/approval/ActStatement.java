package city.onewindow.approval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement that does an act, in as many texts as there are ways to be asked: what can't stop an act, such as a key that it doesn't
 * bear, isn't in its text, for each of these questions costs as much as a small read.
 */
final class ActStatement {

    /** Where the conditions go. */
    static final String CONDITIONS = "-- conditions\n";

    private final Map<List<String>, NamedStatement> texts = new ConcurrentHashMap<>();
    private final String sql;

    ActStatement(String sql) {
        this.sql = sql;
    }

    /** @param conditions that the act must meet beside those of the statement itself */
    List<HistoryEntry> run(JdbcClient jdbc, List<String> conditions, SqlParameterSource values) {
        return texts.computeIfAbsent(conditions, this::text).query(jdbc, values, Matters::entry);
    }

    private NamedStatement text(List<String> conditions) {
        String more = conditions.stream().map(condition -> "and " + condition).collect(Collectors.joining());
        return new NamedStatement(sql.replace(CONDITIONS, more));
    }
}
