package city.onewindow.audit.web;

import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.audit.CodeNames;
import city.onewindow.audit.web.AuditRow.Told;
import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final List<CodeNames> rooms;
    private final KeptWords words;

    AuditPage(Audit audit, Clock clock, Bundles bundles, List<CodeNames> rooms) {
        this.audit = audit;
        this.rooms = rooms;
        this.clock = clock;
        this.words = new KeptWords(bundles);
        bundles.in(Locale.CHINESE).texts().forEach((key, name) -> {
            if (key.startsWith(ACT)) {
                acts.put(name, key.substring(ACT.length()));
            }
        });
    }

    @GetMapping("/audit")
    String search(Model model, AuditFilter filter, @RequestParam(required = false) @Nullable String after) {
        Slice<AuditEntry> found = audit.search(filter.byCode(acts).query(clock.getZone()), ROWS, after);
        Map<String, String> names = names(found.items());
        Slice<AuditRow> rows = found.map(entry -> row(entry, names));
        model.addAttribute("filter", filter);
        model.addAttribute("acts", acts.keySet());
        model.addAttribute("rows", rows.items());
        model.addAttribute("first", after == null);
        model.addAttribute("next", rows.next());
        return "audit/audit";
    }

    /** One question to each room for the whole page. */
    private Map<String, String> names(List<AuditEntry> entries) {
        Set<String> words = entries.stream()
                .flatMap(entry -> Stream.of(entry.who(), entry.object(), entry.detail()))
                .flatMap(text -> Stream.of(text.split(" ")))
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        rooms.forEach(room -> names.putAll(room.names(words)));
        return names;
    }

    private AuditRow row(AuditEntry entry, Map<String, String> names) {
        return new AuditRow(
                TIME.format(entry.at().atZone(clock.getZone())),
                told(entry.who(), names),
                entry.act(),
                told(entry.object(), names),
                told(entry.detail(), names));
    }

    private Told told(String kept, Map<String, String> names) {
        String named = words.told(kept, names);
        return new Told(kept, named.equals(kept) ? "" : named);
    }
}
