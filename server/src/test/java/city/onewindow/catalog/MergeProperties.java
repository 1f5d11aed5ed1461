package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must be true of every merge, whatever the catalog, the selection, the answers and the values. */
class MergeProperties {

    private static final List<String> ELEMENTS = List.of("e1", "e2", "e3", "e4", "e5");
    private static final List<String> VALUES = List.of("a", "b");

    /** Some items, in some order, and what was answered and filled in. */
    record Trial(List<Item> items, Map<String, String> values, long seed) {
        Catalog catalog(List<Item> inOrder) {
            CatalogBuilder builder = new CatalogBuilder();
            ELEMENTS.forEach(builder::element);
            inOrder.forEach(item -> builder.item(item.name(), item.terms().result(), item.fields(), item.materials()));
            return builder.build();
        }

        Merge merge(List<Item> inOrder) {
            Catalog catalog = catalog(inOrder);
            return Merge.of(catalog, Errand.of(catalog, new LinkedHashSet<>(catalog.items()), Map.of()));
        }
    }

    @Property(tries = 300)
    void nothingThatAnItemNeedsIsMissing(@ForAll("trials") Trial trial) {
        Merge merge = trial.merge(trial.items());
        for (Item item : trial.items()) {
            for (FieldUse use : item.fields()) {
                if (use.condition().holds(trial.values())) {
                    assertThat(merge.field(use.element())).hasValueSatisfying(field -> {
                        assertThat(field.shownWhen().holds(trial.values())).isTrue();
                        assertThat(!use.mandatory() || field.mandatoryWhen().holds(trial.values()))
                                .isTrue();
                        assertThat(field.reasons()).extracting(Reason::item).contains(item.name());
                    });
                }
            }
            for (Material material : item.materials()) {
                boolean produced = merge.produced().stream()
                        .anyMatch(one -> one.name().equals(material.name())
                                && one.neededBy().contains(item.name())
                                && !one.producer().equals(item.name()));
                if (!produced) {
                    assertThat(merge.material(material.key())).hasValueSatisfying(one -> {
                        assertThat(one.requirement()).isLessThanOrEqualTo(material.requirement());
                        assertThat(one.form()).isLessThanOrEqualTo(material.form());
                        assertThat(one.copies()).isGreaterThanOrEqualTo(material.copies());
                        assertThat(one.reviewPoints()).containsAll(material.reviewPoints());
                        assertThat(one.reasons()).extracting(Reason::item).contains(item.name());
                    });
                }
            }
        }
    }

    @Property(tries = 300)
    void nothingIsAskedThatNoItemNeeds(@ForAll("trials") Trial trial) {
        Merge merge = trial.merge(trial.items());
        merge.fields().forEach(field -> {
            boolean needed = trial.items().stream()
                    .flatMap(item -> item.fields().stream())
                    .anyMatch(use -> use.element().equals(field.element().code())
                            && use.condition().holds(trial.values()));
            assertThat(field.shownWhen().holds(trial.values())).isEqualTo(needed);
        });
        merge.materials().forEach(material -> assertThat(material.reasons()).isNotEmpty());
    }

