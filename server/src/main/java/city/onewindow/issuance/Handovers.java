package city.onewindow.issuance;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took what, in schema {@code issuance}. */
@Repository
class Handovers {

    private static final String INSERT = """
            with made as (
                insert into issuance.handover (region, number, at, by_account, by_name, taker_masked, relation, taker,
                        receipt, idempotency_key)
                values (:region, :number, :at, :by, :byName, :masked, :relation, :taker, :receipt, :key)
                returning id
            )
            insert into issuance.handover_item (region, number, item, handover)
            select :region, :number, item, id
            from made, audit.record(:region, :moment, :by, 'handover', :number, :detail), unnest(:items) as item
            """;

    private static final String READ = """
            select h.*, array(select i.item from issuance.handover_item i
                              where i.region = h.region and i.number = h.number and i.handover = h.id
                              order by i.item) as items
            from issuance.handover h
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;
    private final ZoneId zone;

    Handovers(JdbcClient jdbc, Cipher cipher, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /**
     * Writes it down, here and in the audit log.
     *
     * @throws org.springframework.dao.DuplicateKeyException if this account used the key before
     */
    void add(Handover handover, Taker taker, Actor actor, IdempotencyKey key) {
        jdbc.sql(INSERT)
                .param("region", centre.region())
                .param("number", handover.number())
                .param("at", handover.at())
                .param("moment", handover.at().atZone(zone).toOffsetDateTime())
                .param("detail", String.join(" ", handover.items()))
                .param("by", actor.account())
                .param("byName", handover.byName())
                .param("masked", handover.taker())
                .param("relation", handover.relation().name())
                .param(
                        "taker",
                        cipher.seal(String.join(
                                "\n",
                                taker.name(),
                                taker.idNumber(),
                                taker.authorisation(),
                                taker.idType().name())))
                .param("receipt", handover.receipt())
                .param("key", key.value())
                .param("items", handover.items().toArray(String[]::new))
                .update();
    }

    Optional<Handover> byKey(Actor actor, IdempotencyKey key) {
        return jdbc.sql(READ + "where h.region = :region and h.by_account = :by and h.idempotency_key = :key")
                .param("region", centre.region())
                .param("by", actor.account())
                .param("key", key.value())
                .query(Handovers::handover)
                .optional();
    }

    /** Of a case, oldest first. */
    List<Handover> of(String number) {
        return jdbc.sql(READ + "where h.region = :region and h.number = :number order by h.id")
                .param("region", centre.region())
                .param("number", number)
                .query(Handovers::handover)
                .list();
    }

    private static Handover handover(ResultSet row, int index) throws SQLException {
        return new Handover(
                row.getString("number"),
                row.getObject("at", LocalDateTime.class),
                List.of((String[]) row.getArray("items").getArray()),
                row.getString("by_name"),
                row.getString("taker_masked"),
                Relation.valueOf(row.getString("relation")),
                row.getString("receipt"));
    }
}
