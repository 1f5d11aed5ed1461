package city.onewindow.audit.web;

import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for programs; newest first. */
@RestController
@PreAuthorize("hasRole('AUDITOR')")
@Tag(name = "audit", description = "审计日志")
class AuditApi {

    private final Audit audit;
    private final Clock clock;

    AuditApi(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/audit")
    Slice<AuditEntry> search(
            AuditFilter filter,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return audit.search(filter.query(clock.getZone()), Slice.size(size), after);
    }
}
