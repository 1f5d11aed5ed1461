package city.onewindow.audit;

import java.time.Instant;

/** One act, as {@link Audit#record} took it down. */
public record AuditEntry(Instant at, long id, String who, String act, String object, String detail) {}
