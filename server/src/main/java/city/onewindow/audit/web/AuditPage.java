package city.onewindow.audit.web;

import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's page: who did what, newest first. */
@Controller
@PreAuthorize("hasRole('AUDITOR')")
class AuditPage {

    private static final int ROWS = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Audit audit;
    private final Clock clock;

    AuditPage(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String search(Model model, AuditFilter filter, @RequestParam(required = false) @Nullable String after) {
        Slice<AuditRow> rows =
                audit.search(filter.query(clock.getZone()), ROWS, after).map(this::row);
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows.items());
        model.addAttribute("first", after == null);
        model.addAttribute("next", rows.next());
        return "audit/audit";
    }

    private AuditRow row(AuditEntry entry) {
        return new AuditRow(
                TIME.format(entry.at().atZone(clock.getZone())),
                entry.who(),
                entry.act(),
                entry.object(),
                entry.detail());
    }
}
