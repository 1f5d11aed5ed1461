package city.onewindow.connection;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments' systems sent. */
@Repository
class MessageTable {

    private static final String INSERT = """
            insert into connection.message (region, account, message_id, number, item, department, kind, at, follows, body,
                    digest, received_at)
            values (:region, :account, :messageId, :number, :item, :department, :kind, :at, :follows, :body,
                    :digest, :now)
            on conflict (region, account, message_id) do nothing
            """;

    /** All but the body, which may be as long as the files in it. */
    private static final String SHOWN = """
            select id, message_id, account, number, item, kind, at, follows, received_at, state, reason, settled_at
            from connection.message
            """;

    private static final String OF_ID = """
             where region = :region and account = :account and message_id = :messageId
            """;

    private static final String WAITING = SHOWN + """
            where region = :region and number = :number and item = :item and state = 'WAITING'
            order by at, id
            """;

    private static final String SETTLE = """
            update connection.message
            set state = :state, reason = :reason, settled_at = case :state when 'WAITING' then null else :now end
            where region = :region and account = :account and message_id = :messageId and state = 'WAITING'
            """;

    /** A matter with messages that wait. */
    record Waiting(String number, String item) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final String region;

    MessageTable(JdbcClient jdbc, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.region = centre.region();
    }

    /** @return false if this account sent a message of this id before */
    boolean insert(KeptMessage message, byte[] body, String digest, Actor actor) {
        return jdbc.sql(INSERT)
                        .param("region", region)
                        .param("account", message.account())
                        .param("messageId", message.messageId())
                        .param("number", message.number())
                        .param("item", message.item())
                        .param("department", actor.department())
                        .param("kind", message.kind().name())
                        .param("at", message.at())
                        .param("follows", message.follows(), Types.VARCHAR)
                        .param("body", cipher.seal(body, place(message.account(), message.messageId())))
                        .param("digest", digest)
                        .param("now", message.receivedAt())
                        .update()
                == 1;
    }

    Optional<KeptMessage> one(String account, String messageId) {
        return jdbc.sql(SHOWN + OF_ID)
                .param("region", region)
                .param("account", account)
                .param("messageId", messageId)
                .query(MessageTable::message)
                .optional();
    }

    /** The same, kept for the caller's transaction; empty unless it waits. */
    Optional<KeptMessage> lockedWaiting(String account, String messageId) {
        return jdbc.sql(SHOWN + OF_ID + " and state = 'WAITING' for update")
                .param("region", region)
                .param("account", account)
                .param("messageId", messageId)
                .query(MessageTable::message)
                .optional();
    }

    String digest(String account, String messageId) {
        return jdbc.sql("select digest from connection.message" + OF_ID)
                .param("region", region)
                .param("account", account)
                .param("messageId", messageId)
                .query(String.class)
                .single();
    }

    /** As it came, byte for byte. */
    byte[] body(String account, String messageId) {
        byte[] sealed = jdbc.sql("select body from connection.message" + OF_ID)
                .param("region", region)
                .param("account", account)
                .param("messageId", messageId)
                .query(byte[].class)
                .single();
        return cipher.open(sealed, place(account, messageId));
    }

    /** In the order in which things happened there. */
    List<KeptMessage> waiting(String number, String item) {
        return jdbc.sql(WAITING)
                .param("region", region)
                .param("number", number)
                .param("item", item)
                .query(MessageTable::message)
                .list();
    }

    List<Waiting> withWaiting() {
        return jdbc.sql("""
                        select distinct number, item from connection.message
                        where region = :region and state = 'WAITING' order by number, item
                        """)
                .param("region", region)
                .query((row, index) -> new Waiting(row.getString("number"), row.getString("item")))
                .list();
    }

    /** What waits or was refused, of one account or of all of the department, the newest first. */
    List<Placed> unapplied(String department, @Nullable String account, long before, int limit) {
        return jdbc.sql(SHOWN + """
                        where region = :region and department = :department and state <> 'APPLIED' and id < :before
                          and (:account::text is null or account = :account)
                        order by id desc limit :limit
                        """)
                .param("region", region)
                .param("department", department)
                .param("account", account, Types.VARCHAR)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> new Placed(row.getLong("id"), message(row, index)))
                .list();
    }

    /** @param id its place in the list */
    record Placed(long id, KeptMessage message) {}

    void settle(KeptMessage message, Readiness now, LocalDateTime at) {
        jdbc.sql(SETTLE)
                .param("region", region)
                .param("account", message.account())
                .param("messageId", message.messageId())
                .param("state", now.state().name())
                .param("reason", now.reason())
                .param("now", at)
                .update();
    }

    /** A sealed body that is moved to another row doesn't open. */
    private String place(String account, String messageId) {
        return "message " + region + " " + account + " " + messageId;
    }

    private static KeptMessage message(ResultSet row, int index) throws SQLException {
        return new KeptMessage(
                row.getString("message_id"),
                row.getString("account"),
                row.getString("number"),
                row.getString("item"),
                MessageKind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class),
                row.getString("follows"),
                row.getObject("received_at", LocalDateTime.class),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("settled_at", LocalDateTime.class));
    }
}
