package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.member;
import static city.onewindow.catalog.CatalogBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("回答决定要办的事项")
class ErrandTest {

    @Test
    @DisplayName("选办事项由回答带入，被排除的即使带入也不办；隐藏的问题没有答案")
    void answersDecideTheItems() {
        Catalog catalog = new CatalogBuilder()
                .item("必", "a", List.of(), List.of())
                .item("选", "b", List.of(), List.of())
                .thing(
                        "事",
                        List.of(member("必", "a", false), member("选", "b", true)),
                        List.of(question("q1", "", "no", "yes"), question("q2", "q1 == 'yes'", "in", "out")),
                        List.of(
                                new Effect("q1", "yes", Effect.Kind.INCLUDE_ITEM, "选", "", ""),
                                new Effect("q2", "out", Effect.Kind.EXCLUDE_ITEM, "选", "", "")))
                .build();
        OneThing thing = catalog.oneThingNamed("事").orElseThrow();
        assertThat(Errand.of(catalog, thing, Map.of()).items()).hasSize(1);
        assertThat(Errand.of(catalog, thing, Map.of("q1", "yes")).items()).hasSize(2);
        assertThat(Errand.of(catalog, thing, Map.of("q1", "yes", "q2", "out")).items())
                .hasSize(1);
        assertThat(Errand.of(catalog, thing, Map.of("q2", "out")).answers()).containsOnlyKeys("q1");
        assertThatThrownBy(() -> Errand.of(catalog, thing, Map.of("q1", "maybe")))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/answers/q1")));
    }

    @Test
    @DisplayName("问题随表里的一栏出现：没填不问，填了按默认，回答了就照办；没填的栏不能由“不是”带出问题")
    void aQuestionHangsOnAField() {
        Catalog catalog = new CatalogBuilder()
                .element("area", FieldType.NUMBER, Constraint.NONE)
                .item("必", "a", List.of(CatalogBuilder.field("area", true, "")), List.of())
                .item("选", "b", List.of(), List.of())
                .thing(
                        "事",
                        List.of(member("必", "a", false), member("选", "b", true)),
                        List.of(
                                question("q1", "area >= 200", "no", "yes"),
                                question("q2", "not (area >= 200)", "no", "yes"),
                                question("q3", "q1 == 'yes'", "no", "yes")),
                        List.of(new Effect("q1", "yes", Effect.Kind.INCLUDE_ITEM, "选", "", "")))
                .build();
        OneThing thing = catalog.oneThingNamed("事").orElseThrow();
        Errand empty = Errand.of(catalog, thing, Map.of("q1", "yes"));
        assertThat(empty.answers()).isEmpty();
        assertThat(empty.waiting())
                .extracting(one -> one.question().code() + ": " + one.when().text())
                .containsExactly("q1: area >= 200", "q2: not (area >= 200)", "q3: q1 == 'yes'");
        assertThat(empty.waiting().get(0).effects()).hasSize(1);
        Errand large = Errand.of(catalog, thing, Map.of(), Map.of("area", "200"));
        assertThat(large.answers()).isEqualTo(Map.of("q1", "no"));
        assertThat(large.waiting()).isEmpty();
        assertThat(Errand.of(catalog, thing, Map.of("q1", "yes"), Map.of("area", "200"))
                        .items())
                .hasSize(2);
        assertThat(Errand.of(catalog, thing, Map.of("q1", "yes"), Map.of("area", "9"))
                        .answers())
                .isEqualTo(Map.of("q2", "no"));
    }

    @Test
    @DisplayName("只能选其一的事项不能同时选")
    void alternativesExcludeEachOther() {
        Member one = new Member("甲", List.of(), 1, true, "二选一", CatalogBuilder.terms("1", "a"));
        Member other = new Member("乙", List.of(), 2, true, "二选一", CatalogBuilder.terms("1", "b"));
        Catalog catalog = new CatalogBuilder()
                .item("甲", "a", List.of(), List.of())
                .item("乙", "b", List.of(), List.of())
                .thing("事", List.of(one, other), List.of(), List.of())
                .build();
        Set<Item> both = Set.copyOf(catalog.items());
        assertThatThrownBy(() -> Errand.of(catalog, both, Map.of()))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("只能办其中一项");
    }

    private static Member grouped(String item, String group) {
        return new Member(item, List.of(), 1, true, group, CatalogBuilder.terms("1", "证"));
    }

    @Test
    @DisplayName("二选一只在同一件事里有效：别的一件事里同名的组是另一组")
    void alternativesAreOfOneThing() {
        Catalog catalog = new CatalogBuilder()
                .item("甲", "证", List.of(), List.of())
                .item("乙", "证", List.of(), List.of())
                .item("丙", "证", List.of(), List.of())
                .thing("一", List.of(grouped("甲", "方式:二选一"), grouped("乙", "方式:二选一")), List.of(), List.of())
                .thing("二", List.of(grouped("丙", "方式:二选一")), List.of(), List.of())
                .build();
        Item first = catalog.itemNamed("甲").orElseThrow();
        Item second = catalog.itemNamed("乙").orElseThrow();
        Item other = catalog.itemNamed("丙").orElseThrow();
        assertThat(Errand.of(catalog, Set.of(first, other), Map.of()).items()).hasSize(2);
        assertThatThrownBy(() -> Errand.of(catalog, Set.of(first, second), Map.of()))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("只能办其中一项");
    }

    @Test
    @DisplayName("回答后没有事项可办，不能收件，错在回答上")
    void anEmptyErrandIsRefused() {
        Catalog catalog = new CatalogBuilder()
                .item("甲", "证", List.of(), List.of())
                .thing("事", List.of(member("甲", "证", true)), List.of(), List.of())
                .build();
        Errand errand = Errand.of(catalog, catalog.oneThings().iterator().next(), Map.of());
        assertThatThrownBy(errand::mustBeDoable)
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/answers")));
    }
}
