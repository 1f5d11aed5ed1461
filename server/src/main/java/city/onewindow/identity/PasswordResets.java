package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which passwords were reset under which keys, so that a call that is sent again doesn't void the password it gave. */
@Repository
class PasswordResets {

    private final JdbcClient jdbc;
    private final String region;
    private final Clock clock;

    PasswordResets(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.region = centre.region();
        this.clock = clock;
    }

    /**
     * Of two at once the second waits for the first.
     *
     * @return false if this account's password was reset under the key before
     * @throws Problem.Conflict if another's was
     */
    boolean begin(String who, IdempotencyKey key, String name) {
        int written = jdbc.sql("""
                        insert into identity.password_reset (region, who, idempotency_key, name, at)
                        values (:region, :who, :key, :name, :at)
                        on conflict do nothing
                        """)
                .param("region", region)
                .param("who", who)
                .param("key", key.value())
                .param("name", name)
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (written == 0) {
            mustBeTheSame(who, key, name);
        }
        return written == 1;
    }

    private void mustBeTheSame(String who, IdempotencyKey key, String name) {
        String before = jdbc.sql("""
                        select name from identity.password_reset
                        where region = :region and who = :who and idempotency_key = :key
                        """)
                .param("region", region)
                .param("who", who)
                .param("key", key.value())
                .query(String.class)
                .single();
        if (!before.equals(name)) {
            throw IdempotencyKey.used("重置账号 " + before + " 的密码");
        }
    }
}
