package city.onewindow.audit.web;

import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    private static final String ACT = "audit.act.";

    private final Audit audit;
    private final Clock clock;
    /** Names of acts as the page writes them, by which an auditor asks for one; with the code that is kept. */
    private final Map<String, String> acts = new TreeMap<>();

    AuditPage(Audit audit, Clock clock, Bundles bundles) {
        this.audit = audit;
        this.clock = clock;
        bundles.in(Locale.CHINESE).texts().forEach((key, name) -> {
            if (key.startsWith(ACT)) {
                acts.put(name, key.substring(ACT.length()));
            }
        });
    }

    @GetMapping("/audit")
    String search(Model model, AuditFilter filter, @RequestParam(required = false) @Nullable String after) {
        Slice<AuditRow> rows = audit.search(filter.byCode(acts).query(clock.getZone()), ROWS, after)
                .map(this::row);
        model.addAttribute("filter", filter);
        model.addAttribute("acts", acts.keySet());
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
