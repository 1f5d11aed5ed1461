package city.onewindow.catalog;

import city.onewindow.catalog.content.ResultNumber;
import city.onewindow.kernel.Digests;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of the results from before who numbers them, as until then their names were read. Versions of records keep a digest of what
 * they say, which only the program can work out. What departments are still writing gets it, too: it would differ from what is published.
 */
@Component
class V5_99__ResultNumbers extends BaseJavaMigration {

    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public void migrate(Context context) throws SQLException {
        entries(context.getConnection());
        revisions(context.getConnection());
    }

    private static void entries(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select kind, key, version, content from catalog.entry where kind in ('item', 'one_thing')");
                PreparedStatement update = connection.prepareStatement(
                        "update catalog.entry set content = ?::jsonb, digest = ? where kind = ? and key = ? and version = ?")) {
            while (rows.next()) {
                JsonNode content = TREES.readTree(rows.getString("content"));
                say(content);
                content.path("members").forEach(V5_99__ResultNumbers::say);
                String json = canonical(EntryKind.of(rows.getString("kind")), content);
                update.setString(1, json);
                update.setString(2, Digests.sm3(json));
                update.setString(3, rows.getString("kind"));
                update.setString(4, rows.getString("key"));
                update.setInt(5, rows.getInt("version"));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static String canonical(EntryKind kind, JsonNode content) {
        return ContentJson.write(ContentJson.read(TREES.writeValueAsString(content), kind.type()));
    }

    /** @param stating an item, or one of a one-thing's members; a one-thing itself has no terms */
    private static void say(JsonNode stating) {
        if (stating.get("terms") instanceof ObjectNode terms) {
            String result = terms.path("result").asString();
            terms.put("numberedByDepartment", ResultNumber.isDepartmentsByName(result));
        }
    }

    /** Only those that can still be published; the others stay as they were written. */
    private static void revisions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, base, rows from catalog.revision"
                        + " where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')");
                PreparedStatement update = connection.prepareStatement(
                        "update catalog.revision set base = ?::jsonb, rows = ?::jsonb where id = ?")) {
            while (rows.next()) {
                String base = rows.getString("base");
                update.setString(1, base == null ? null : stated(base));
                update.setString(2, stated(rows.getString("rows")));
                update.setLong(3, rows.getLong("id"));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static String stated(String rows) {
        JsonNode content = TREES.readTree(rows);
        for (String file : List.of("items.csv", "one-things.csv")) {
            content.path("rows").path(file).forEach(row -> {
                String result = row.path("result_doc").asString("");
                ((ObjectNode) row).put("result_number", ResultNumber.word(ResultNumber.isDepartmentsByName(result)));
            });
        }
        return TREES.writeValueAsString(content);
    }
}
