package city.onewindow.intake;

import city.onewindow.catalog.ErrandChoice;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.FairCopy;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The applications' tables. Who the applicant is and what the form says is sealed; every change counts the version. */
@Repository
class Applications {

    private static final String FOUND = """
            select a.*, coalesce(
                (select json_agg(json_build_object('key', m.key, 'way', m.way, 'pointsMet', m.points_met,
                            'remark', m.remark, 'files', m.files, 'result', case when m.result_number is not null
                                then json_build_object('number', m.result_number, 'item', m.result_item,
                                    'certificate', m.result_certificate) end))
                 from intake.application_material m where m.region = a.region and m.number = a.number), '[]') as materials,
                array(select '/materials/' || key from intake.put_back b where b.region = a.region and b.number = a.number and fell) as fallen
            from intake.application a
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;
    private final ApplicationRows rows;
    private final Centre centre;
    private final ZoneId zone;

    Applications(JdbcClient jdbc, JsonMapper json, Cipher cipher, ApplicationRows rows, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
        this.rows = rows;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    String nextNumber(LocalDate day) {
        long serial = jdbc.sql("select nextval('intake.application_number')")
                .query(Long.class)
                .single();
        return CaseNumber.of(centre.region(), day, serial);
    }

    /**
     * @param act what begins it, at the window or online
     * @param submission digest of what began it
     * @return false if the same account has already begun an application with this key
     */
    boolean add(Application application, IntakeAct act, String title, String idempotencyKey, String submission) {
        return jdbc.sql("""
                        with added as (
                            insert into intake.application
                                (region, number, query_code, status, one_thing, items, answers, title, edition,
                                 window_code, applicant, applicant_fingerprint, sealed, created_by, created_at,
                                 updated_at, idempotency_key, submission)
                            values (:region, :number, :queryCode, :status, :oneThing, :items, :answers::jsonb, :title,
                                 :edition, :window, :applicant, :fingerprint, :sealed, :who, :at, :at, :key, :submission)
                            on conflict on constraint application_once do nothing
                            returning number)
                        insert into intake.history (region, number, at, who, act, to_status)
                        select :region, number, :at, :who, :act, :status from added
                        """)
                        .param("region", centre.region())
                        .param("number", application.number())
                        .param("queryCode", application.queryCode())
                        .param("status", application.status().name())
                        .param("act", act.name())
                        .param("oneThing", application.choice().oneThing())
                        .param("items", application.choice().items().toArray(new String[0]))
                        .param(
                                "answers",
                                json.writeValueAsString(application.choice().answers()))
                        .param("title", title)
                        .param("edition", application.edition())
                        .param("window", application.window())
                        .param("applicant", application.applicant().masked())
                        .param("fingerprint", fingerprint(application.applicant()))
                        .param("sealed", seal(application))
                        .param("who", application.createdBy())
                        .param("at", at(application.createdAt()))
                        .param("key", idempotencyKey)
                        .param("submission", submission)
                        .update()
                > 0;
    }

    Optional<Application> find(String number) {
        return jdbc.sql(FOUND + "where a.region = :region and a.number = :number")
                .param("region", centre.region())
                .param("number", number)
                .query((row, line) -> rows.application(row))
                .optional();
    }

    /**
     * What the same person or organisation had accepted of certain one-things, the newest first: as many as one may still look through.
     *
     * @param oneThings codes
     */
    List<Application> acceptedOf(Applicant applicant, Collection<String> oneThings) {
        return jdbc.sql(FOUND + """
                        where a.region = :region and a.applicant_fingerprint = :fingerprint and a.status = 'ACCEPTED'
                          and a.one_thing = any (:oneThings)
                        order by a.created_at desc
                        limit 50
                        """)
                .param("region", centre.region())
                .param("fingerprint", fingerprint(applicant))
                .param("oneThings", oneThings.toArray(String[]::new))
                .query((row, line) -> rows.application(row))
                .list();
    }

    /**
     * The newest that the same person or organisation had accepted, whatever it was for, and of which a window has seen who applied: at
     * its acceptance, or when all that was to be shown of one online was.
     */
    Optional<Application> newestAcceptedOf(Applicant applicant) {
        return jdbc.sql(FOUND + """
                        where a.region = :region and a.applicant_fingerprint = :fingerprint and a.status = 'ACCEPTED'
                          and (not exists (select from intake.history h where h.region = a.region and h.number = a.number
                                             and h.from_status = 'SUBMITTED' and h.to_status = 'ACCEPTED')
                               or (select bool_and(m.way <> 'TO_SHOW') and bool_or(m.way in ('SEEN', 'SIGNED'))
                                   from intake.application_material m where m.region = a.region and m.number = a.number))
                        order by a.created_at desc
                        limit 1
                        """)
                .param("region", centre.region())
                .param("fingerprint", fingerprint(applicant))
                .query((row, line) -> rows.application(row))
                .optional();
    }

    Optional<Applicant> applicant(String number) {
        return jdbc.sql("select sealed from intake.application where region = :region and number = :number")
                .param("region", centre.region())
                .param("number", number)
                .query((row, line) -> rows.applicant(row))
                .optional();
    }

    /**
     * Until the transaction ends nobody else changes it.
     *
     * @throws Problem.Conflict if there is none any more
     */
    void lock(String number) {
        int there = jdbc.sql("select 1 from intake.application where region = :region and number = :number for update")
                .param("region", centre.region())
                .param("number", number)
                .query(Integer.class)
                .list()
                .size();
        mustHaveChanged(there, number);
    }

    /** What is filled in and what was said of it. Guarded by the version that was read: of two clerks who save at once, one is told. */
    void saveForm(Application before, Application filled, LocalDateTime at) {
        int changed = jdbc.sql("""
                        update intake.application
                        set sealed = :sealed, demandable = :demandable, updated_at = :at, version = version + 1
                        where region = :region and number = :number and version = :version
                          and status = :status
                        """)
                .param("sealed", seal(filled))
                .param("demandable", filled.demandable().toArray(new String[0]))
                .param("at", at(at))
                .param("region", centre.region())
                .param("number", before.number())
                .param("version", before.version())
                .param("status", before.status().name())
                .update();
        mustHaveChanged(changed, before.number());
    }

    void saveChoice(Application before, Application revised, Set<String> demandable, String title, LocalDateTime at) {
        ErrandChoice choice = revised.choice();
        Applicant applicant = revised.applicant();
        int changed = jdbc.sql("""
                        update intake.application
                        set one_thing = :oneThing, items = :items, answers = :answers::jsonb, title = :title,
                            sealed = :sealed, applicant = :applicant, applicant_fingerprint = :fingerprint,
                            demandable = :demandable,
                            updated_at = :at, version = version + 1
                        where region = :region and number = :number and version = :version
                          and status = :status
                        """)
                .param("oneThing", choice.oneThing())
                .param("items", choice.items().toArray(new String[0]))
                .param("answers", json.writeValueAsString(choice.answers()))
                .param("title", title)
                .param("sealed", seal(revised))
                .param("applicant", applicant.masked())
                .param("fingerprint", fingerprint(applicant))
                .param("demandable", demandable.toArray(new String[0]))
                .param("at", at(at))
                .param("region", centre.region())
                .param("number", before.number())
                .param("version", before.version())
                .param("status", before.status().name())
                .update();
        mustHaveChanged(changed, before.number());
    }

    /**
     * Moves the application on, issues what papers that gives, and writes the history and the audit log, in one statement;
     * somebody else's change in between is a conflict.
     */
    void move(Transition transition) {
        try {
            mustHaveChanged(written(transition), transition.before().number());
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }

    private int written(Transition transition) {
        Application before = transition.before();
        List<FairCopy> papers = transition.papers();
        CameIn came = transition.cameIn();
        return jdbc.sql("""
                        with moved as (
                            update intake.application
                            set status = :to, sealed = coalesce(:sealed, sealed), demandable = :demandable, supplement_until = :supplementUntil,
                                deferred_until = :deferredUntil, received_at = case
                                    when :act = 'APPLY' then :cameIn::timestamptz
                                    when :to = 'SUPPLEMENT' and :act not in ('RECEIVE', 'CORRECT') then null
                                    else least(received_at, :cameIn::timestamptz) end,
                                named = case when :act = 'NOTIFY' then :demandable else named end, updated_at = :at, version = version + 1
                            where region = :region and number = :number and version = :version and status = :from
                            returning region, number)
                        insert into intake.history (region, number, at, who, act, from_status, to_status, document, idempotency_key, came_on)
                        select region, number, :at, :who, :act, :from, :to, :document, :key, :cameOn
                        from moved,
                             lateral (select count(notice.issue(copy::notice.fair_copy)) from unnest(:papers::text[]) as copy
                                      where moved.number is not null) as issued
                        where audit.record(region, :at, :who, :audited, number, :detail)
                        """)
                .param("to", transition.to().name())
                .param("sealed", transition.tells() ? seal(before.telling(transition.told())) : null, Types.BINARY)
                .param("demandable", transition.demandable().toArray(new String[0]))
                .param("supplementUntil", transition.supplementUntil(), Types.DATE)
                .param("deferredUntil", transition.deferredUntil(), Types.DATE)
                .param("at", at(transition.at()))
                .param("cameIn", came == null ? null : at(came.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("cameOn", came == null ? null : came.on(), Types.DATE)
                .param("region", centre.region())
                .param("number", before.number())
                .param("version", before.version())
                .param("from", before.status().name())
                .param("who", transition.who())
                .param("act", transition.act().name())
                .param("document", papers.isEmpty() ? null : papers.get(0).verifyCode(), Types.VARCHAR)
                .param("papers", papers.stream().map(FairCopy::row).toArray(String[]::new))
                .param("audited", "application." + transition.act().name().toLowerCase(Locale.ROOT))
                .param("detail", transition.detail())
                .param("key", transition.key() == null ? null : transition.key().value(), Types.VARCHAR)
                .update();
    }

    /** Otherwise somebody else changed it since it was read. */
    static void mustHaveChanged(int rows, String number) {
        if (rows == 0) {
            throw new Problem.Conflict("申请 " + number + " 刚刚被别人改过，您的修改没有保存。请刷新页面，看过最新内容后再办。");
        }
    }

    private String fingerprint(Applicant applicant) {
        return cipher.fingerprint(applicant.idNumber());
    }

    private byte[] seal(Application application) {
        return cipher.seal(json.writeValueAsBytes(new ApplicationRows.Sealed(
                application.applicant(), application.form(), application.remarks(), application.told())));
    }

    private OffsetDateTime at(LocalDateTime time) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
