package city.onewindow.approval.web;

import city.onewindow.approval.HearingClock;
import city.onewindow.approval.Inbox;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.InboxRow;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import city.onewindow.approval.WholeInbox;
import city.onewindow.calendar.Suspension;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
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
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class InboxPage {

    private static final int ROWS = 30;

    private final Inbox inbox;
    private final OtherLists others;

    InboxPage(Inbox inbox, OtherLists others) {
        this.inbox = inbox;
        this.others = others;
    }

    @GetMapping("/inbox")
    String inbox(
            Model model,
            Actor actor,
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) InboxQuery.@Nullable Due due,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(required = false) @Nullable String after) {
        WholeInbox whole = inbox.whole(new InboxQuery(step, due, mine, asked), after, ROWS, actor);
        Map<Step, Long> counts = whole.counts();
        InboxQuery query = new InboxQuery(step, due, mine, asked || counts.isEmpty());
        List<Tab> tabs = tabs(counts, whole.extensionsAsked(), query);
        List<Tab> elsewhere = others.tabs(actor);
        tabs.addAll(elsewhere);
        model.addAttribute("tabs", tabs);
        model.addAttribute("elsewhere", elsewhere);
        model.addAttribute("dues", dues(query));
        model.addAttribute(
                "rows",
                whole.rows().items().stream().map(row -> row(row, actor)).toList());
        boolean together = !counts.isEmpty() && !query.asked();
        model.addAttribute("together", together);
        model.addAttribute("alike", together ? LikeMatters.of(whole.rows().items(), query, after, actor) : List.of());
        model.addAttribute("query", query);
        model.addAttribute("after", after);
        model.addAttribute("first", after == null || after.isEmpty());
        model.addAttribute("next", whole.rows().next());
        return "approval/inbox";
    }

    private static List<Tab> tabs(Map<Step, Long> counts, long asked, InboxQuery chosen) {
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (!counts.isEmpty()) {
            tabs.add(tab("全部", new InboxQuery(null, chosen.due(), false, false), all, chosen));
        }
        counts.keySet().stream()
                .sorted()
                .filter(step -> step != Step.TRANSFER || counts.getOrDefault(step, 0L) > 0 || chosen.step() == step)
                .forEach(step -> tabs.add(
                        tab(step.term(), new InboxQuery(step, chosen.due(), false, false), counts.get(step), chosen)));
        if (!counts.isEmpty()) {
            tabs.add(tab("我领取的", new InboxQuery(null, chosen.due(), true, false), null, chosen));
        }
        if (asked > 0 || chosen.asked()) {
            tabs.add(tab("申请延长期限", new InboxQuery(null, chosen.due(), false, true), asked, chosen));
        }
        return tabs;
    }

    private static List<Tab> dues(InboxQuery chosen) {
        return List.of(
                due("不限期限", null, chosen),
                due("红牌：已超期", InboxQuery.Due.OVERDUE, chosen),
                due("今天和下一个工作日到期", InboxQuery.Due.SOON, chosen));
    }

    private static Tab due(String words, InboxQuery.@Nullable Due due, InboxQuery chosen) {
        return tab(words, new InboxQuery(chosen.step(), due, chosen.mine(), chosen.asked()), null, chosen);
    }

    private static Tab tab(String words, InboxQuery query, @Nullable Long count, InboxQuery chosen) {
        return new Tab(words, address(query), count, query.equals(chosen));
    }

    private static String address(InboxQuery query) {
        String parts = parts(query);
        return parts.isEmpty() ? "/inbox" : "/inbox?" + parts.substring(1);
    }

    /** What an address says of it, each with an ampersand before it. */
    static String parts(InboxQuery query) {
        return (query.step() == null ? "" : "&step=" + query.step())
                + (query.due() == null ? "" : "&due=" + query.due())
                + (query.mine() ? "&mine=true" : "")
                + (query.asked() ? "&asked=true" : "");
    }

    private static String step(InboxRow row, Actor actor) {
        Suspension special = row.special();
        Matter matter = row.matter();
        boolean reviewed = actor.account().equals(matter.reviewedBy());
        String words = matter.step().term();
        if (special != null) {
            words += "：" + special.reason() + "，至" + DayWords.of(special.to());
        }
        HearingClock hearing = row.hearing();
        if (hearing != null) {
            words += "，听证等待通知：应于" + DayWords.of(hearing.callBy()) + "前通知，" + DayWords.of(hearing.heldBy()) + "前举行";
        }
        if (matter.step() == Step.EXAMINE && reviewed) {
            words += "，您审查的由他人审核";
        }
        boolean examined = actor.account().equals(matter.examinedBy());
        if (matter.step() == Step.DECIDE && !actor.has(Role.DECIDER) && (reviewed || examined)) {
            words += "，您" + (reviewed ? "审查" : "审核") + "的由他人决定";
        }
        if (row.workedThere()) {
            words += "，在部门业务系统办理";
        }
        return matter.extensionAsked() == 0
                ? words
                : words + "，申请延长 " + matter.days(matter.extensionAsked()).inWords();
    }

    private static InboxRowView row(InboxRow row, Actor actor) {
        Recommendation recommendation = row.matter().recommendation();
        Matter.Holder holder = row.matter().holder();
        return new InboxRowView(
                row.matter().number() + "~" + row.matter().item(),
                row.together(),
                "/matters/" + row.matter().number() + "/" + row.matter().item(),
                row.matter().itemName(),
                row.matter().number(),
                row.title(),
                row.applicant(),
                step(row, actor),
                row.inPlace() != null ? row.inPlace() : holder == null ? "" : holder.name(),
                recommendation == null ? "" : recommendation.term(),
                Words.due(row.remaining(), row.matter().running().promisedDue()));
    }
}
