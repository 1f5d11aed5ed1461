package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.kernel.Cipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of the applications' table, opening what is sealed. */
@Component
class ApplicationRows {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<CheckedMaterial>> MATERIALS = new TypeReference<>() {};

    private final JsonMapper json;
    private final Cipher cipher;
    private final Calendar calendar;
    private final ZoneId zone;

    ApplicationRows(JsonMapper json, Cipher cipher, Calendar calendar, Clock clock) {
        this.json = json;
        this.cipher = cipher;
        this.calendar = calendar;
        this.zone = clock.getZone();
    }

    /**
     * What is sealed together.
     *
     * @param remarks null in what was written before there were any
     * @param told likewise
     */
    record Sealed(
            Applicant applicant,
            FormValues form,
            @Nullable Map<String, String> remarks,
            @Nullable List<Gap> told) {}

    ApplicationSummary summary(ResultSet row) throws SQLException {
        ApplicationStatus status = ApplicationStatus.valueOf(row.getString("status"));
        LocalDateTime received = status.isAtTheWindow() ? received(row) : null;
        String by = row.getString("withdrawn_by");
        return new ApplicationSummary(
                row.getString("number"),
                row.getString("title"),
                row.getString("applicant"),
                status,
                row.getString("created_by"),
                time(row, "created_at"),
                date(row, "supplement_until"),
                received == null ? null : received.toLocalDate(),
                received == null ? null : Application.lastDay(calendar.workingDays(), received.toLocalDate()),
                date(row, "deferred_until"),
                by == null ? null : IntakeAct.valueOf(by),
                status.liesAtTheWindow() ? row.getString("rerouted_from") : null,
                received != null && row.getBoolean("reopened"),
                received == null ? null : date(row, "ordered_until"));
    }

    Application application(ResultSet row) throws SQLException {
        Sealed sealed = sealed(row);
        List<CheckedMaterial> materials = json.readValue(row.getString("materials"), MATERIALS);
        return new Application(
                        row.getString("number"),
                        row.getString("query_code"),
                        ApplicationStatus.valueOf(row.getString("status")),
                        new ErrandChoice(
                                row.getString("one_thing"),
                                strings(row, "items"),
                                json.readValue(row.getString("answers"), ANSWERS)),
                        row.getInt("edition"),
                        row.getString("window_code"),
                        sealed.applicant(),
                        sealed.form(),
                        materials.stream().collect(Collectors.toMap(CheckedMaterial::key, Function.identity())),
                        sealed.remarks() == null ? Map.of() : sealed.remarks(),
                        Set.copyOf(strings(row, "demandable")),
                        sealed.told() == null ? List.of() : sealed.told(),
                        date(row, "supplement_until"),
                        date(row, "deferred_until"),
                        received(row),
                        row.getString("created_by"),
                        time(row, "created_at"),
                        row.getLong("version"))
                .opening(strings(row, "fallen").toArray(String[]::new));
    }

    Applicant applicant(ResultSet row) throws SQLException {
        return sealed(row).applicant();
    }

    private Sealed sealed(ResultSet row) throws SQLException {
        return json.readValue(cipher.open(row.getBytes("sealed")), Sealed.class);
    }

    private @Nullable LocalDateTime received(ResultSet row) throws SQLException {
        return row.getObject("received_at") == null ? null : time(row, "received_at");
    }

    private LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Object[] array = (Object[]) row.getArray(column).getArray();
        return Stream.of(array).map(String::valueOf).toList();
    }
}
