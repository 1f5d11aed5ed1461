package city.onewindow.window.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.DerivedList;
import city.onewindow.window.WindowList;
import city.onewindow.window.filing.FilledAnnexes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists that are read out of a window's annex 3, to look at; its workbook has them as sheets. */
@Controller
class DerivedListPages {

    private final Catalogs catalogs;
    private final FilledAnnexes filled;
    private final Clock clock;

    DerivedListPages(Catalogs catalogs, FilledAnnexes filled, Clock clock) {
        this.catalogs = catalogs;
        this.filled = filled;
        this.clock = clock;
    }

    @GetMapping("/annexes/lists/{code}")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
    String lists(
            Model model,
            @PathVariable String code,
            @RequestParam(defaultValue = "DEFERRABLE") String list,
            Actor actor) {
        Catalog catalog = catalogs.current();
        WindowList window =
                WindowList.of(catalog, filled.find(Annex.WINDOW, code, actor).code());
        DerivedList chosen = DerivedList.named(list);
        AnnexSheet shown = chosen.of(catalog, window, LocalDate.now(clock));
        List<Tab> tabs = new ArrayList<>();
        for (DerivedList one : DerivedList.values()) {
            long rows = one.of(catalog, window, LocalDate.now(clock)).rows().size();
            tabs.add(new Tab(one.title(), "/annexes/lists/" + code + "?list=" + one, rows, one == chosen));
        }
        model.addAttribute("window", window.window());
        model.addAttribute("list", chosen);
        model.addAttribute("sheet", shown);
        model.addAttribute("tabs", tabs);
        return "window/derived-list";
    }
}
