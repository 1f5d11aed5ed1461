package city.onewindow.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Synonym;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("搜索：先列什么")
class SearchOrderTest extends HouseTest {

    private static final int ALL = 400;

    @Autowired
    private CatalogSearch search;

    private List<SearchHit> find(String typed) {
        return search.search(typed, SearchFilter.NONE, ALL);
    }

    private static List<String> names(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::name).toList();
    }

    @Test
    @DisplayName("事项就叫这个的，排在只是提到它的一件事前面，页面上也是；一件事也叫这个的，一件事在前")
    void whatIsCalledSo() throws Exception {
        assertThat(names(find("食品经营许可")).subList(0, 3))
                .containsExactlyInAnyOrder("食品经营许可(食品销售)", "食品经营许可(餐饮服务)", "食品经营许可变更")
                .endsWith("食品经营许可变更");
        assertThat(names(find("食品经营许可证")).subList(0, 2)).containsExactlyInAnyOrder("食品经营许可(食品销售)", "食品经营许可(餐饮服务)");
        assertThat(names(find("失业登记")).get(0)).isEqualTo("失业登记");
        assertThat(names(find("失业")).get(0)).isEqualTo("失业保险待遇一件事");
        mvc.perform(get("/search").param("q", "食品经营许可"))
                .andExpect(content().string(stringContainsInOrder("食品经营许可(食品销售)", "开办药店一件事")));
    }

    @Test
    @DisplayName("说的是这几个字的先列，一个字相同、读音相近的不混进来")
    void literallyFirst() {
        assertThat(find("低保")).extracting(SearchHit::name).containsExactlyInAnyOrder("医疗保险待遇一件事", "大病保险和医疗救助");
        assertThat(names(find("失业登计"))).as("only the sound is right").contains("失业登记");
        assertThat(find("失业登记"))
                .filteredOn(hit -> hit.kind() == SearchHit.Kind.ITEM)
                .extracting(SearchHit::name)
                .startsWith("失业登记", "失业登记注销");
    }

    @Test
    @DisplayName("办理结果的首字母也能打，并说明是结果")
    void initialsOfResults() {
        List<SearchHit> hits = find("yyzz");
        assertThat(names(hits).get(0)).isEqualTo("企业开办一件事");
        assertThat(hits)
                .filteredOn(hit -> hit.name().equals("企业变更登记"))
                .extracting(SearchHit::why)
                .containsExactly("办理结果：变更后的营业执照；变更登记通知书");
        assertThat(names(find("bdcqzs"))).contains("新建房屋所有权首次登记");
    }

    @Test
    @DisplayName("开什么店，先列那种店，不是便利店")
    void kindsOfShops() {
        for (String typed : List.of("开一家面馆", "开火锅店", "开一家奶茶店", "牛肉汤馆", "noodle shop")) {
            assertThat(names(find(typed)).get(0)).as(typed).isEqualTo("开办餐饮店一件事");
        }
        assertThat(names(find("开药店")).get(0)).isEqualTo("开办药店一件事");
        assertThat(names(find("开小超市")).get(0)).isEqualTo("开便利店(超市)一件事");
    }

    @Test
    @DisplayName("证照丢了找补发、换发的，不是办别的事")
    void losses() {
        assertThat(names(find("营业执照丢了")).get(0)).isEqualTo("企业变更一件事");
        assertThat(names(find("驾照丢了"))).isNotEmpty().allMatch(name -> name.contains("驾驶证"));
    }

    @Test
    @DisplayName("英文也按词找：company 先列企业开办，accompany 不是 company")
    void english() {
        assertThat(names(find("company")).get(0)).isEqualTo("企业开办一件事");
        assertThat(names(find("Company")).get(0)).isEqualTo("企业开办一件事");
        List<Synonym> known = List.of(new Synonym("company", List.of("企业开办"), ""));
        assertThat(Sought.of("accompany", known).synonyms()).isEmpty();
        assertThat(Sought.of("my company", known).synonyms()).isEqualTo(known);
    }

    @Test
    @DisplayName("筛选只减不增：只在材料里提到的，不会因为筛选又冒出来")
    void filtersTakeAway() {
        List<SearchHit> all = find("营业执照");
        assertThat(catalogs.current().departmentsWithItems()).allSatisfy(department -> {
            SearchFilter filter = new SearchFilter(department.code(), null, false, false);
            SearchResult some = search.narrowed("营业执照", filter, ALL);
            assertThat(some.unfiltered()).isEqualTo(all);
            assertThat(all).containsAll(some.hits());
        });
    }

    @Test
    @DisplayName("相符的太多、看不过来时，筛选仍找得到排在后面的")
    void filtersLookFurther() {
        Content shipped = catalogs.current().content();
        Item sought = catalogs.current().itemNamed("失业登记").orElseThrow();
        Map<String, Item> items = new LinkedHashMap<>(shipped.items());
        for (int number = 0; number < ALL; number++) {
            Item copy = renamed(sought, "放飞孔明灯备案" + number, "gaj");
            items.put(copy.name(), copy);
        }
        Item last = renamed(sought, "放飞孔明灯备案的最后一项", "swj");
        items.put(last.name(), last);
        CatalogIndex index = new CatalogIndex(new Catalog(1, shipped.withItems(items), Map.of()));
        assertThat(names(index.search("放飞孔明灯", SearchFilter.NONE, ALL).hits())).doesNotContain(last.name());
        assertThat(names(index.search("放飞孔明灯", new SearchFilter("swj", null, false, false), ALL)
                        .hits()))
                .contains(last.name());
    }

    private static Item renamed(Item item, String name, String department) {
        return new Item(
                name,
                name,
                department,
                item.homeWindow(),
                item.terms(),
                "",
                item.materials(),
                item.fields(),
                item.confidence(),
                item.particulars(),
                item.situations());
    }
}
