package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a one-thing as its author is told: of its items once and where it can be mended, and not by what follows from it;
 * of an effect that it doesn't count meanwhile, for the sums beside it change.
 */
final class MemberFaults {

    private final List<Map<String, String>> members;
    private final Content content;
    private final Set<Integer> unknown = new HashSet<>();

    private MemberFaults(List<Map<String, String>> members, Content content) {
        this.members = members;
        this.content = content;
    }

    static List<ContentFault> told(
            List<ContentFault> faults, Map<String, List<Map<String, String>>> rows, Content content) {
        return new MemberFaults(rows.getOrDefault(Sections.MEMBERS, List.of()), content).told(faults);
    }

    private List<ContentFault> told(List<ContentFault> faults) {
        List<ContentFault> told = new ArrayList<>();
        if (members.isEmpty()) {
            told.add(new ContentFault(Sections.MEMBERS, ContentRows.FIRST_LINE, "", "还没有事项，请至少加入一个"));
        }
        for (int row = 0; row < members.size(); row++) {
            String item = members.get(row).getOrDefault("item", "");
            if (!item.isEmpty() && !content.items().containsKey(item)) {
                unknown.add(row);
                told.add(atItem(row, "没有名为“" + item + "”的事项，请从提示中选一个；新事项先由它的部门起草、发布"));
            }
        }
        for (ContentFault fault : faults) {
            ContentFault kept = kept(fault);
            if (kept != null) {
                told.add(kept);
            }
        }
        return told;
    }

    private @Nullable ContentFault kept(ContentFault fault) {
        if (fault.file().equals(Sections.EFFECTS)) {
            return new ContentFault(fault.file(), fault.line(), fault.column(), fault.message() + "。改好之前，这一行不算");
        }
        if (!fault.file().equals(Sections.MEMBERS)) {
            // Without an item there is no one-thing of which anything could be said.
            return members.isEmpty() && fault.column().equals("one_thing") ? null : fault;
        }
        if (unknown.contains(Cells.row(fault))) {
            return null;
        }
        return fault.column().isEmpty() ? atItem(Cells.row(fault), fault.message()) : fault;
    }

    private static ContentFault atItem(int row, String message) {
        return new ContentFault(Sections.MEMBERS, row + ContentRows.FIRST_LINE, "item", message);
    }
}
