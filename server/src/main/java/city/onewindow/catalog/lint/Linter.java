package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads what can be applied for and finds what is wrong with it: a pure function of the content. */
public final class Linter {

    private Linter() {}

    /** The worst first, then by name. */
    public static List<Finding> lint(Content content) {
        List<Finding> findings = new ArrayList<>();
        Issued issued = Issued.all(content);
        content.items().values().stream()
                .filter(Item::isOffered)
                .forEach(item -> findings.addAll(new ItemRules(content, issued, item).findings()));
        content.oneThings().values().stream()
                .filter(OneThing::isOffered)
                .forEach(thing -> findings.addAll(new OneThingRules(content, thing).findings()));
        findings.addAll(SameMaterials.in(content));
        findings.addAll(SourcesOfMaterials.in(content));
        return sorted(findings);
    }

    /** Of one item or one-thing only; nothing of one that can't be applied for. */
    public static List<Finding> lint(Content content, boolean oneThing, String name) {
        List<Finding> findings = new ArrayList<>();
        Item item = oneThing ? null : content.items().get(name);
        OneThing thing = oneThing ? content.oneThings().get(name) : null;
        if (item != null && item.isOffered()) {
            findings.addAll(new ItemRules(content, Issued.asked(content, item), item).findings());
            SameMaterials.in(content, Set.of(name)).stream()
                    .filter(finding -> finding.name().equals(name))
                    .forEach(findings::add);
            findings.addAll(SourcesOfMaterials.in(content, List.of(item)));
        }
        if (thing != null && thing.isOffered()) {
            findings.addAll(new OneThingRules(content, thing).findings());
        }
        return sorted(findings);
    }

    /** Of what is taken in at one window only that which the window itself may be changed for: who cooperates there. */
    public static List<Finding> lint(Content content, Window window) {
        return sorted(new Cooperation(content).at(window).toList());
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::name)
                        .thenComparing(Finding::rule))
                .toList();
    }
}
