package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One form and one set of materials for all the items of an errand: a pure function of the errand. Nothing that an item
 * needs is missing, nothing is asked twice, and the order in which items were selected makes no difference.
 *
 * @param fields by group and place on the items' forms
 * @param materials the applicant's own first, then those that are fetched
 * @param produced what is not asked for, since the case itself produces it
 */
public record Merge(
        Errand errand, List<MergedField> fields, List<MergedMaterial> materials, List<ProducedMaterial> produced) {

    public Merge {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        produced = List.copyOf(produced);
    }

    public static Merge of(Catalog catalog, Errand errand) {
        return new Merge(errand, fieldsOf(catalog, errand), materialsOf(errand), producedOf(errand));
    }

    public Savings savings() {
        return Savings.of(this);
    }

    public Optional<MergedField> field(String element) {
        return fields.stream()
                .filter(field -> field.element().code().equals(element))
                .findFirst();
    }

    public Optional<MergedMaterial> material(String key) {
        return materials.stream().filter(material -> material.key().equals(key)).findFirst();
    }

    /**
     * Those of the set that a result is which was issued before, such as in an earlier stage of the project: told by the name under which
     * one of the items asks for it, as within a case ({@link Production}). Equal keys are one material, whatever each item calls it.
     *
     * @param result as the item's terms name it
     */
    public List<MergedMaterial> givenBy(String result) {
        Set<String> keys = uses(errand).stream()
                .filter(use -> !use.need().isProduced() && Production.isGivenBy(result, use.material()))
                .map(use -> use.material().key())
                .collect(Collectors.toSet());
        return materials.stream()
                .filter(material -> keys.contains(material.key()))
                .toList();
    }

    // ---- the form

    /** An item's need of a field, its condition reduced by the answers to one over other fields. */
    record Need(CaseItem item, FieldUse use, Expression condition) {}

    private static List<MergedField> fieldsOf(Catalog catalog, Errand errand) {
        Map<String, String> given = new LinkedHashMap<>(errand.answers());
        Map<String, String> filled = new LinkedHashMap<>();
        errand.questions().stream()
                .filter(question -> question.fillsElement() != null)
                .forEach(question ->
                        filled.put(question.fillsElement(), errand.answers().getOrDefault(question.code(), "")));
        given.putAll(filled);
        Map<String, List<Need>> needs = new LinkedHashMap<>();
        for (Need need : needs(catalog, errand, given)) {
            needs.computeIfAbsent(need.use().element(), element -> new ArrayList<>())
                    .add(need);
        }
        List<MergedField> fields = new ArrayList<>();
        needs.forEach((code, uses) ->
                fields.add(merged(errand, catalog.element(code).orElseThrow(), uses, filled.getOrDefault(code, ""))));
        return inGroups(fields);
    }

    /** In the order of the items and of their forms; what an answer rules out is left out. */
    static List<Need> needs(Catalog catalog, Errand errand, Map<String, String> given) {
        List<Need> needs = new ArrayList<>();
        for (CaseItem item : errand.items()) {
            item.item().fields().stream()
                    .sorted(Comparator.comparingInt(FieldUse::order))
                    .map(use -> {
                        Set<String> known = new TreeSet<>(use.condition().names());
                        known.removeIf(name -> !given.containsKey(name)
                                && catalog.element(name).isPresent());
                        return new Need(item, use, use.condition().given(given, known));
                    })
                    .filter(need -> !need.condition().equals(Expression.NEVER))
                    .forEach(needs::add);
        }
        return needs;
    }

    private static MergedField merged(Errand errand, DataElement element, List<Need> uses, String given) {
        Givers givers = new Givers(errand, element);
        List<Need> asking = uses.stream()
                .filter(need -> !need.use().comesFromEarlierItem()
                        || givers.before(need.item()).isEmpty())
                .toList();
        String producer = asking.isEmpty()
                ? uses.stream()
                        .flatMap(need -> givers.before(need.item()).stream())
                        .distinct()
                        .collect(Collectors.joining("、"))
                : "";
        return new MergedField(
                element,
                anyOf(uses),
                anyOf(asking.stream().filter(need -> need.use().mandatory()).toList()),
                given,
                producer,
                uses.stream()
                        .map(need -> new Reason(
                                need.item().name(),
                                need.item().terms().legalBasis(),
                                need.use().condition().equals(Expression.ALWAYS)
                                        ? ""
                                        : need.use().condition().text()))
                        .distinct()
                        .toList());
    }

    private static Expression anyOf(List<Need> needs) {
        return new Expression.Or(needs.stream().map(Need::condition).distinct().toList()).given(Map.of(), Set.of());
    }

    /** Groups stay together, in the order in which the first field of each came. */
    private static List<MergedField> inGroups(List<MergedField> fields) {
        Map<String, List<MergedField>> groups = new LinkedHashMap<>();
        fields.forEach(field -> groups.computeIfAbsent(field.element().group(), group -> new ArrayList<>())
                .add(field));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    // ---- the materials

    private record Use(CaseItem item, CaseMaterial need) {
        Material material() {
            return need.material();
        }
    }

    private static List<Use> uses(Errand errand) {
        return errand.items().stream()
                .flatMap(item -> item.materials().stream().map(need -> new Use(item, need)))
                .toList();
    }

    private static List<MergedMaterial> materialsOf(Errand errand) {
        Map<String, List<Use>> byKey = new LinkedHashMap<>();
        uses(errand).stream()
                .filter(use -> !use.need().isProduced())
                .forEach(use -> byKey.computeIfAbsent(use.material().key(), key -> new ArrayList<>())
                        .add(use));
        return byKey.values().stream()
                .map(Merge::merged)
                .sorted(Comparator.comparing(MergedMaterial::origin).thenComparing(MergedMaterial::requirement))
                .toList();
    }

    private static MergedMaterial merged(List<Use> uses) {
        Use strictest = uses.stream()
                .min(Comparator.comparing((Use use) -> use.material().requirement())
                        .thenComparing(use -> use.material().form()))
                .orElseThrow();
        boolean allLater = uses.stream().noneMatch(use -> use.need().later().isEmpty());
        MaterialForm form = least(uses, Material::form);
        int copies =
                uses.stream().mapToInt(use -> use.material().copies()).max().orElse(0);
        String shareableFrom = distinct(uses, Material::shareableFrom);
        Set<String> points = new LinkedHashSet<>();
        uses.forEach(use -> points.addAll(use.material().reviewPoints()));
        return new MergedMaterial(
                strictest.material().key(),
                strictest.material().name(),
                least(uses, Material::requirement),
                form,
                copies,
                origin(uses),
                strictest.material().source(),
                distinct(uses, Material::issuer),
                shareableFrom,
                allLater ? strictest.need().later() : "",
                List.copyOf(points),
                uses.stream()
                        .map(use -> new Reason(
                                use.item().name(),
                                use.material().legalBasis(),
                                use.material().condition()))
                        .distinct()
                        .toList(),
                uses.stream().flatMap(Merge::ownForms).toList());
    }

    private static Stream<MergedMaterial.Own> ownForms(Use use) {
        return use.material().forms().entrySet().stream()
                .map(own -> new MergedMaterial.Own(use.item().name(), own.getKey(), own.getValue()));
    }

    /** Fetched only if every item's demand can be met by fetching. */
    private static MergedMaterial.Origin origin(List<Use> uses) {
        if (uses.stream().anyMatch(use -> use.material().shareableFrom().isEmpty())) {
            return MergedMaterial.Origin.APPLICANT;
        }
        return uses.stream().allMatch(use -> use.material().printedFromForm())
                ? MergedMaterial.Origin.FORM
                : MergedMaterial.Origin.FETCHED;
    }

    private static <T extends Comparable<T>> T least(List<Use> uses, Function<Material, T> part) {
        return uses.stream()
                .map(use -> part.apply(use.material()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What several items say, each once; one item may name several, too. */
    private static String distinct(List<Use> uses, Function<Material, String> part) {
        return uses.stream()
                .flatMap(use -> Stream.of(part.apply(use.material()).split("；")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    private static List<ProducedMaterial> producedOf(Errand errand) {
        record What(String key, String producer) {}
        Map<What, List<Use>> produced = new LinkedHashMap<>();
        uses(errand).stream()
                .filter(use -> use.need().isProduced())
                .forEach(use -> produced.computeIfAbsent(
                                new What(use.material().key(), use.need().producer()), what -> new ArrayList<>())
                        .add(use));
        return produced.entrySet().stream()
                .map(entry -> new ProducedMaterial(
                        entry.getValue().get(0).material().name(),
                        entry.getKey().producer(),
                        entry.getValue().stream()
                                .map(use -> use.item().name())
                                .distinct()
                                .toList()))
                .toList();
    }
}
