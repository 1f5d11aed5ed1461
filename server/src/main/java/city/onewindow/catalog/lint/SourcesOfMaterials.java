package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds materials that are one and the same by their key, yet are to be fetched from different sources. */
final class SourcesOfMaterials {

    /** Between the sources of one cell: any of them will do. */
    private static final Pattern BETWEEN = Pattern.compile("[；;／/、，,]");

    /** Handed in before in the same errand: no source beside another. */
    private static final Pattern HANDED_IN = Pattern.compile("复用|推送|申请书|申请表");

    /** By key of the material and source: the items that say so. */
    private final Map<String, Map<String, List<Item>>> sources = new HashMap<>();

    private SourcesOfMaterials() {}

    static List<Finding> in(Content content) {
        return in(content, content.items().values());
    }

    /** @param looked the items whose materials are looked at, among all */
    static List<Finding> in(Content content, Collection<Item> looked) {
        Set<String> keys = looked.stream()
                .flatMap(item -> item.materials().stream())
                .map(Material::key)
                .collect(Collectors.toSet());
        SourcesOfMaterials all = new SourcesOfMaterials();
        content.items().values().stream()
                .filter(Item::isOffered)
                .forEach(item -> item.materials().stream()
                        .filter(material -> keys.contains(material.key()) && isFetched(material))
                        .forEach(material -> all.put(material, item)));
        List<Finding> findings = new ArrayList<>();
        looked.stream()
                .filter(Item::isOffered)
                .forEach(item -> item.materials().forEach(material -> all.check(material, item, findings)));
        return findings;
    }

    private void put(Material material, Item item) {
        sources.computeIfAbsent(material.key(), key -> new HashMap<>())
                .computeIfAbsent(material.shareableFrom(), source -> new ArrayList<>())
                .add(item);
    }

    /** Whether the centre asks a source for it, rather than having it from the errand itself. */
    private static boolean isFetched(Material material) {
        return !material.shareableFrom().isEmpty()
                && !material.printedFromForm()
                && !material.pushedByResult()
                && !HANDED_IN.matcher(material.shareableFrom()).find();
    }

    /** 电子证照库 and 电子证照库·营业执照／市场主体登记库 have a source in common: one only says more. */
    private static boolean isCompatible(String one, String other) {
        return BETWEEN.splitAsStream(one)
                .map(String::strip)
                .anyMatch(part -> BETWEEN.splitAsStream(other)
                        .map(String::strip)
                        .anyMatch(there -> part.startsWith(there) || there.startsWith(part)));
    }

    /** What most items say stands; the others are told of it. */
    private void check(Material material, Item item, List<Finding> findings) {
        Map<String, List<Item>> said = sources.getOrDefault(material.key(), Map.of());
        if (said.size() < 2 || !isFetched(material)) {
            return;
        }
        String usual = usual(said);
        if (!isCompatible(usual, material.shareableFrom())) {
            findings.add(new Finding(
                    Rule.SOURCES_DIFFER,
                    false,
                    item.name(),
                    item.department(),
                    "materials.csv",
                    material.name(),
                    "shareable_from",
                    "“" + material.name() + "”（" + material.key() + "）这里从“" + material.shareableFrom() + "”取，「"
                            + first(said.getOrDefault(usual, List.of())) + "」从“" + usual + "”取",
                    "写成同一个来源；确实不同的，用不同的材料编码"));
        }
    }

    /** In whatever order the catalog comes: of as many items as another, the source that is first by its name. */
    private static String usual(Map<String, List<Item>> said) {
        return said.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, List<Item>> source) ->
                                -source.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String first(List<Item> items) {
        return items.stream().map(Item::name).sorted().findFirst().orElse("");
    }
}
