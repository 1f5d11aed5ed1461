package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.field;
import static city.onewindow.catalog.CatalogBuilder.material;
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

class MergeTest {

    private static Merge merge(Catalog catalog, Map<String, String> answers) {
        return Merge.of(
                catalog, Errand.of(catalog, catalog.oneThings().iterator().next(), answers));
    }

    @Test
    @DisplayName("两个事项都要的栏目和材料只要一次，理由写明是谁要的")
    void askedOnceWithEveryReason() {
        Catalog catalog = new CatalogBuilder()
                .element("name")
                .item(
                        "甲",
                        "甲证",
                        List.of(field("name", false, "")),
                        List.of(material("ID", "身份证", Requirement.OPTIONAL, MaterialForm.COPY)))
                .item(
                        "乙",
                        "乙证",
                        List.of(field("name", true, "")),
                        List.of(material("ID", "身份证", Requirement.REQUIRED, MaterialForm.ELECTRONIC)))
                .thing("事", List.of(member("甲", "甲证", false), member("乙", "乙证", false)), List.of(), List.of())
                .build();
        Merge merge = merge(catalog, Map.of());
        assertThat(merge.fields()).singleElement().satisfies(one -> {
            assertThat(one.mandatoryWhen()).isEqualTo(Expression.ALWAYS);
            assertThat(one.reasons()).extracting(Reason::item).containsExactly("甲", "乙");
        });
        assertThat(merge.materials()).singleElement().satisfies(one -> {
            assertThat(one.requirement()).isEqualTo(Requirement.REQUIRED);
            assertThat(one.form()).isEqualTo(MaterialForm.COPY);
            assertThat(one.reasons()).extracting(Reason::item).containsExactly("甲", "乙");
        });
        assertThat(merge.savings().fields()).isEqualTo(new Savings.Change(2, 1));
    }

    @Test
    @DisplayName("同一件事里产生的证照不要申请人提交，要它的事项排在后面")
    void whatTheCaseProducesIsNotAskedFor() {
        Catalog catalog = new CatalogBuilder()
                .item("设立", "营业执照(正、副本)及电子营业执照", List.of(), List.of())
                .item(
                        "刻章",
                        "印章",
                        List.of(),
                        List.of(material("BIZ", "营业执照(副本)", Requirement.REQUIRED, MaterialForm.ORIGINAL)))
                .thing(
                        "事",
                        List.of(member("刻章", "印章", false), member("设立", "营业执照(正、副本)及电子营业执照", false)),
                        List.of(),
                        List.of())
                .build();
        Merge merge = merge(catalog, Map.of());
        assertThat(merge.materials()).isEmpty();
        assertThat(merge.produced()).containsExactly(new ProducedMaterial("营业执照(副本)", "设立", List.of("刻章")));
        assertThat(merge.errand().item("刻章").orElseThrow().after()).containsExactly("设立");

        Errand sealAlone = Errand.of(catalog, Set.of(catalog.itemNamed("刻章").orElseThrow()), Map.of());
        assertThat(Merge.of(catalog, sealAlone).materials()).hasSize(1);
    }

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
    @DisplayName("有条件的材料由回答要求；后补的留在清单里但不挡受理")
    void conditionalAndLaterMaterials() {
        Material conditional = new Material(
                "REPORT",
                "检测报告",
                Requirement.REQUIRED,
                MaterialForm.ORIGINAL,
                1,
                "",
                "",
                "",
                List.of(),
                "",
                "不承诺时",
                "high");
        Catalog catalog = new CatalogBuilder()
                .item("证", "许可证", List.of(), List.of(conditional))
                .thing(
                        "事",
                        List.of(member("证", "许可证", false)),
                        List.of(question("q", "", "no", "now", "later")),
                        List.of(
                                new Effect("q", "now", Effect.Kind.REQUIRE_MATERIAL, "证", "检测报告", ""),
                                new Effect("q", "later", Effect.Kind.DEFER_MATERIAL, "证", "检测报告", "后补:发证后一月内")))
                .build();
        assertThat(merge(catalog, Map.of()).materials()).isEmpty();
        assertThat(merge(catalog, Map.of("q", "now")).materials())
                .singleElement()
                .satisfies(report -> assertThat(report.mayFollow()).isFalse());
        assertThat(merge(catalog, Map.of("q", "later")).materials())
                .singleElement()
                .satisfies(report -> assertThat(report.mayFollow()).isTrue());
    }

    @Test
    @DisplayName("回答已经说明的栏目不再问")
    void whatAnAnswerFillsIsNotAsked() {
        Question medium = new Question(
                "q_medium",
                1,
                "票",
                "",
                List.of(new Option("paper", "纸"), new Option("digital", "数")),
                "digital",
                Expression.ALWAYS,
                "medium");
        Catalog catalog = new CatalogBuilder()
                .element("medium")
                .element("quantity")
                .item(
                        "票",
                        "发票",
                        List.of(field("medium", true, ""), field("quantity", true, "medium == 'paper'")),
                        List.of())
                .thing("事", List.of(member("票", "发票", false)), List.of(medium), List.of())
                .build();
        Merge digital = merge(catalog, Map.of());
        assertThat(digital.fields())
                .singleElement()
                .satisfies(one -> assertThat(one.given()).isEqualTo("digital"));
        assertThat(merge(catalog, Map.of("q_medium", "paper")).field("quantity"))
                .hasValueSatisfying(
                        quantity -> assertThat(quantity.mandatoryWhen()).isEqualTo(Expression.ALWAYS));
        FormCheck check = new FormCheck(catalog, digital);
        assertThat(check.open(FormValues.EMPTY)).isEmpty();
        assertThat(check.applicable(FormValues.EMPTY).text("medium")).isEqualTo("digital");
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
}
