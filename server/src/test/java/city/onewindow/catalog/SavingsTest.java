package city.onewindow.catalog;

import static city.onewindow.catalog.CatalogBuilder.field;
import static city.onewindow.catalog.CatalogBuilder.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一起办省下多少")
class SavingsTest {

    private static final String PRINTED = "企业开办一表登记";
    private static final String FETCHED = "电子证照库";

    private static Material material(String key, Requirement requirement, String shareableFrom) {
        return new Material(
                key,
                key,
                requirement,
                MaterialForm.COPY,
                1,
                "政府部门核发",
                "",
                shareableFrom,
                List.of(),
                "",
                "",
                "high",
                Map.of());
    }

    private static Member lasting(String days, String item) {
        return new Member(item, List.of(), 1, false, "", CatalogBuilder.terms(days, item));
    }

    private static Savings savings(CatalogBuilder builder) {
        Catalog catalog = builder.build();
        return Merge.of(
                        catalog,
                        Errand.of(catalog, catalog.oneThings().iterator().next(), Map.of()))
                .savings();
    }

    private static Savings.Change trips(Member... members) {
        CatalogBuilder builder = new CatalogBuilder();
        for (Member member : members) {
            builder.item(member.item(), member.item(), List.of(), List.of());
        }
        return savings(builder.thing("事", List.of(members), List.of(), List.of()))
                .trips();
    }

    @Test
    @DisplayName("交一次、领一次，两边一样算；全部当场办结的才只跑一次")
    void handingInAndCollectingAreTripsOnBothSides() {
        assertThat(trips(lasting("3", "甲"), lasting("5", "乙"))).isEqualTo(new Savings.Change(4, 2));
        assertThat(trips(lasting("0", "甲"), lasting("5", "乙"))).isEqualTo(new Savings.Change(3, 2));
        assertThat(trips(lasting("0", "甲"), lasting("0", "乙"))).isEqualTo(new Savings.Change(2, 1));
        assertThat(trips(lasting("3", "甲"))).isEqualTo(new Savings.Change(2, 2));
    }

    @Test
    @DisplayName("材料两边都只数要申请人交的；中心去取、由表打印、本次办出来的另外数")
    void onlyWhatTheApplicantBringsIsCompared() {
        List<Material> both = List.of(
                material("ID", Requirement.REQUIRED, ""),
                material("LEASE", Requirement.DEFERRABLE, ""),
                material("PHOTO", Requirement.OPTIONAL, ""),
                material("LICENCE", Requirement.REQUIRED, FETCHED),
                material("FORM", Requirement.REQUIRED, PRINTED));
        Savings savings = savings(new CatalogBuilder()
                .item("甲", "甲证", List.of(), both)
                .item("乙", "乙证", List.of(), both)
                .thing("事", List.of(member("甲", "甲证", false), member("乙", "乙证", false)), List.of(), List.of()));
        assertThat(savings.materials()).isEqualTo(new Savings.Change(4, 2));
        assertThat(savings.fetched()).isOne();
        assertThat(savings.printed()).isOne();
        assertThat(savings.produced()).isZero();
    }

    @Test
    @DisplayName("前一项办出来的证，分开办时要自己拿去交，一起办不用")
    void whatTheCaseProducesIsSaved() {
        Savings savings = savings(new CatalogBuilder()
                .item("设立", "营业执照", List.of(), List.of())
                .item("刻章", "印章", List.of(), List.of(material("营业执照", Requirement.REQUIRED, "")))
                .thing("事", List.of(member("设立", "营业执照", false), member("刻章", "印章", false)), List.of(), List.of()));
        assertThat(savings.materials()).isEqualTo(new Savings.Change(1, 0));
        assertThat(savings.produced()).isOne();
    }

    @Test
    @DisplayName("回答已经说明的栏目两边都不数")
    void whatAnAnswerFillsIsCountedOnNeitherSide() {
        Question medium = new Question(
                "q_medium", 1, "票", "", List.of(new Option("paper", "纸")), "paper", Expression.ALWAYS, "medium");
        List<FieldUse> fields = List.of(field("medium", true, ""), field("name", true, ""));
        Savings savings = savings(new CatalogBuilder()
                .element("medium")
                .element("name")
                .item("甲", "甲证", fields, List.of())
                .item("乙", "乙证", fields, List.of())
                .thing("事", List.of(member("甲", "甲证", false), member("乙", "乙证", false)), List.of(medium), List.of()));
        assertThat(savings.fields()).isEqualTo(new Savings.Change(2, 1));
    }
}
