package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Digests;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts failed sign-ins in the database, so that any number of instances lock an account together. */
@Repository
class FailedSignIns {

    static final int ALLOWED = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final String region;

    FailedSignIns(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /** Until when nobody can sign in under this name. */
    Optional<Instant> lockedUntil(String name, Instant now) {
        return jdbc.sql("""
                        select last_at from identity.failed_sign_in
                        where region = :region and name_digest = :digest and failures >= :allowed and last_at > :since
                        """)
                .param("region", region)
                .param("digest", Digests.sm3(name))
                .param("allowed", ALLOWED)
                .param("since", utc(now.minus(LOCKED)))
                .query(OffsetDateTime.class)
                .optional()
                .map(last -> last.toInstant().plus(LOCKED));
    }

    /**
     * Counts one more; failures that are older than a lock are forgotten. A locked name is left as it is, so that going
     * on trying doesn't lengthen the lock.
     *
     * @return whether this one locked the name
     */
    boolean count(String name, Instant now) {
        sweep(now);
        Optional<Integer> failures = jdbc.sql("""
                        insert into identity.failed_sign_in as f (region, name_digest, failures, last_at)
                        values (:region, :digest, 1, :now)
                        on conflict (region, name_digest) do update
                        set failures = case when f.last_at <= :since then 1 else f.failures + 1 end, last_at = :now
                        where f.last_at <= :since or f.failures < :allowed
                        returning failures
                        """)
                .param("region", region)
                .param("digest", Digests.sm3(name))
                .param("allowed", ALLOWED)
                .param("now", utc(now))
                .param("since", utc(now.minus(LOCKED)))
                .query(Integer.class)
                .optional();
        return failures.filter(n -> n >= ALLOWED).isPresent();
    }

    void forget(String name) {
        jdbc.sql("delete from identity.failed_sign_in where region = :region and name_digest = :digest")
                .param("region", region)
                .param("digest", Digests.sm3(name))
                .update();
    }

    /** Names that nobody tries any more go, whoever made them up; rows that another sweep holds are left to it. */
    private void sweep(Instant now) {
        jdbc.sql("""
                        delete from identity.failed_sign_in where (region, name_digest) in (
                            select region, name_digest from identity.failed_sign_in
                            where last_at < :forgotten limit 100 for update skip locked)
                        """).param("forgotten", utc(now.minus(KEPT))).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
