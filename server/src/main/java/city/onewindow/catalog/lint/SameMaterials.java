package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.content.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds materials that are one and the same under two names: their words are nearly the same, yet their keys differ, so that they
 * aren't merged. Only names that share a rare word are compared, so that twenty thousand items take seconds.
 */
final class SameMaterials {

    /** Shared words of all words of both: from here on two names mean one thing. */
    private static final double ALIKE = 0.8;

    /** A word in more names than this, such as 申请表, tells nothing. */
    private static final int COMMON = 60;

    /** The form by which a document is asked for is another material than the document. */
    private static final Pattern FORM = Pattern.compile("申请表|申请书|审批表|登记表|申报表|备案表");

    /**
     * One name under one key, and one item that asks for it.
     *
     * @param department of the item
     */
    private record Named(String key, String name, Set<String> words, String item, String department) {}

    private SameMaterials() {}

    static List<Finding> in(Content content) {
        return in(content, Set.of());
    }

    /** @param items the names of those to look at; empty: all */
    static List<Finding> in(Content content, Set<String> items) {
        List<Named> names = names(content);
        Map<String, List<Named>> byWord = new HashMap<>();
        names.forEach(named -> named.words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(named)));
        List<Finding> findings = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (Named named : names) {
            if (!items.isEmpty() && !items.contains(named.item())) {
                continue;
            }
            Set<Named> near = new LinkedHashSet<>();
            named.words().stream()
                    .map(word -> byWord.getOrDefault(word, List.of()))
                    .filter(sharing -> sharing.size() <= COMMON)
                    .forEach(near::addAll);
            near.stream()
                    .filter(other -> !other.key().equals(named.key()))
                    .filter(other -> alike(named, other))
                    .filter(other -> told.add(
                            named.key().compareTo(other.key()) < 0
                                    ? named.key() + "\n" + other.key()
                                    : other.key() + "\n" + named.key()))
                    .forEach(other -> findings.add(finding(named, other)));
        }
        return findings;
    }

    /** Each pair of key and name once, with the first item that asks for it. */
    private static List<Named> names(Content content) {
        Map<String, Named> names = new LinkedHashMap<>();
        try (NameWords words = new NameWords()) {
            for (Item item : content.items().values()) {
                for (Material material : item.materials()) {
                    names.putIfAbsent(
                            material.key() + "\n" + material.name(),
                            new Named(
                                    material.key(),
                                    material.name(),
                                    words.of(material.name()),
                                    item.name(),
                                    item.department()));
                }
            }
        }
        return List.copyOf(names.values());
    }

    private static boolean alike(Named one, Named other) {
        return NameWords.shared(one.words(), other.words()) >= ALIKE
                && FORM.matcher(one.name()).find() == FORM.matcher(other.name()).find();
    }

    private static Finding finding(Named named, Named other) {
        return new Finding(
                Rule.SAME_MATERIAL,
                false,
                named.item(),
                named.department(),
                "materials.csv",
                named.name(),
                "shared_key",
                "“" + named.name() + "”（" + named.key() + "）与「" + other.item() + "」的“" + other.name() + "”（"
                        + other.key() + "）像是同一份材料",
                "同一份材料用同一个材料编码；确实不同的，名称写清差别");
    }
}