    @Property(tries = 300)
    void nothingIsAskedTwice(@ForAll("trials") Trial trial) {
        Merge merge = trial.merge(trial.items());
        assertThat(merge.fields()).extracting(field -> field.element().code()).doesNotHaveDuplicates();
        assertThat(merge.materials()).extracting(MergedMaterial::key).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void theOrderOfItemsDoesNotMatter(@ForAll("trials") Trial trial) {
        List<Item> shuffled = new ArrayList<>(trial.items());
        Collections.shuffle(shuffled, new Random(trial.seed()));
        Merge one = trial.merge(trial.items());
        Merge other = trial.merge(shuffled);
        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(other.materials()).isEqualTo(one.materials());
        assertThat(other.produced()).isEqualTo(one.produced());
    }

    @Property(tries = 300)
    void whatTheCaseProducesComesFromAnEarlierItem(@ForAll("trials") Trial trial) {
        Errand errand = trial.merge(trial.items()).errand();
        errand.items()
                .forEach(item -> item.materials().stream()
                        .filter(CaseMaterial::isProduced)
                        .forEach(material ->
                                assertThat(before(errand, item.name())).contains(material.producer())));
        errand.items()
                .forEach(item -> assertThat(before(errand, item.name()))
                        .as("no item waits for itself")
                        .doesNotContain(item.name()));
    }

    @Property(tries = 300)
    void whatTheApplicantHasNobodyProduces(@ForAll("trials") Trial trial) {
        trial.merge(trial.items())
                .errand()
                .items()
                .forEach(item -> item.materials().stream()
                        .filter(CaseMaterial::isProduced)
                        .forEach(one -> assertThat(one.material().source()).isNotEqualTo("申请人自备")));
    }

    @Property(tries = 300)
    void nobodyWaitsForWhatMayFollow(@ForAll("trials") Trial trial) {
        // These items were put together by hand: no order of theirs is stated, every edge comes of a material.
        trial.merge(trial.items())
                .errand()
                .items()
                .forEach(item -> item.after()
                        .forEach(before -> assertThat(item.materials()).anySatisfy(one -> {
                            assertThat(one.producer()).isEqualTo(before);
                            assertThat(one.material().requirement()).isEqualTo(Requirement.REQUIRED);
                        })));
    }

    private static Set<String> before(Errand errand, String item) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(errand.item(item).orElseThrow().after());
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (found.add(next)) {
                open.addAll(errand.item(next).orElseThrow().after());
            }
        }
        return found;
    }

    @Provide
    Arbitrary<Trial> trials() {
        Arbitrary<Map<String, String>> values = Arbitraries.maps(Arbitraries.of(ELEMENTS), Arbitraries.of(VALUES))
                .ofMaxSize(5);
        return Combinators.combine(items(), values, Arbitraries.longs()).as(Trial::new);
    }

    private Arbitrary<List<Item>> items() {
        Arbitrary<Item> item = Combinators.combine(
                        Arbitraries.of("户口簿", "营业执照", "不动产权证书", "完税凭证"), fields(), materials())
                .as((result, fields, materials) ->
                        CatalogBuilder.item("", "dep", CatalogBuilder.terms("1", result), materials, fields));
        return item.list().ofMinSize(1).ofMaxSize(6).map(items -> {
            List<Item> named = new ArrayList<>();
            for (Item one : items) {
                String name = "事项" + named.size();
                named.add(CatalogBuilder.item(name, "dep", one.terms(), one.materials(), one.fields()));
            }
            return named;
        });
    }

    private Arbitrary<List<FieldUse>> fields() {
        Arbitrary<Expression> condition = Arbitraries.oneOf(
                Arbitraries.just(Expression.ALWAYS),
                Combinators.combine(Arbitraries.of(ELEMENTS), Arbitraries.of(VALUES))
                        .as((element, value) -> new Expression.OneOf(element, Set.of(value))));
        return Combinators.combine(Arbitraries.of(ELEMENTS), Arbitraries.of(true, false), condition)
                .as((element, mandatory, when) -> new FieldUse(element, mandatory, when, 10, ""))
                .list()
                .ofMaxSize(4)
                .uniqueElements(FieldUse::element);
    }

    private Arbitrary<List<Material>> materials() {
        Map<String, String> names = new HashMap<>(Map.of("K1", "户口簿", "K2", "营业执照", "K3", "不动产权证书", "K4", "申请书"));
        return Combinators.combine(
                        Arbitraries.of(names.keySet().stream().sorted().collect(Collectors.toList())),
                        Arbitraries.of(Requirement.values()),
                        Arbitraries.of(MaterialForm.values()),
                        Arbitraries.of("", "电子证照库", "一件事内部结果推送", "一表登记自动生成"),
                        Arbitraries.of("申请人自备", "政府部门核发"))
                .as((key, requirement, form, from, source) -> new Material(
                        key,
                        names.getOrDefault(key, key),
                        requirement,
                        form,
                        requirement.ordinal(),
                        source,
                        "",
                        from,
                        List.of("要点" + requirement),
                        "某法第二条",
                        "",
                        "high",
                        Map.of()))
                .list()
                .ofMaxSize(3)
                .uniqueElements(Material::key);
    }
}
