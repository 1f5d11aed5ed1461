package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.material;
import static city.onewindow.catalog.CatalogBuilder.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同一件事里办出来的")
class ProductionTest {

    private static Merge merge(Catalog catalog, Map<String, String> answers) {
        return Merge.of(
                catalog, Errand.of(catalog, catalog.oneThings().iterator().next(), answers));
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
                "high",
                Map.of());
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
    @DisplayName("以前办出来的，同名才是；申请人自备的不是；几个事项用不同的名字要同一份材料，一个同名就是")
    void issuedBefore() {
        Catalog catalog = new CatalogBuilder()
                .item(
                        "甲",
                        "甲证",
                        List.of(),
                        List.of(
                                material("PERMIT", "规划许可证及附图", Requirement.REQUIRED, MaterialForm.COPY),
                                material("FORM", "人防备案表", Requirement.REQUIRED, MaterialForm.COPY)))
                .item(
                        "乙",
                        "乙证",
                        List.of(),
                        List.of(material("PERMIT", "规划许可证", Requirement.OPTIONAL, MaterialForm.ELECTRONIC)))
                .thing("事", List.of(member("甲", "甲证", false), member("乙", "乙证", false)), List.of(), List.of())
                .build();
        Merge merge = merge(catalog, Map.of());
        assertThat(merge.givenBy("规划许可证；批复(含图)"))
                .extracting(MergedMaterial::key)
                .containsExactly("PERMIT");
        assertThat(merge.givenBy("竣工验收人防备案表")).isEmpty();
        assertThat(merge.givenBy("批复")).isEmpty();
        Material own = new Material(
                "OWN",
                "设计方案",
                Requirement.REQUIRED,
                MaterialForm.COPY,
                1,
                "申请人自备",
                "",
                "",
                List.of(),
                "",
                "",
                "high",
                Map.of());
        assertThat(Production.isGivenBy("设计方案", own)).isFalse();
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
}
