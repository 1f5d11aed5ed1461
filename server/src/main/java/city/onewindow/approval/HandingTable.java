package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Makes the slips with which paper is handed over. */
@Repository
class HandingTable {

    /** What was objected to is handed over again by a slip of the same way with all of it; of other paper nothing is said. */
    private static final String HAND = """
            with made as (
                insert into approval.slip (region, number, direction, department, item, window_code, reason, lines, kept, bundle, handed_by,
                        handed_name, handed_at, idempotency_key)
                values (:region, :number, :direction, :department, :item, :window, :reason, :lines::jsonb,
                        case :direction when 'TO_DEPARTMENT' then :lines::jsonb end, :bundle, :who, :whoName, :at, :key)
                returning id, number, direction, department, lines
            ), replaced as (
                update approval.slip s set replaced = true
                from made
                where s.region = :region and s.number = made.number and s.direction = made.direction
                  and s.department = made.department
                  and s.objection <> '' and not s.replaced and s.taken_back is null and made.lines @> s.lines
            )
            select made.id
            from made, audit.record(:region, :moment, :who, :act, made.number, trim(made.department || ' ' || made.id))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Centre centre;
    private final Clock clock;

    HandingTable(JdbcClient jdbc, JsonMapper json, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * What is handed over, and where it goes: {@link Slip} as it will be.
     *
     * @param department code; empty if the applicant gets it
     * @param reason empty for what goes to a department
     * @param bundle with which others it goes; null if alone
     */
    record Handing(
            String number,
            Slip.Direction direction,
            String department,
            String item,
            String window,
            String reason,
            List<Slip.Line> lines,
            @Nullable String bundle) {

        private String act() {
            return switch (direction) {
                case TO_DEPARTMENT -> "slip.hand";
                case TO_WINDOW -> "slip.hand-back";
                case TO_APPLICANT -> "slip.give-back";
            };
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this account used the key before */
    long hand(Handing handing, Actor actor, @Nullable IdempotencyKey key) {
        return jdbc.sql(HAND)
                .param("region", centre.region())
                .param("number", handing.number())
                .param("direction", handing.direction().name())
                .param("department", handing.department())
                .param("item", handing.item())
                .param("window", handing.window())
                .param("reason", handing.reason())
                .param("lines", json.writeValueAsString(handing.lines()))
                .param("bundle", handing.bundle(), Types.VARCHAR)
                .param("act", handing.act())
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", LocalDateTime.now(clock))
                .param("moment", OffsetDateTime.now(clock))
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .query((row, line) -> row.getLong("id"))
                .single();
    }

    /** Keeps others from handing over paper of the same case until the transaction ends. */
    void lock(String number) {
        jdbc.sql("select from approval.case_file where region = :region and number = :number for update")
                .param("region", centre.region())
                .param("number", number)
                .query((row, line) -> true)
                .list();
    }
}
