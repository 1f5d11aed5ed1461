package city.onewindow.approval.web;

import city.onewindow.approval.CaseQuery;
import city.onewindow.approval.CaseRow;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Leaves;
import city.onewindow.approval.Setbacks;
import city.onewindow.approval.Transfers;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.OrderedAnswer;
import city.onewindow.intake.OrderedAnswers;
import city.onewindow.intake.OwedOnlineList;
import city.onewindow.intake.UnwrittenAcceptances;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.SealWatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that a lead department answers for, or the whole centre's, and where each part stands. */
@Controller
@PreAuthorize("hasAnyRole('LEAD_DEPARTMENT', 'MANAGER')")
class OverviewPage {

    private static final int ROWS = 30;

    private final Cases cases;
    private final Transfers transfers;
    private final Leaves leaves;
    private final Setbacks setbacks;
    private final OwedOnlineList owedOnline;
    private final UnwrittenAcceptances unwritten;
    private final OrderedAnswers ordered;
    private final SealWatch seal;
    private final Catalogs catalogs;
    private final Clock clock;

    OverviewPage(
            Cases cases,
            Transfers transfers,
            Leaves leaves,
            Setbacks setbacks,
            OwedOnlineList owedOnline,
            UnwrittenAcceptances unwritten,
            OrderedAnswers ordered,
            SealWatch seal,
            Catalogs catalogs,
            Clock clock) {
        this.cases = cases;
        this.transfers = transfers;
        this.leaves = leaves;
        this.setbacks = setbacks;
        this.owedOnline = owedOnline;
        this.unwritten = unwritten;
        this.ordered = ordered;
        this.seal = seal;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping("/overview")
    String overview(
            Model model,
            Actor actor,
            @RequestParam(defaultValue = "RUNNING") CaseQuery.Status status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String after) {
        Slice<CaseRow> page = cases.list(new CaseQuery(status, overdue), after, ROWS, actor);
        Map<CaseQuery, Long> counts =
                cases.counts(List.of(CaseQuery.RUNNING, CaseQuery.OVERDUE, CaseQuery.MADE, CaseQuery.CLOSED), actor);
        List<Tab> tabs = new ArrayList<>(List.of(
                new Tab(
                        "在办",
                        "/overview",
                        counts.get(CaseQuery.RUNNING),
                        status == CaseQuery.Status.RUNNING && !overdue),
                new Tab("红牌：在办已超期", "/overview?overdue=true", counts.get(CaseQuery.OVERDUE), overdue),
                new Tab(
                        "已办好，待送达",
                        "/overview?status=MADE",
                        counts.get(CaseQuery.MADE),
                        status == CaseQuery.Status.MADE),
                new Tab(
                        "已办结",
                        "/overview?status=CLOSED",
                        counts.get(CaseQuery.CLOSED),
                        status == CaseQuery.Status.CLOSED)));
        SetbackPages.tab(setbacks, actor).ifPresent(tabs::add);
        model.addAttribute("tabs", tabs);
        model.addAttribute("seal", actor.has(Role.MANAGER) ? seal.told().orElse("") : "");
        model.addAttribute("disputed", actor.has(Role.MANAGER) ? disputed(actor) : List.of());
        model.addAttribute("undecided", actor.has(Role.MANAGER) ? undecided(actor) : "");
        model.addAttribute("unwritten", actor.has(Role.MANAGER) ? unwritten.of(actor) : List.of());
        model.addAttribute("ordered", actor.has(Role.MANAGER) ? ordered(actor) : List.of());
        OwedOnlineList.Told told =
                actor.has(Role.MANAGER) ? owedOnline.of(actor) : new OwedOnlineList.Told(List.of(), false);
        List<OwedOnlineLine> owed =
                told.lines().stream().map(OwedOnlineLine::of).toList();
        model.addAttribute("owed", owed);
        model.addAttribute("most", told.cut() ? OwedOnlineList.LIMIT : 0);
        model.addAttribute("closed", closed(owed));
        model.addAttribute("rows", page.items().stream().map(CaseRowView::of).toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", page.next());
        return "approval/overview";
    }

    /** Closed windows at which several lie that another one takes in. */
    private static List<String> closed(List<OwedOnlineLine> owed) {
        return owed.stream()
                .filter(one -> !one.takers().isEmpty())
                .collect(Collectors.groupingBy(OwedOnlineLine::closed, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(lying -> lying.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What windows are ordered to answer by a day. */
    private List<Link> ordered(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return ordered.owed(actor).stream()
                .map(one -> new Link(
                        DayWords.of(one.until()) + "前受理" + (one.until().isBefore(today) ? "（已过期）" : "") + "：「"
                                + one.title() + "」，申请 " + one.number() + "，" + window(one),
                        RefusalPages.PATH + one.number()))
                .toList();
    }

    private String window(OrderedAnswer one) {
        return catalogs.current().content().windowName(one.window());
    }

    /** Where nobody decides today, by name; empty if somebody does everywhere. */
    private String undecided(Actor actor) {
        return leaves.undecided(actor).stream()
                .map(catalogs.current().content()::departmentName)
                .collect(Collectors.joining("、"));
    }

    /** Where departments can't agree whose a matter is. */
    private List<Link> disputed(Actor actor) {
        return transfers.disputed(actor).stream()
                .map(matter -> new Link(
                        matter.itemName() + "，办件 " + matter.number() + "，现在"
                                + catalogs.current().content().departmentName(matter.department()),
                        "/matters/" + matter.number() + "/" + matter.item()))
                .toList();
    }
}
