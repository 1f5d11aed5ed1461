package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what anybody may do without an account, in the database, so that any number of instances refuse together. */
@Repository
class Attempts {

    /**
     * What is counted.
     *
     * @param allowed how much of it within the time
     */
    enum Purpose {
        /** Opening one number. Guessing at it shuts it for everybody, as a name that is guessed at is locked. */
        OPEN_NUMBER(10, Duration.ofMinutes(15)),
        /** Many people stand behind one address of a phone network; of IPv6 a whole {@link Line} counts as one. */
        OPEN_ADDRESS(100, Duration.ofMinutes(15)),
        /** Wrong guesses at what is only looked up by number and query code: people look often, but know what they look for. */
        TRACK_ADDRESS(100, Duration.ofMinutes(15)),
        BEGIN_ADDRESS(30, Duration.ofDays(1)),
        /** In kilobytes. */
        UPLOAD_ADDRESS(1024 * 1024, Duration.ofDays(1));

        private final long allowed;
        private final Duration within;

        Purpose(long allowed, Duration within) {
            this.allowed = allowed;
            this.within = within;
        }
    }

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Cipher cipher, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Counts first and is asked afterwards, so that guesses side by side are not more than one after another.
     *
     * @param who an address or a number
     * @return whether it is still within what is allowed
     */
    boolean use(Purpose purpose, String who, long amount) {
        OffsetDateTime now = moment();
        long used = jdbc.sql("""
                        insert into intake.attempt as a (region, purpose, who, since, used)
                        values (:region, :purpose, :who, :now, :amount)
                        on conflict (region, purpose, who) do update
                        set since = case when a.since <= :before then excluded.since else a.since end,
                            used = excluded.used + case when a.since <= :before then 0 else a.used end
                        returning used
                        """)
                .param("region", centre.region())
                .param("purpose", purpose.name())
                .param("who", fingerprint(purpose, who))
                .param("now", now)
                .param("before", now.minus(purpose.within))
                .param("amount", amount)
                .query(Long.class)
                .single();
        return used <= purpose.allowed;
    }

    /** Whether one more would be within what is allowed; counts nothing. */
    boolean isFree(Purpose purpose, String who) {
        return jdbc.sql("""
                        select 1 from intake.attempt
                        where region = :region and purpose = :purpose and who = :who
                          and since > :before and used >= :allowed
                        """)
                .param("region", centre.region())
                .param("purpose", purpose.name())
                .param("who", fingerprint(purpose, who))
                .param("before", moment().minus(purpose.within))
                .param("allowed", purpose.allowed)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Whoever got in has not been guessing. */
    void forget(Purpose purpose, String who) {
        jdbc.sql("delete from intake.attempt where region = :region and purpose = :purpose and who = :who")
                .param("region", centre.region())
                .param("purpose", purpose.name())
                .param("who", fingerprint(purpose, who))
                .update();
    }

    /** What is older than any limit looks back. */
    void sweep() {
        jdbc.sql("delete from intake.attempt where region = :region and since < :before")
                .param("region", centre.region())
                .param("before", moment().minus(KEPT))
                .update();
    }

    private String fingerprint(Purpose purpose, String who) {
        return cipher.fingerprint(purpose == Purpose.OPEN_NUMBER ? who : Line.of(who));
    }

    private OffsetDateTime moment() {
        return clock.instant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
