package city.onewindow.audit;

import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit log's door. */
@Service
public class Audit {

    private final Entries entries;
    private final Clock clock;

    Audit(Entries entries, Clock clock) {
        this.entries = entries;
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
        entries.append(clock.instant(), who, act, object, detail);
    }

    /**
     * Writes down one act that was done to many, in the caller's transaction.
     *
     * @param details by what it was done to
     */
    public void record(String who, String act, Map<String, String> details) {
        entries.append(clock.instant(), who, act, details);
    }

    /**
     * What the log says, newest first.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<AuditEntry> search(AuditQuery query, int size, @Nullable String after) {
        return entries.search(query, size, after);
    }
}
