package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldCheck;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随程序提供的内容")
class ShippedContentTest {

    private static Draft draft;

    @BeforeAll
    static void read() throws IOException {
        draft = ContentReader.read(ContentFiles.shipped(), Content.EMPTY);
    }

    @Test
    @DisplayName("每一行都读得进来，没有错误，也没有提示")
    void noFaults() {
        assertThat(draft.faults().stream().map(ContentFault::text)).isEmpty();
        assertThat(draft.notices().stream().map(ContentFault::text)).isEmpty();
    }

    @Test
    @DisplayName("29 个一件事、180 个事项，件件都在")
    void counts() {
        Content content = draft.content();
        assertThat(content.oneThings()).hasSize(29);
        assertThat(content.items()).hasSize(180);
        assertThat(content.items().values().stream()
                        .mapToInt(item -> item.materials().size())
                        .sum())
                .isEqualTo(646);
        assertThat(content.items().values().stream()
                        .mapToInt(item -> item.fields().size())
                        .sum())
                .isEqualTo(3098);
        assertThat(content.oneThings().values().stream()
                        .mapToInt(one -> one.members().size())
                        .sum())
                .isEqualTo(194);
        assertThat(content.elements()).hasSize(664);
        assertThat(content.departments()).hasSize(69);
        assertThat(content.windows()).hasSize(31);
        assertThat(draft.days()).hasSize(286);
    }

    @Test
    @DisplayName("叫证件号码、信用代码、手机号码的栏目都核对得出填错的")
    void numbersAreChecked() {
        assertThat(draft.content().elements().values())
                .filteredOn(element -> element.name().matches(".*(证件号码|信用代码|手机号码|电话)(\\(.*\\))?"))
                .hasSizeGreaterThan(40)
                .allSatisfy(element -> assertThat(new FieldCheck(element).refusal("12345", Map.of()))
                        .as(element.name())
                        .isPresent());
    }

    @Test
    @DisplayName("一段时间的止不早于它的起")
    void endsComeAfterBeginnings() {
        Map<String, DataElement> elements = draft.content().elements();
        assertThat(elements.values())
                .filteredOn(element -> element.type() == FieldType.DATE
                        && elements.containsKey(element.code().replaceFirst("_end(?=_|$)", "_start"))
                        && element.code().matches(".*_end(_.*)?"))
                .hasSizeGreaterThan(5)
                .allSatisfy(element -> assertThat(element.constraint().notBefore())
                        .as(element.name())
                        .isNotEmpty());
    }

    @Test
    @DisplayName("单个事项的办理条件取自它自己窗口的那一行")
    void standingTerms() {
        Item item = new Catalog(1, draft.content(), Map.of())
                .itemNamed("企业设立登记(有限责任公司)")
                .orElseThrow();
        assertThat(item.definedBy()).isEqualTo("企业开办一件事");
        assertThat(item.terms().specialSteps()).startsWith("延长");
        assertThat(item.department()).isEqualTo("scjg");
    }

    @Test
    @DisplayName("申请表里要上传证件照片的事项，材料里不说照片由中心去取")
    void photoAskedForInTheForm() {
        assertThat(draft.content().items().values())
                .filteredOn(item ->
                        item.fields().stream().anyMatch(use -> use.element().equals("person_photo") && use.mandatory()))
                .flatExtracting(Item::materials)
                .filteredOn(material -> material.key().equals("PHOTO"))
                .hasSize(5)
                .allSatisfy(material -> assertThat(material.shareableFrom()).isEqualTo("申请表里上传的证件照片"));
    }

    @Test
    @DisplayName("代码是拼音首字母，互不相同")
    void codes() {
        Catalog catalog = new Catalog(1, draft.content(), Map.of());
        assertThat(catalog.oneThingByCode("qykb")).map(OneThing::name).contains("企业开办一件事");
        assertThat(catalog.items().stream().map(Item::code).distinct()).hasSize(180);
        assertThat(catalog.items()).allSatisfy(item -> assertThat(item.code()).matches("[a-z0-9]+"));
    }

    @Test
    @DisplayName("没有 topics.csv 时，按内容推断出的服务对象与它一致")
    void derivedAudience() throws IOException {
        var files = new TreeMap<>(ContentFiles.shipped().files());
        files.remove(TopicsFile.NAME);
        Catalog shipped = new Catalog(1, draft.content(), Map.of());
        Catalog derived = new Catalog(
                1,
                ContentReader.read(new ContentFiles("test", files), Content.EMPTY)
                        .content(),
                Map.of());
        assertThat(derived.oneThings())
                .allSatisfy(one -> assertThat(one.audience())
                        .as(one.name())
                        .isEqualTo(
                                shipped.oneThingNamed(one.name()).orElseThrow().audience()));
        OneThing start = derived.oneThingByCode("qykb").orElseThrow();
        assertThat(start.audience()).isEqualTo(Audience.ENTERPRISE);
        assertThat(start.lifeEvent()).isEqualTo("企业开办与变更");
    }
}
