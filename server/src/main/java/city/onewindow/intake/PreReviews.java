package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the pre-reviews of applications stand; remarks are sealed, for they speak of people. */
@Repository
class PreReviews {

    private static final TypeReference<List<PreReview.Remark>> REMARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;
    private final Centre centre;
    private final ZoneId zone;

    PreReviews(JdbcClient jdbc, JsonMapper json, Cipher cipher, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    PreReview of(String number) {
        return jdbc.sql("select * from intake.pre_review where region = :region and number = :number")
                .param("region", centre.region())
                .param("number", number)
                .query((row, line) ->
                        new PreReview(submitted(row), json.readValue(cipher.open(row.getBytes("remarks")), REMARKS)))
                .optional()
                .orElse(PreReview.NONE);
    }

    /** Beside {@link Applications#move}, in the same transaction. */
    void submitted(String number, LocalDateTime at) {
        jdbc.sql("""
                        insert into intake.pre_review (region, number, submitted_at, remarks)
                        values (:region, :number, :at, :none)
                        on conflict (region, number) do update set submitted_at = excluded.submitted_at
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("none", seal(List.of()))
                .update();
    }

    /** Beside {@link Applications#move}, in the same transaction. */
    void remarked(String number, List<PreReview.Remark> remarks) {
        jdbc.sql("update intake.pre_review set remarks = :remarks where region = :region and number = :number")
                .param("remarks", seal(remarks))
                .param("region", centre.region())
                .param("number", number)
                .update();
    }

    /** What waits anywhere, the oldest first, by the window's code. */
    List<Map.Entry<String, WaitingPreReview>> waitingAnywhere() {
        return jdbc.sql("""
                        select a.window_code, a.number, a.title, a.applicant, a.status, p.submitted_at, null as rerouted_from
                        from intake.application a join intake.pre_review p using (region, number)
                        where a.region = :region and a.status in ('PRE_REVIEW', 'SUBMITTED')
                        order by p.submitted_at, a.number
                        """)
                .param("region", centre.region())
                .query((row, line) -> Map.entry(row.getString("window_code"), waiting(row)))
                .list();
    }

    /** What waits at a window, the oldest first. */
    List<WaitingPreReview> waiting(String window) {
        return jdbc.sql("""
                        select a.number, a.title, a.applicant, a.status, p.submitted_at,
                        """ + Reroutings.REROUTED_FROM + """
                        from intake.application a join intake.pre_review p using (region, number)
                        where a.region = :region and a.window_code = :window and a.status in ('PRE_REVIEW', 'SUBMITTED')
                        order by p.submitted_at, a.number
                        limit 200
                        """)
                .param("region", centre.region())
                .param("window", window)
                .query((row, line) -> waiting(row))
                .list();
    }

    long count(String window) {
        return jdbc.sql("""
                        select count(*) from intake.application
                        where region = :region and window_code = :window and status in ('PRE_REVIEW', 'SUBMITTED')
                        """)
                .param("region", centre.region())
                .param("window", window)
                .query(Long.class)
                .single();
    }

    private WaitingPreReview waiting(ResultSet row) throws SQLException {
        return new WaitingPreReview(
                row.getString("number"),
                row.getString("title"),
                row.getString("applicant"),
                submitted(row),
                row.getString("status").equals(ApplicationStatus.SUBMITTED.name()),
                row.getString("rerouted_from"));
    }

    private LocalDateTime submitted(ResultSet row) throws SQLException {
        return row.getObject("submitted_at", OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }

    private byte[] seal(List<PreReview.Remark> remarks) {
        return cipher.seal(json.writeValueAsBytes(remarks));
    }
}
