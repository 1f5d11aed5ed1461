package city.onewindow.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Audience;
import city.onewindow.catalog.CaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("搜索自测：常用说法")
class SearchScoreTest extends HouseTest {

    @Autowired
    private CatalogSearch search;

    @Test
    @DisplayName("至少九十个常用说法，每个该找到的都真有，都在前三条里找到")
    void everyQueryFindsItsHit() {
        assertThat(SearchScore.queries())
                .hasSizeGreaterThanOrEqualTo(90)
                .allSatisfy(query -> assertThat(
                                catalogs.current().itemNamed(query.expected()).isPresent()
                                        || catalogs.current()
                                                .oneThingNamed(query.expected())
                                                .isPresent())
                        .as(query.expected())
                        .isTrue());
        assertThat(search.score().missed()).isEmpty();
    }

    @Test
    @DisplayName("同音字打错也找得到")
    void soundsAlike() {
        assertThat(search.search("餐银店", SearchFilter.NONE, 3)).isNotEmpty();
        assertThat(search.search("公章克制", SearchFilter.NONE, 5))
                .extracting(SearchHit::name)
                .contains("公章刻制备案");
        assertThat(first("开公斯")).isEqualTo("企业开办一件事");
        assertThat(search.search("护召", SearchFilter.NONE, 5))
                .extracting(SearchHit::name)
                .contains("普通护照签发");
    }

    @Test
    @DisplayName("说“办执照”“出租车”的，先列要办的那一件")
    void whatIsMeantFirst() {
        assertThat(first("办执照")).isEqualTo("企业开办一件事");
        assertThat(first("出租车")).isEqualTo("从事网约车一件事");
    }

    private String first(String typed) {
        return search.search(typed, SearchFilter.NONE, 1).get(0).name();
    }

    @Test
    @DisplayName("常用说法也可以用拼音、首字母打，打到一半也行")
    void synonymsInPinyin() {
        for (String typed : List.of("kaifandian", "kai fan dian", "kfd", "kaifand")) {
            assertThat(search.search(typed, SearchFilter.NONE, 3))
                    .as(typed)
                    .extracting(SearchHit::name)
                    .contains("开办餐饮店一件事");
        }
        assertThat(search.search("kaifandian", SearchFilter.NONE, 1).get(0).why())
                .contains("“开饭店”即");
    }

    @Test
    @DisplayName("有名称、结果相符的，就不列只在材料里提到的；没有，才列，并说明")
    void materialsLast() throws Exception {
        assertThat(search.search("营业执照", SearchFilter.NONE, 60)).isNotEmpty().noneMatch(SearchHit::inMaterialOnly);
        assertThat(search.search("身份证丢了", SearchFilter.NONE, 60)).isNotEmpty().allMatch(SearchHit::inMaterialOnly);
        mvc.perform(get("/search").param("q", "身份证丢了")).andExpect(content().string(containsString("的材料里提到它")));
    }

    @Test
    @DisplayName("分数如实写在质量报告里，搜索页指到那里；可以只看一个部门的")
    void theScoreIsOnThePage() throws Exception {
        SearchScore score = search.score();
        mvc.perform(get("/search").param("q", "公积金"))
                .andExpect(content().string(containsString("href=\"/quality#search\"")));
        mvc.perform(get("/quality"))
                .andExpect(content().string(containsString(score.asked() + " 种群众常用的说法")))
                .andExpect(content().string(containsString("现在有 " + score.found() + " 种")));
        String department =
                catalogs.current().itemNamed("住房公积金购房提取").orElseThrow().department();
        mvc.perform(get("/search").param("q", "公积金").param("department", department))
                .andExpect(content().string(containsString("住房公积金购房提取")));
        mvc.perform(get("/search").param("q", "公积金").param("department", "nobody"))
                .andExpect(content().string(containsString("没有剩下的")));
    }

    @Test
    @DisplayName("漏一个字、多一个字、错一个字、颠倒两个字，多半还找得到")
    void typos() {
        int typed = 0;
        List<String> lost = new ArrayList<>();
        for (SearchScore.Query query : SearchScore.queries()) {
            for (String slip : slips(query.words())) {
                typed++;
                boolean found = search.search(slip, SearchFilter.NONE, 400).stream()
                        .collect(Collectors.groupingBy(SearchHit::kind))
                        .values()
                        .stream()
                        .flatMap(kind -> kind.stream().limit(5))
                        .anyMatch(hit -> hit.name().equals(query.expected()));
                if (!found) {
                    lost.add(slip);
                }
            }
        }
        assertThat(lost).as("lost of " + typed).hasSizeLessThan(typed * 15 / 100);
    }

    @Test
    @DisplayName("zh 与 z、ng 与 n 分不清也找得到")
    void blurredSounds() {
        assertThat(search.search("公脏刻制", SearchFilter.NONE, 5))
                .extracting(SearchHit::name)
                .contains("公章刻制备案");
        assertThat(search.search("hu zao", SearchFilter.NONE, 5))
                .extracting(SearchHit::name)
                .contains("因私出国(境)证件一件事");
    }

    @Test
    @DisplayName("英文名称也能搜；可以只看个人办的、可网上办的、当场办结的")
    void filters() {
        assertThat(search.search("business licence", SearchFilter.NONE, 20)).isNotEmpty();
        SearchFilter person = new SearchFilter("", Audience.PERSON, false, false);
        SearchFilter online = new SearchFilter("", null, true, false);
        SearchFilter atOnce = new SearchFilter("", null, false, true);
        List<SearchHit> all = search.search("登记", SearchFilter.NONE, 400);
        for (SearchFilter filter : List.of(person, online, atOnce)) {
            List<SearchHit> some = search.search("登记", filter, 400);
            assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
            assertThat(all).containsAll(some);
        }
        assertThat(search.search("登记", online, 400))
                .filteredOn(hit -> hit.kind() == SearchHit.Kind.ITEM)
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(catalogs.current()
                                .itemByCode(hit.code())
                                .orElseThrow()
                                .particulars()
                                .visits())
                        .isZero());
        assertThat(search.search("普通护照签发", new SearchFilter("ybj", null, false, false), 20))
                .isEmpty();
        assertThat(search.search("dengji", atOnce, 400))
                .isNotEmpty()
                .allMatch(hit -> hit.kind() == SearchHit.Kind.ONE_THING
                        || catalogs.current()
                                        .itemByCode(hit.code())
                                        .orElseThrow()
                                        .terms()
                                        .kind()
                                == CaseKind.ON_THE_SPOT);
    }

    private static List<String> slips(String words) {
        List<String> slips = new ArrayList<>();
        String wrong = words.matches("[a-z ]+") ? "e" : "辩";
        for (int at = 0; at < words.length() && words.length() >= 4; at++) {
            String head = words.substring(0, at);
            String tail = words.substring(at + 1);
            slips.add(head + tail);
            slips.add(head + wrong + tail);
            slips.add(head + words.charAt(at) + wrong + tail);
            if (!tail.isEmpty()) {
                slips.add(head + tail.charAt(0) + words.charAt(at) + tail.substring(1));
            }
        }
        return slips;
    }
}
