package city.onewindow.intake;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.RevokedHow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was ruled on refusals, and what that does to the application. */
@Repository
class RefusalRulingTable {

    /** Where the application stood when it was refused the last time. */
    private static final String REFUSED = """
            select from_status from intake.history
            where region = :region and number = :number and act = 'REFUSE'
            order by id desc limit 1
            """;

    /** The application, its history, the audit log, what the refusal verifies as, and what the applicant is told: none without the others. */
    private static final String RECORD = """
            with moved as (
                update intake.application
                set status = :to, received_at = case when :reopens then :received::timestamptz else received_at end,
                    updated_at = :at, version = version + 1
                where region = :region and number = :number and version = :version and status = 'REFUSED'
                returning region, number
            ), ruled as (
                insert into intake.ruling (region, number, seq, organ, organ_name, document, dated, reached_on, until, kind, rules, remedy,
                        refusal, who, who_name, at)
                select region, number, (select count(*) + 1 from intake.ruling r where r.region = :region and r.number = :number),
                       :organ, :organName, :ruling, :dated, :reachedOn, :until, :kind, :rules, :remedy, :refusal, :who, :whoName, :at
                from moved
            )
            insert into intake.history (region, number, at, who, act, from_status, to_status, document, idempotency_key)
            select region, number, :at, :who, :act, 'REFUSED', :to, :document, :key
            from moved,
                 lateral (select count(notice.issue(copy::notice.fair_copy)) from unnest(:papers::text[]) as copy
                          where moved.number is not null) as issued,
                 lateral (select count(notice.overrule(moved.region, array [old], :how, :ruledBy, :on::date, :told))
                          from unnest(:takenBack::text[]) as old) as overruled
            where audit.record(region, :at, :who, :audited, number, :ruling)
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    RefusalRulingTable(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** Oldest first. */
    List<RefusalRuling> of(String number) {
        return jdbc.sql("select * from intake.ruling where region = :region and number = :number order by seq")
                .param("region", centre.region())
                .param("number", number)
                .query(this::ruling)
                .list();
    }

    /** The one that opened the application again. */
    Optional<RefusalRuling> reopening(String number) {
        return of(number).stream().filter(one -> one.kind().reopens()).findFirst();
    }

    /** Where what is refused stood before. */
    ApplicationStatus refusedFrom(String number) {
        return ApplicationStatus.valueOf(jdbc.sql(REFUSED)
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .single());
    }

    /**
     * Guarded by the version that was read.
     *
     * @param to where it stands then
     * @param refusal number of the refusal
     * @param received from when the window's time runs, if it is open again
     * @param told what the applicant gets; null where the refusal stays
     */
    void record(
            Application before,
            AskedRefusalRuling asked,
            ApplicationStatus to,
            String refusal,
            LocalDateTime received,
            @Nullable FairCopy told,
            Actor actor,
            LocalDateTime at,
            @Nullable IdempotencyKey key) {
        RulingPaper paper = asked.paper();
        RefusalRuling.Kind kind = asked.mustKind();
        try {
            int rows = jdbc.sql(RECORD)
                    .param("region", centre.region())
                    .param("number", before.number())
                    .param("version", before.version())
                    .param("to", to.name())
                    .param("reopens", kind.reopens())
                    .param("received", at(received))
                    .param("at", at(at))
                    .param("on", at.toLocalDate())
                    .param("organ", paper.mustOrgan().name())
                    .param("organName", paper.name())
                    .param("ruling", paper.number())
                    .param("dated", paper.dated())
                    .param("reachedOn", paper.reachedOn())
                    .param("until", asked.until(), Types.DATE)
                    .param("kind", kind.name())
                    .param("rules", paper.said())
                    .param("remedy", paper.ordered())
                    .param("refusal", refusal)
                    .param("who", actor.account())
                    .param("whoName", actor.name())
                    .param("act", kind.act().name())
                    .param("document", told == null ? null : told.verifyCode(), Types.VARCHAR)
                    .param("papers", told == null ? new String[0] : new String[] {told.row()})
                    .param("takenBack", kind.reopens() ? new String[] {refusal} : new String[0])
                    .param("how", RevokedHow.SET_ASIDE.name())
                    .param("ruledBy", paper.name() + " " + paper.number())
                    .param("told", kind.term())
                    .param("audited", "application." + kind.act().name().toLowerCase(Locale.ROOT))
                    .param("key", key == null ? null : key.value(), Types.VARCHAR)
                    .update();
            Applications.mustHaveChanged(rows, before.number());
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }

    private OffsetDateTime at(LocalDateTime time) {
        return time.atZone(zone).toOffsetDateTime();
    }

    private RefusalRuling ruling(ResultSet row, int index) throws SQLException {
        return new RefusalRuling(
                row.getInt("seq"),
                RulingOrgan.valueOf(row.getString("organ")),
                row.getString("organ_name"),
                row.getString("document"),
                row.getObject("dated", LocalDate.class),
                row.getObject("reached_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                RefusalRuling.Kind.valueOf(row.getString("kind")),
                row.getString("rules"),
                row.getString("remedy"),
                row.getString("refusal"),
                row.getString("who_name"),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDateTime());
    }
}
