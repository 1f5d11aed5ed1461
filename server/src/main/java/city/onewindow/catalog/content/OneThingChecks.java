package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ItemsFile.ItemRow;
import city.onewindow.catalog.content.OneThingsFile.MemberRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one-things say about their items, and whether what the other files speak of is there at all. */
final class OneThingChecks {

    private final Content content;
    private final Origins origins;

    private OneThingChecks(Content content, Origins origins) {
        this.content = content;
        this.origins = origins;
    }

    static void check(Content content, Parts parts, Origins origins) {
        OneThingChecks checks = new OneThingChecks(content, origins);
        checks.rowsAgree(parts.members());
        checks.strangers(parts);
        content.oneThings().values().forEach(checks::members);
        content.oneThings().values().stream()
                .filter(OneThing::isOffered)
                .forEach(thing -> checks.offered(thing, parts));
    }

    /** The rows of a one-thing name one window; the rows of an item one department and one window of its own. */
    private void rowsAgree(List<MemberRow> rows) {
        for (MemberRow row : rows) {
            OneThing oneThing = content.oneThings().get(row.oneThing());
            if (oneThing != null
                    && !oneThing.window().equals(row.window())
                    && !row.window().isEmpty()) {
                row.row().fault("window", "“" + row.oneThing() + "”的各行窗口不一致，可填：与它第一行相同的窗口");
            }
            Item item = content.items().get(row.member().item());
            if (item != null
                    && !item.department().equals(row.department())
                    && !row.department().isEmpty()) {
                row.row().notice("department", "“" + item.name() + "”在“" + item.definedBy() + "”中属于另一部门，办理时以那里为准");
            }
            // Where items.csv says the window, this row needn't.
            boolean isSaidHere = item == null || !item.definedBy().isEmpty() && !item.isOutside();
            if (row.row().optional("home_window").isEmpty() && isSaidHere) {
                row.row().fault("home_window", "不能为空，可填：windows.csv 的 name_zh；只有部门写明了未进驻理由的事项空着");
            }
            if (item != null
                    && !item.homeWindow().equals(row.homeWindow())
                    && !row.homeWindow().isEmpty()) {
                row.row().notice("home_window", "“" + item.name() + "”在“" + item.definedBy() + "”中属于另一窗口，单独办理时以那里为准");
            }
        }
    }

    private void strangers(Parts parts) {
        parts.materials().forEach((item, list) -> unknownItem(item, list, MaterialsFile.NAME));
        parts.fields().forEach((item, list) -> unknownItem(item, list, FieldsFile.NAME));
        parts.questions().forEach(this::unknownAsker);
        parts.effects().effects().forEach(this::unknownAsker);
        parts.examples().forEach(this::unknownAsker);
        parts.topics().forEach((oneThing, topic) -> {
            if (!content.oneThings().containsKey(oneThing)) {
                topic.row().fault("one_thing", noOneThing(oneThing));
            }
        });
    }

    private void unknownItem(String item, List<?> records, String file) {
        if (!content.items().containsKey(item)) {
            for (Object record : records) {
                origins.fault(
                        record,
                        "item",
                        "没有名为“" + item + "”的事项，可填：one-things.csv 的 item"
                                + Nearest.hint(item, content.items().keySet()));
            }
        }
    }

    private void unknownAsker(String name, List<?> records) {
        if (!content.oneThings().containsKey(name) && !content.items().containsKey(name)) {
            Set<String> names = new HashSet<>(content.oneThings().keySet());
            names.addAll(content.items().keySet());
            records.forEach(record -> origins.fault(
                    record,
                    "one_thing",
                    "没有名为“" + name + "”的一件事或事项，可填：one-things.csv 的 one_thing 或 item" + Nearest.hint(name, names)));
        }
    }

    private String noOneThing(String name) {
        return "没有名为“" + name + "”的一件事，可填：one-things.csv 的 one_thing"
                + Nearest.hint(name, content.oneThings().keySet());
    }

    private void members(OneThing oneThing) {
        // Situations are told apart by the name of who asks.
        if (content.items().containsKey(oneThing.name()) && !oneThing.members().isEmpty()) {
            origins.fault(
                    oneThing.members().get(0),
                    "one_thing",
                    "“" + oneThing.name() + "”已是一个事项的名称，可填：别的名称，如“" + oneThing.name() + "一件事”",
                    oneThing.members());
        }
        Map<String, Member> byItem = new HashMap<>();
        Map<Integer, Member> bySeq = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        for (Member member : oneThing.members()) {
            byItem.put(member.item(), member);
            Member same = bySeq.putIfAbsent(member.seq(), member);
            if (same != null) {
                origins.fault(member, "seq", "排列顺序 " + member.seq() + " 与“" + same.item() + "”相同，可填：同一件事中别的行没有用的数");
            }
            groups.merge(member.choiceGroup(), 1, Integer::sum);
        }
        for (Member member : oneThing.members()) {
            for (String before : member.after()) {
                if (!byItem.containsKey(before)) {
                    origins.fault(
                            member,
                            "after_items",
                            "“" + before + "”不是“" + oneThing.name() + "”中的事项，可填：这件一件事里的其他事项"
                                    + Nearest.hint(before, byItem.keySet()));
                }
            }
            if (!member.choiceGroup().isEmpty() && Objects.equals(groups.get(member.choiceGroup()), 1)) {
                origins.notice(member, "choice_group", "“" + member.choiceGroup() + "”一组只有这一个事项");
            }
        }
        Dependence dependence = Dependence.of(oneThing.members());
        oneThing.members().stream()
                .filter(member -> dependence.before(member.item()).contains(member.item()))
                .forEach(member ->
                        origins.fault(member, "after_items", "“" + member.item() + "”经前序事项又回到自己，可填：不使前序成环的事项，或留空"));
    }

    /** Whoever asks for an errand must be able to apply for all of it. */
    private void offered(OneThing oneThing, Parts parts) {
        for (Member member : oneThing.members()) {
            Item item = content.items().get(member.item());
            if (item != null && !item.isOffered()) {
                stopped(oneThing, member, item, parts.items().get(item.name()));
            }
        }
    }

    /** Told where it is stopped, if the one-thing is loaded already. */
    private void stopped(OneThing oneThing, Member member, Item item, @Nullable ItemRow stopping) {
        String wrong = "事项“" + item.name() + "”已" + item.particulars().status().term() + "，却还在“" + oneThing.name()
                + "”中，可填：先从一件事中去掉它，或者先停办这件事";
        if (stopping != null && !origins.isNew(member)) {
            stopping.row().fault("status", wrong);
        } else {
            origins.fault(member, "item", wrong);
        }
    }
}
