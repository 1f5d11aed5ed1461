package city.onewindow.issuance;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took what, in schema {@code issuance}. */
@Repository
class Handovers {

    private static final String INSERT = """
            with made as (
                insert into issuance.handover (region, number, at, by_account, by_name, taker_masked, relation, taker,
                        way, served_on, delivery, receipt, idempotency_key)
                values (:region, :number, :at, :by, :byName, :masked, :relation, :taker,
                        :way, :servedOn, :delivery, :receipt, :key)
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
    void add(Handover handover, Delivery delivery, Actor actor, IdempotencyKey key) {
        Taker taker = delivery.taker();
        Relation relation = handover.relation();
        jdbc.sql(INSERT)
                .param("region", centre.region())
                .param("number", handover.number())
                .param("at", handover.at())
                .param("moment", handover.at().atZone(zone).toOffsetDateTime())
                .param("detail", String.join(" ", handover.items()))
                .param("by", actor.account())
                .param("byName", handover.byName())
                .param("masked", handover.taker())
                .param("relation", relation == null ? null : relation.name())
                .param(
                        "taker",
                        cipher.seal(String.join(
                                "\n",
                                taker.name(),
                                taker.idNumber(),
                                taker.authorisation(),
                                taker.idType().name())))
                .param("way", handover.way().name())
                .param("servedOn", handover.servedOn())
                .param("delivery", cipher.seal(details(delivery)))
                .param("receipt", handover.receipt())
                .param("key", key.value())
                .param("items", handover.items().toArray(String[]::new))
                .update();
    }

    /** A line for each that the way asks for; addresses and names of others are in it. */
    private static String details(Delivery delivery) {
        return delivery.way().details().stream()
                .map(detail -> detail + " " + delivery.text(detail))
                .collect(Collectors.joining(
                        "\n", "", delivery.unseen().isEmpty() ? "" : "\nUNSEEN " + delivery.unseen()));
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
        String relation = row.getString("relation");
        return new Handover(
                row.getString("number"),
                row.getObject("at", LocalDateTime.class),
                List.of((String[]) row.getArray("items").getArray()),
                row.getString("by_name"),
                row.getString("taker_masked"),
                relation == null ? null : Relation.valueOf(relation),
                Way.valueOf(row.getString("way")),
                row.getObject("served_on", LocalDate.class),
                row.getString("receipt"));
    }
}
