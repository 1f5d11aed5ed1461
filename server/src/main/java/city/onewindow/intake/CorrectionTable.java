package city.onewindow.intake;

import city.onewindow.catalog.FormValues;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was handed in and is corrected, in schema {@code intake}; the values are sealed. */
@Repository
class CorrectionTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;
    private final Centre centre;

    CorrectionTable(JdbcClient jdbc, JsonMapper json, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
        this.centre = centre;
    }

    /** Of a field that was changed before, what was handed in is kept already. */
    void add(String number, String field, FormValues was, Actor actor, LocalDateTime at, ZoneId zone) {
        jdbc.sql("""
                        insert into intake.correction (region, number, field, was, at, who)
                        values (:region, :number, :field, :was, :at, :who)
                        on conflict (region, number, field) where document is null do nothing
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("field", field)
                .param("was", cipher.seal(json.writeValueAsBytes(was)))
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("who", actor.account())
                .update();
    }

    /** Pointers of what the last one-time notice named; none before one. */
    List<String> named(String number) {
        return jdbc.sql("""
                        select unnest(named) from intake.application where region = :region and number = :number
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** What was handed in of the fields that were changed and not recorded since, by their codes. */
    Map<String, FormValues> open(String number) {
        Map<String, FormValues> open = new TreeMap<>();
        jdbc.sql("""
                        select field, was from intake.correction
                        where region = :region and number = :number and document is null
                        """).param("region", centre.region()).param("number", number).query(row -> {
            open.put(row.getString("field"), json.readValue(cipher.open(row.getBytes("was")), FormValues.class));
        });
        return open;
    }

    /** @param document verify code of the record that has them */
    void record(String number, Collection<String> fields, String document) {
        jdbc.sql("""
                        update intake.correction set document = :document
                        where region = :region and number = :number and document is null and field = any (:fields)
                        """)
                .param("document", document)
                .param("region", centre.region())
                .param("number", number)
                .param("fields", fields.toArray(String[]::new))
                .update();
    }
}
