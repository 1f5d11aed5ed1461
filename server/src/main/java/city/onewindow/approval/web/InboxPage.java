package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.InboxRow;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A department's open matters, the first due first. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER')")
class InboxPage {

    private static final int ROWS = 30;

    private final Cases cases;

    InboxPage(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/inbox")
    String inbox(
            Model model,
            Actor actor,
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) InboxQuery.@Nullable Due due,
            @RequestParam(required = false) @Nullable String after) {
        Slice<InboxRow> page = cases.inbox(new InboxQuery(step, due), after, ROWS, actor);
        model.addAttribute("tabs", tabs(cases.inboxCounts(actor), step, due));
        model.addAttribute("dues", dues(step, due));
        model.addAttribute("rows", page.items().stream().map(InboxPage::row).toList());
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", page.next());
        return "approval/inbox";
    }

    private static List<Tab> tabs(Map<Step, Long> counts, @Nullable Step chosen, InboxQuery.@Nullable Due due) {
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab("全部", address(null, due), all, chosen == null));
        counts.keySet().stream()
                .sorted()
                .forEach(step -> tabs.add(new Tab(step.term(), address(step, due), counts.get(step), step == chosen)));
        return tabs;
    }

    private static List<Tab> dues(@Nullable Step step, InboxQuery.@Nullable Due chosen) {
        return List.of(
                new Tab("不限期限", address(step, null), null, chosen == null),
                new Tab("红牌：已超期", address(step, InboxQuery.Due.OVERDUE), null, chosen == InboxQuery.Due.OVERDUE),
                new Tab("今天和下一个工作日到期", address(step, InboxQuery.Due.SOON), null, chosen == InboxQuery.Due.SOON));
    }

    private static String address(@Nullable Step step, InboxQuery.@Nullable Due due) {
        String query = (step == null ? "" : "&step=" + step) + (due == null ? "" : "&due=" + due);
        return query.isEmpty() ? "/inbox" : "/inbox?" + query.substring(1);
    }

    private static InboxRowView row(InboxRow row) {
        Recommendation recommendation = row.matter().recommendation();
        return new InboxRowView(
                "/matters/" + row.matter().number() + "/" + row.matter().item(),
                row.matter().itemName(),
                row.matter().number(),
                row.title(),
                row.applicant(),
                row.matter().step().term(),
                recommendation == null ? "" : recommendation.term(),
                Words.due(row.remaining(), row.matter().running().promisedDue()));
    }
}
