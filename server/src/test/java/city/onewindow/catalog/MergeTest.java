package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.field;
import static city.onewindow.catalog.CatalogBuilder.material;
import static city.onewindow.catalog.CatalogBuilder.member;
import static city.onewindow.catalog.CatalogBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一张表、一套材料")
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
                "high",
                Map.of());
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
}
