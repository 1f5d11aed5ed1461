package city.onewindow.approval.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.onewindow.approval.Act;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.InboxRow;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Together;
import city.onewindow.identity.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Matters of a page of the inbox that the reader may do together (批量办理), so that nobody has to tick them one by one.
 *
 * @param words what they are, and how many
 * @param href where they are shown together
 */
public record LikeMatters(String words, String href) {

    /**
     * What was proposed to be denied, or is in somebody else's hands, isn't among them: such are done one by one.
     *
     * @param after what the page begins after; null at the beginning
     * @return the groups of two and more, the one with the most urgent first
     */
    static List<LikeMatters> of(List<InboxRow> rows, InboxQuery query, @Nullable String after, Actor actor) {
        Map<String, List<Matter>> groups = rows.stream()
                .filter(row -> isOpenTo(row, actor))
                .map(InboxRow::matter)
                .collect(Collectors.groupingBy(
                        matter -> matter.step() + " " + matter.item(), LinkedHashMap::new, Collectors.toList()));
        String back = InboxPage.parts(query)
                + (after == null || after.isEmpty() ? "" : "&after=" + UriUtils.encode(after, UTF_8));
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> of(group, back))
                .toList();
    }

    private static LikeMatters of(List<Matter> group, String back) {
        Matter first = group.get(0);
        String ticked = group.stream()
                .map(matter -> "matter=" + matter.number() + "~" + matter.item())
                .collect(Collectors.joining("&"));
        return new LikeMatters(
                first.itemName() + "，" + first.step().term() + " " + group.size() + " 件",
                "/inbox/together?" + ticked + back);
    }

    private static boolean isOpenTo(InboxRow row, Actor actor) {
        Matter matter = row.matter();
        Act act = Together.act(matter.step());
        Matter.Holder holder = matter.holder();
        boolean free = holder == null || holder.account().equals(actor.account());
        boolean own =
                actor.account().equals(matter.reviewedBy()) || actor.account().equals(matter.examinedBy());
        return act != null
                && Procedure.roles(act).stream().anyMatch(actor::has)
                && free
                && !row.workedThere()
                && (act == Act.REVIEW || act == Act.CERTIFY || !own && matter.recommendation() != Recommendation.DENY);
    }
}
