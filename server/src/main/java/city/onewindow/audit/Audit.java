package city.onewindow.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The audit log's door. */
@Service
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one act down, in the caller's transaction: an act that isn't audited isn't done.
     *
     * @param who the account, or "applicant" with the case number, or "system"
     * @param act the verb, such as {@code application.accept}
     * @param object what it was done to, such as a case number
     * @param detail what else an auditor needs; never personal data
     */
    public void record(String who, String act, String object, String detail) {
        jdbc.sql("""
                        insert into audit.entry (at, who, act, object, detail)
                        values (:at, :who, :act, :object, :detail)
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("who", who)
                .param("act", act)
                .param("object", object)
                .param("detail", detail)
                .update();
    }
}
