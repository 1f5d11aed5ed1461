package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What cases are made of, kept in memory once read: since nothing of it ever changes, any number of instances may keep it.
 * Whether an act may be done is not for this to say; its statement finds out.
 */
@Repository
class AcceptedCases {

    /** Of about two kilobytes each: more cases than anybody works on in an hour; applicants' names stay no longer than that. */
    private static final int KEPT = 10_000;

    private static final Duration IDLE = Duration.ofHours(1);

    private static final String READ = """
            select f.number, f.title, f.edition, f.accepted_at, f.applicant, f.addressee, f.joint_days,
                   m.item, m.item_name, m.seq, m.legal_basis, m.result, m.numbered_by_department, m.after,
                   m.promised_days - coalesce(m.promise_extended, m.extended) as promised_days, m.promised_unit,
                   m.statutory_days - m.extended as statutory_days, m.statutory_unit
            from approval.case_file f
            join approval.matter m on m.region = f.region and m.number = f.number
            where f.region = :region and f.number = :number
            order by m.seq
            """;

    private final Cache<String, AcceptedCase> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(IDLE).build();

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final Centre centre;

    AcceptedCases(JdbcClient jdbc, CaseFiles files, Centre centre) {
        this.jdbc = jdbc;
        this.files = files;
        this.centre = centre;
    }

    /** @throws Problem.NotFound if there is no such case */
    AcceptedCase one(String number) {
        return find(number).orElseThrow(Approval::unknown);
    }

    Optional<AcceptedCase> find(String number) {
        return Optional.ofNullable(kept.get(number, absent -> read(absent).orElse(null)));
    }

    private Optional<AcceptedCase> read(String number) {
        return jdbc.sql(READ)
                .param("region", centre.region())
                .param("number", number)
                .query(rows -> {
                    Addressed to = null;
                    List<AcceptedMatter> matters = new ArrayList<>();
                    while (rows.next()) {
                        to = to == null ? files.addressed(rows) : to;
                        matters.add(matter(rows));
                    }
                    return to == null ? Optional.empty() : Optional.of(new AcceptedCase(to, matters));
                });
    }

    private static AcceptedMatter matter(ResultSet row) throws SQLException {
        return new AcceptedMatter(
                row.getString("item"),
                row.getString("item_name"),
                row.getInt("seq"),
                row.getString("legal_basis"),
                row.getString("result"),
                row.getBoolean("numbered_by_department"),
                Matters.after(row),
                Matters.promised(row),
                Matters.statutory(row));
    }
}
