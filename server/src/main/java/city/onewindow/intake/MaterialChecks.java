package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what was found of an application's materials. */
@Repository
class MaterialChecks {

    private final JdbcClient jdbc;
    private final Supplements supplements;
    private final Centre centre;
    private final ZoneId zone;

    MaterialChecks(JdbcClient jdbc, Supplements supplements, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.supplements = supplements;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** Guarded by the version that was read. */
    void save(Application before, CheckedMaterial material, LocalDateTime at) {
        int changed = jdbc.sql("""
                        with touched as (
                            update intake.application
                            set updated_at = :at, version = version + 1
                            where region = :region and number = :number and version = :version
                            returning region, number, status)
                        insert into intake.application_material as m (region, number, key, way, points_met, remark, files,
                            result_number, result_item, result_certificate)
                        select region, number, :key, :way, :points, :remark, :files,
                            :resultNumber, :resultItem, :resultCertificate
                        from touched
                        on conflict (region, number, key) do update
                        set way = excluded.way, points_met = excluded.points_met, remark = excluded.remark,
                            files = excluded.files, result_number = excluded.result_number,
                            result_item = excluded.result_item, result_certificate = excluded.result_certificate,
                            supplied_at = case when m.way = 'DEFERRED' and excluded.way <> 'DEFERRED'
                                                    and (select status from touched) = 'ACCEPTED'
                                               then cast(:at as timestamptz) else m.supplied_at end
                        """)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("region", centre.region())
                .param("number", before.number())
                .param("version", before.version())
                .params(values(material))
                .update();
        Applications.mustHaveChanged(changed, before.number());
        supplements.changed(before);
    }

    /**
     * As if nothing had come in of it. Guarded by the version that was read.
     *
     * @param before with what may be demanded from then on
     */
    void remove(Application before, String key, LocalDateTime at) {
        int changed = jdbc.sql("""
                        with touched as (
                            update intake.application
                            set demandable = :demandable, updated_at = :at, version = version + 1
                            where region = :region and number = :number and version = :version
                            returning region, number)
                        delete from intake.application_material m using touched t
                        where m.region = t.region and m.number = t.number and m.key = :key
                        """)
                .param("at", at.atZone(zone).toOffsetDateTime())
                .param("region", centre.region())
                .param("number", before.number())
                .param("version", before.version())
                .param("key", key)
                .param("demandable", before.demandable().toArray(new String[0]))
                .update();
        Applications.mustHaveChanged(changed, before.number());
        supplements.changed(before);
    }

    /** Whether something of it was looked at as a picture only, or isn't signed yet. */
    boolean anyToShow(String number) {
        return jdbc.sql("""
                        select exists (select from intake.application_material
                                       where region = :region and number = :number and way = 'TO_SHOW')
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** All of them anew; {@link Applications#saveChoice} has guarded the version in the same transaction. */
    void replace(String number, List<CheckedMaterial> materials) {
        jdbc.sql("delete from intake.application_material where region = :region and number = :number")
                .param("region", centre.region())
                .param("number", number)
                .update();
        materials.forEach(material -> insert(number, material));
        supplements.changed(number);
    }

    private void insert(String number, CheckedMaterial material) {
        jdbc.sql("""
                        insert into intake.application_material (region, number, key, way, points_met, remark, files,
                            result_number, result_item, result_certificate)
                        values (:region, :number, :key, :way, :points, :remark, :files,
                            :resultNumber, :resultItem, :resultCertificate)
                        """)
                .param("region", centre.region())
                .param("number", number)
                .params(values(material))
                .update();
    }

    private static Map<String, Object> values(CheckedMaterial material) {
        EarlierResult result = material.result();
        Map<String, Object> values = new HashMap<>();
        values.put("key", material.key());
        values.put("way", material.way().name());
        values.put("points", material.pointsMet().toArray(new Integer[0]));
        values.put("remark", material.remark());
        values.put("files", material.files().toArray(new UUID[0]));
        values.put("resultNumber", text(result == null ? null : result.number()));
        values.put("resultItem", text(result == null ? null : result.item()));
        values.put("resultCertificate", text(result == null ? null : result.certificate()));
        return values;
    }

    private static SqlParameterValue text(@Nullable String text) {
        return new SqlParameterValue(Types.VARCHAR, text);
    }
}
