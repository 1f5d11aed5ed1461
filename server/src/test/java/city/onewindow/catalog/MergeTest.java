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

    private static List<String> producers(String material, String source, String from, Member needing, String result) {
        Material need = new Material(
                "K",
                material,
                Requirement.REQUIRED,
                MaterialForm.ORIGINAL,
                1,
                source,
                "",
                from,
                List.of("清晰"),
                "某法第二条",
                "",
                "high");
        Catalog catalog = new CatalogBuilder()
                .item("先", result, List.of(), List.of())
                .item("后", "乙证", List.of(), List.of(need))
                .thing("事", List.of(member("先", result, false), needing), List.of(), List.of())
                .build();
        Merge merge = merge(catalog, Map.of());
        assertThat(merge.materials().size() + merge.produced().size()).isOne();
        return merge.produced().stream().map(ProducedMaterial::producer).toList();
    }

    @Test
    @DisplayName("申请人自备的、由表单生成的，名字再像也不是别的事项办出来的")
    void theApplicantsOwnIsNobodysProduct() {
        Member needing = member("后", "乙证", false);
        assertThat(producers("参保信息", "政府部门核发", "电子证照库", needing, "参保信息")).containsExactly("先");
        assertThat(producers("参保信息", "申请人自备", "", needing, "参保信息")).isEmpty();
        assertThat(producers("参保信息", "政府部门核发", "企业开办一表登记", needing, "参保信息")).isEmpty();
    }

    @Test
    @DisplayName("名字更长的证照只认写明的前序事项；括号里不同的不是一回事")
    void likeNamesAreNotTheSame() {
        Member free = member("后", "乙证", false);
        Member after = member("后", "乙证", false, "先");
        assertThat(producers("竣工验收备案表", "政府部门核发", "", free, "人防工程竣工验收备案表")).isEmpty();
        assertThat(producers("竣工验收备案表", "政府部门核发", "", after, "人防工程竣工验收备案表")).containsExactly("先");
        assertThat(producers("不动产登记证明(预告)", "政府部门核发", "", free, "不动产登记证明(抵押权)")).isEmpty();
        assertThat(producers("营业执照(副本)", "政府部门核发", "", free, "营业执照(正、副本)及电子营业执照"))
                .containsExactly("先");
        assertThat(producers("不动产权证书(新)", "政府部门核发", "", free, "不动产权证书")).containsExactly("先");
    }

    @Test
    @DisplayName("说是结果推送的，要与前序事项的结果沾边才算它办出来的")
    void pushedByAnEarlierItem() {
        Member after = member("后", "乙证", false, "先");
        assertThat(producers("新生儿户口信息", "政府部门核发", "一件事内部结果推送", after, "居民户口簿(新生儿页)"))
                .containsExactly("先");
        assertThat(producers("新印章及印鉴卡", "申请人自备", "公章变更备案结果推送", after, "变更登记通知书"))
                .isEmpty();
    }

    @Test
    @DisplayName("可以后补、可有可无的材料不让谁等谁")
    void nobodyWaitsForWhatMayFollow() {
        Catalog catalog = new CatalogBuilder()
                .item("体检", "健康证明", List.of(), List.of())
                .item("许可", "乙证", List.of(), List.of(material("H", "健康证明", Requirement.DEFERRABLE, MaterialForm.COPY)))
                .thing("事", List.of(member("体检", "健康证明", false), member("许可", "乙证", false)), List.of(), List.of())
                .build();
        Merge merge = merge(catalog, Map.of());
        assertThat(merge.errand().item("许可").orElseThrow().after()).isEmpty();
        assertThat(merge.materials())
                .singleElement()
                .satisfies(one -> assertThat(one.mayFollow()).isTrue());
    }

    @Test
    @DisplayName("同批前序事项办出的栏目不问；由最近的、自己不填这一栏的前序事项带出")
    void aValueComesFromTheItemThatGivesIt() {
        FieldUse fromEarlier = new FieldUse("uscc", false, Expression.ALWAYS, 10, "同批前序事项未办结时留空");
        Catalog catalog = new CatalogBuilder()
                .element("uscc")
                .item("设立", "营业执照", List.of(), List.of())
                .item("许可", "药品许可证", List.of(fromEarlier), List.of())
                .item("定点", "协议", List.of(fromEarlier), List.of())
                .thing(
                        "事",
                        List.of(
                                member("设立", "营业执照", false),
                                member("许可", "药品许可证", false, "设立"),
                                member("定点", "协议", false, "许可")),
                        List.of(),
                        List.of())
                .thing(
                        "半件事",
                        List.of(member("许可", "药品许可证", false), member("定点", "协议", false, "许可")),
                        List.of(),
                        List.of())
                .build();
        assertThat(merge(catalog, Map.of()).field("uscc").orElseThrow().producer())
                .isEqualTo("设立");
        OneThing half = catalog.oneThingNamed("半件事").orElseThrow();
        assertThat(Merge.of(catalog, Errand.of(catalog, half, Map.of()))
                        .field("uscc")
                        .orElseThrow()
                        .isAsked())
                .isTrue();
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
