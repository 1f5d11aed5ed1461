package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of one group of a one-thing (二选一, 至多一项) that are in a case together, though at most one of them may be.
 *
 * @param group as content files write it: 环评类别:至多一项
 * @param items their names; two or more
 */
public record Alternatives(String group, List<String> items) {

    public Alternatives {
        items = List.copyOf(items);
    }

    /** @param members of one and the same one-thing: elsewhere a group of the same name is another group */
    public static List<Alternatives> in(List<Member> members) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        members.stream()
                .filter(member -> !member.choiceGroup().isEmpty())
                .forEach(member -> groups.computeIfAbsent(member.choiceGroup(), group -> new ArrayList<>())
                        .add(member.item()));
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> new Alternatives(group.getKey(), group.getValue()))
                .toList();
    }

    /** Says which of them, and what to do. */
    public String refusal() {
        return "「" + String.join("」和「", items) + "」只能办其中一项（" + group + "）。请去掉多选的事项。";
    }
}
