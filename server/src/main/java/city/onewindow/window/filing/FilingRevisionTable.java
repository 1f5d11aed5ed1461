package city.onewindow.window.filing;

import city.onewindow.kernel.Centre;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which revisions filings began, and at which save they left them. */
@Repository
class FilingRevisionTable {

    private final JdbcClient jdbc;
    private final String region;

    FilingRevisionTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /** @param left saves by number of the revision */
    void add(long filing, Map<Long, Integer> left) {
        if (left.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into "window".filing_revision (region, filing, revision, saves)
                        select :region, :filing, revision, saves from unnest(:revisions, :saves) as left_at (revision, saves)
                        """)
                .param("region", region)
                .param("filing", filing)
                .param("revisions", left.keySet().toArray(Long[]::new))
                .param("saves", left.values().toArray(Integer[]::new))
                .update();
    }

    /**
     * How the last filing that had to do with a revision left it.
     *
     * @param round in which that was
     */
    record Left(int saves, long round) {}

    /** By all filings of a table, in whatever round; by number of the revision. */
    Map<Long, Left> leftBy(Target target) {
        Map<Long, Left> left = new HashMap<>();
        jdbc.sql("""
                        select r.revision, max(r.saves) as saves, max(f.round) as round
                        from "window".filing f join "window".filing_revision r on r.region = f.region and r.filing = f.id
                        where f.region = :region and f.annex = :annex and f.subject = :subject
                        group by r.revision
                        """)
                .param("region", region)
                .param("annex", target.annex().number())
                .param("subject", target.code())
                .query(row -> {
                    left.put(row.getLong("revision"), new Left(row.getInt("saves"), row.getLong("round")));
                });
        return left;
    }
}
