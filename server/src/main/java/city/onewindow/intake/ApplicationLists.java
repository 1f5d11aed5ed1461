package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The applications as lists show them: masked, nothing of what is sealed opened. */
@Repository
class ApplicationLists {

    private static final String SUMMARY = """
            select a.number, a.title, a.applicant, a.status, a.created_by, a.created_at, a.supplement_until, a.received_at,
                case when exists (
                    select 1 from intake.application_material m
                    where m.region = a.region and m.number = a.number and m.way = 'DEFERRED')
                then a.deferred_until end as deferred_until,
                case when a.status = 'WITHDRAWN' then (
                    select h.act from intake.history h
                    where h.region = a.region and h.number = a.number and h.to_status = 'WITHDRAWN') end as withdrawn_by,
            (select min(r.until) from intake.ruling r
             where r.region = a.region and r.number = a.number and """ + OrderedAnswers.ANSWERED + """
             is null) as ordered_until,
            exists (
                select from intake.ruling r
                where r.region = a.region and r.number = a.number and r.kind in ('REVOKED', 'ORDERED')) as reopened,
            """ + Reroutings.REROUTED_FROM + """
            from intake.application a
            """;

    /** None that its applicant hasn't handed in, and took back online before he did. */
    private static final String HANDED_IN = """
            a.status <> 'PREPARING' and (a.status <> 'WITHDRAWN' or a.created_by <> :applicant or exists (
                select 1 from intake.pre_review p where p.region = a.region and p.number = a.number))
            """;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final ApplicationRows rows;
    private final Centre centre;

    ApplicationLists(JdbcClient jdbc, Cipher cipher, ApplicationRows rows, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.rows = rows;
        this.centre = centre;
    }

    /**
     * Newest first.
     *
     * @param awaited only cases that still wait for a deferred material
     * @param after the number that the previous page ended with; null at the beginning
     */
    List<ApplicationSummary> ofWindow(
            String window, @Nullable ApplicationStatus status, boolean awaited, @Nullable String after, int limit) {
        return jdbc.sql(SUMMARY + """
                        where a.region = :region and a.window_code = :window and
                        """ + HANDED_IN + """
                          and (cast(:status as text) is null or a.status = :status)
                          and (not :awaited or a.status = 'ACCEPTED' and a.deferred_until is not null and exists (
                                select 1 from intake.application_material m
                                where m.region = a.region and m.number = a.number and m.way = 'DEFERRED'))
                          and (cast(:after as text) is null or a.number < :after)
                        order by a.number desc
                        limit :limit
                        """)
                .param("region", centre.region())
                .param("window", window)
                .param("applicant", OnlineGate.APPLICANT.account())
                .param("status", status == null ? null : status.name())
                .param("awaited", awaited)
                .param("after", after)
                .param("limit", limit)
                .query((row, line) -> rows.summary(row))
                .list();
    }

    /** Of the person or organisation with this number, newest first. */
    List<ApplicationSummary> ofApplicant(String window, String idNumber, int limit) {
        return jdbc.sql(SUMMARY + """
                        where a.region = :region and a.applicant_fingerprint = :fingerprint and a.window_code = :window and
                        """ + HANDED_IN + """
                        order by a.number desc
                        limit :limit
                        """)
                .param("region", centre.region())
                .param("fingerprint", cipher.fingerprint(idNumber))
                .param("window", window)
                .param("applicant", OnlineGate.APPLICANT.account())
                .param("limit", limit)
                .query((row, line) -> rows.summary(row))
                .list();
    }

    /** Those whose numbers end so, newest first. */
    List<ApplicationSummary> ofSerial(String window, String serial, int limit) {
        return jdbc.sql(SUMMARY + """
                        where a.region = :region and right(a.number, 6) = :serial and a.window_code = :window and
                        """ + HANDED_IN + """
                        order by a.number desc
                        limit :limit
                        """)
                .param("region", centre.region())
                .param("serial", serial)
                .param("window", window)
                .param("applicant", OnlineGate.APPLICANT.account())
                .param("limit", limit)
                .query((row, line) -> rows.summary(row))
                .list();
    }

    /** One that is no case, for whoever has its number and query code. */
    Optional<ApplicationSummary> tracked(String number, String queryCode) {
        return jdbc.sql(SUMMARY + """
                        where a.region = :region and a.number = :number and a.query_code = :code and a.status <> 'ACCEPTED'
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("code", queryCode)
                .query((row, line) -> rows.summary(row))
                .optional();
    }

    /** Other applications of the same person or organisation at the window for the same errand that are not ended. */
    List<ApplicationSummary> alike(String window, Applicant applicant, String title, String exceptNumber) {
        return jdbc.sql(SUMMARY + """
                        where a.region = :region and a.applicant_fingerprint = :fingerprint and a.title = :title
                          and a.window_code = :window and a.number <> :except and a.status in ('DRAFT', 'SUPPLEMENT', 'ACCEPTED')
                        order by a.created_at desc
                        limit 5
                        """)
                .param("region", centre.region())
                .param("fingerprint", cipher.fingerprint(applicant.idNumber()))
                .param("title", title)
                .param("window", window)
                .param("except", exceptNumber)
                .query((row, line) -> rows.summary(row))
                .list();
    }
}
