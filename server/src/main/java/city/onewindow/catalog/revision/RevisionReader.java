package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@link RevisionTable}. */
@Component
class RevisionReader {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JsonMapper json;

    RevisionReader(JsonMapper json) {
        this.json = json;
    }

    Revision revision(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getLong("id"),
                Revision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("key"),
                row.getString("department"),
                row.getString("window_lead"),
                Arrays.asList((String[]) row.getArray("cooperating").getArray()),
                RevisionStatus.valueOf(row.getString("status")),
                row.getString("base") == null ? null : json.readValue(row.getString("base"), ContentRows.class),
                json.readValue(row.getString("rows"), ContentRows.class),
                row.getInt("saves"),
                row.getString("changed_by"),
                row.getString("changed_by_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("holds_from", LocalDate.class),
                row.getObject("edition", Integer.class));
    }

    RevisionEntry entry(ResultSet row, int index) throws SQLException {
        String from = row.getString("from_status");
        String changes = row.getString("changes");
        return new RevisionEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("who_name"),
                row.getString("department"),
                RevisionAct.valueOf(row.getString("act")),
                from == null ? null : RevisionStatus.valueOf(from),
                RevisionStatus.valueOf(row.getString("to_status")),
                row.getString("remark"),
                row.getObject("saves", Integer.class),
                changes == null ? List.of() : json.readValue(changes, CHANGES));
    }
}
