package city.onewindow.approval.web;

import city.onewindow.approval.Card;
import city.onewindow.approval.Cards;
import city.onewindow.approval.CaseFinder;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Tone;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Yellow and red cards, the newest first. */
@Controller
@PreAuthorize(CardsPage.CALLERS)
class CardsPage {

    static final String CALLERS =
            "hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD', 'ISSUING_CLERK', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')";

    private static final int ROWS = 50;

    private final Cards cards;
    private final Catalogs catalogs;

    CardsPage(Cards cards, Catalogs catalogs) {
        this.cards = cards;
        this.catalogs = catalogs;
    }

    @GetMapping("/cards")
    String cards(
            Model model,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        Slice<Card> page =
                department.isEmpty() ? cards.list(after, ROWS, actor) : cards.owedBy(department, after, ROWS, actor);
        Catalog catalog = catalogs.current();
        model.addAttribute("department", department);
        model.addAttribute(
                "departments", CaseFinder.mayNameDepartments(actor) ? CaseSearchPage.departments(catalog) : List.of());
        model.addAttribute(
                "rows",
                page.items().stream().map(card -> row(card, catalog, actor)).toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", page.next());
        return "approval/cards";
    }

    private static CardView row(Card card, Catalog catalog, Actor actor) {
        boolean application = card.item().isEmpty();
        String department = card.department();
        return new CardView(
                card.kind().isYellow() ? Tone.WARN : Tone.BAD,
                card.kind().term(),
                card.itemName(),
                card.number(),
                application
                        ? actor.has(Role.MANAGER) ? RefusalPages.PATH + card.number() : null
                        : "/cases/" + card.number(),
                department == null
                        ? application ? "受理窗口" : "出件窗口"
                        : catalog.content().departmentName(department),
                card.what(),
                DayWords.hour(card.due()),
                DayWords.hour(card.raisedAt()));
    }
}
