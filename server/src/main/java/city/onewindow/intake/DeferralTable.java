package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when a case waits for what was deferred, in the applications' table. */
@Repository
class DeferralTable {

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    DeferralTable(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** Until the transaction ends nothing more is handed in, and what is read from now on is what was. */
    void lock(String number) {
        jdbc.sql("select 1 from intake.application where region = :region and number = :number for update")
                .param("region", centre.region())
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    /** The last day to hand in what was deferred; empty if nothing is awaited. */
    Optional<LocalDate> until(String number) {
        return jdbc.sql("""
                        select deferred_until from intake.application
                        where region = :region and number = :number and deferred_until is not null
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(LocalDate.class)
                .optional();
    }

    /** When each material that was deferred came in, by its key. */
    Map<String, LocalDateTime> suppliedAt(String number) {
        return jdbc
                .sql("""
                        select key, supplied_at from intake.application_material
                        where region = :region and number = :number and supplied_at is not null
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query((row, i) -> Map.entry(
                        row.getString("key"),
                        row.getObject("supplied_at", OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalDateTime()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was handed in meanwhile stays as it is. */
    void settle(String number, List<String> keys, LocalDateTime at) {
        jdbc.sql("""
                        with touched as (
                            update intake.application
                            set deferred_until = case when waits then deferred_until end,
                                updated_at = :at, version = version + 1
                            from (select exists (select from intake.application_material
                                                 where region = :region and number = :number and way = 'DEFERRED'
                                                   and key <> all(:keys)) as waits) as others
                            where region = :region and number = :number and status = 'ACCEPTED')
                        update intake.application_material set way = 'SETTLED'
                        where region = :region and number = :number and key = any(:keys) and way = 'DEFERRED'
                        """)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("region", centre.region())
                .param("number", number)
                .param("keys", keys.toArray(new String[0]))
                .update();
    }

    /**
     * What never came is deferred again, whatever it was settled for. A case has one last day for all: what is still awaited by an
     * earlier one has the later, too, once anything comes back beside it.
     */
    void demandAgain(String number, LocalDate until, LocalDateTime at) {
        jdbc.sql("""
                        with settled as (
                            select from intake.application_material
                            where region = :region and number = :number and way = 'SETTLED'
                        ), lacking as (
                            update intake.application_material set way = 'DEFERRED'
                            where region = :region and number = :number and way in ('DEFERRED', 'SETTLED')
                            returning key
                        )
                        update intake.application
                        set deferred_until = case when exists (select from settled) then greatest(deferred_until, :until)
                                                  else coalesce(deferred_until, :until) end,
                            updated_at = :at, version = version + 1
                        where region = :region and number = :number and status = 'ACCEPTED' and exists (select from lacking)
                        """)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("until", until)
                .param("region", centre.region())
                .param("number", number)
                .update();
    }

    void settle(String number, LocalDateTime at) {
        jdbc.sql("""
                        update intake.application set deferred_until = null, updated_at = :at, version = version + 1
                        where region = :region and number = :number and status = 'ACCEPTED' and deferred_until is not null
                        """)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("region", centre.region())
                .param("number", number)
                .update();
    }
}
