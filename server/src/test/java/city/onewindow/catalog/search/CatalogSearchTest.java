package city.onewindow.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("搜索")
class CatalogSearchTest extends HouseTest {

    @Autowired
    private CatalogSearch search;

    private List<SearchHit> find(String typed) {
        return search.search(typed, SearchFilter.NONE, 20);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "企业开办, 企业开办一件事",
        "开公司, 企业开办一件事",
        "我想注册公司怎么办理？, 企业开办一件事",
        "开饭店, 开办餐饮店一件事",
        "开餐馆 营业执照, 开办餐饮店一件事",
        "奶茶店, 开办餐饮店一件事",
        "小卖部, 开便利店(超市)一件事",
        "卖药, 开办药店一件事",
        "开民宿, 企业开办一件事",
        "开旅馆, 企业开办一件事",
        "买二手房, 二手房转移登记及水电气暖过户一件事",
        "买新房, 新建商品房转移登记一件事",
        "生孩子, 新生儿出生一件事",
        "给宝宝上户口, 新生儿出生一件事",
        "退休, 企业职工退休一件事",
        "失业金, 失业保险待遇一件事",
        "驾照换证, 驾驶证期满换证(含体检)一件事",
        "买车上牌, 车辆购置上牌一件事",
        "公积金贷款, 住房公积金购房提取与贷款一件事",
        "租房提公积金, 住房公积金租房及其他提取一件事",
        "护照, 因私出国(境)证件一件事",
        "去香港, 因私出国(境)证件一件事",
        "外地看病, 医疗保险待遇一件事",
        "滴滴, 从事网约车一件事",
        "施工许可证, 工程建设项目·施工许可阶段",
        "关公司, 企业注销一件事",
        "qykb, 企业开办一件事",
        "QiYeKaiBan, 企业开办一件事",
        "qi ye kb, 企业开办一件事",
        "xse, 新生儿出生一件事",
    })
    @DisplayName("人们怎么说，就怎么找到")
    void finds(String typed, String oneThing) {
        assertThat(find(typed)).isNotEmpty();
        assertThat(find(typed).get(0).name()).isEqualTo(oneThing);
    }

    @Test
    @DisplayName("怎么办、怎么样里没有要办的事：问的是什么，就只找什么")
    void questionsSayNothing() {
        assertThat(find("老伴去世了怎么办")).isEmpty();
        assertThat(find("退休了怎么办").get(0).name()).isEqualTo("企业职工退休一件事");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "身后一件事, 派出所",
        "老伴去世了怎么办, 殡仪馆",
        "死亡证明, 医院",
        "丧葬费怎么领, 社保医保综合受理窗口",
        "注销户口, 派出所",
        "my father died, 殡仪馆",
        "继承房产, 不动产",
        "遗产, 公证处",
    })
    @DisplayName("目录里没有的，说到哪里办，不拿相近的充数")
    void saysWhereElse(String typed, String where) {
        SearchResult found = search.narrowed(typed, SearchFilter.NONE, 20);
        assertThat(found.hits()).isEmpty();
        assertThat(found.elsewhere()).singleElement().asString().contains(where);
    }

    @Test
    @DisplayName("还说了目录里有的事，两样都说")
    void bothHereAndElsewhere() {
        SearchResult found = search.narrowed("继承的二手房过户", SearchFilter.NONE, 20);
        assertThat(found.hits()).extracting(SearchHit::name).contains("二手房转移登记及水电气暖过户一件事");
        assertThat(found.elsewhere()).isNotEmpty();
        assertThat(found.hits()).extracting(SearchHit::why).doesNotContain("“过户”即“过户”");
        SearchResult plain = search.narrowed("去世职工 公积金提取", SearchFilter.NONE, 20);
        assertThat(plain.hits()).extracting(SearchHit::name).anyMatch(name -> name.contains("公积金"));
        assertThat(plain.elsewhere()).isNotEmpty();
    }

    @Test
    @DisplayName("别的词里碰巧有的，不说到那里去：文化遗产不是遗产")
    void insideAnotherWord() {
        assertThat(search.narrowed("非物质文化遗产", SearchFilter.NONE, 20).elsewhere())
                .singleElement()
                .asString()
                .contains("文化和旅游")
                .doesNotContain("遗嘱");
        assertThat(search.narrowed("殡葬用品店", SearchFilter.NONE, 20).elsewhere()).isEmpty();
    }

    @Test
    @DisplayName("目录里有的，不说到别处去；哪一件都叫“一件事”，不是在问哪一件")
    void nothingElsewhere() {
        assertThat(search.narrowed("退休", SearchFilter.NONE, 20).elsewhere()).isEmpty();
        assertThat(find("退休一件事")).isEqualTo(find("退休"));
        assertThat(find("一件事")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"营业执照", "取水许可", "退休", "护照", "变更登记"})
    @DisplayName("怎么办理：只找后面说的事")
    void howToSaysNothing(String sought) {
        assertThat(find("怎么办理" + sought)).isEqualTo(find(sought));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "营业执照, 企业设立登记(有限责任公司)",
        "居住证签注, 居住证申领(承租人)",
        "健康证, 食品从业人员健康检查(健康证明)",
        "烟草专卖, 烟草专卖零售许可证核发",
        "公积金管理中心, 住房公积金购房提取",
        "施工图, 施工图设计文件联合审查",
    })
    @DisplayName("按结果、部门、正式名称找到单个事项")
    void findsItems(String typed, String item) {
        assertThat(find(typed)).extracting(SearchHit::name).contains(item);
    }

    @Test
    @DisplayName("一件事排在单个事项前面，并说明是在哪里找到的")
    void order() {
        List<SearchHit> hits = find("营业执照");
        assertThat(hits).extracting(SearchHit::kind).isSorted();
        assertThat(hits.get(0).kind()).isEqualTo(SearchHit.Kind.ONE_THING);
        assertThat(find("饭店").get(0).why()).isEqualTo("“饭店”即“餐饮”");
        assertThat(find("刻制备案").get(0).why()).isEqualTo("包含事项：公章刻制备案");
        assertThat(find("企业开办").get(0).why()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"",
                "'",
                "((",
                "*",
                "?",
                "a* OR \"",
                "\\",
                "AND",
                "😀",
                "😀企业",
                "%",
                "；；",
                "a",
                "\u0000",
                "zzzzzz"
            })
    @DisplayName("空的、古怪的输入都不会出错")
    void odd(String typed) {
        assertThat(find(typed)).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    @DisplayName("一千个字也不会出错")
    void thousandCharacters() {
        assertThat(find("企业开办".repeat(250))).hasSizeLessThanOrEqualTo(20);
        assertThat(find("a".repeat(1000))).isEmpty();
        for (int length = 2; length < 30; length++) {
            // Items of other tests have hexadecimal names, in which "aa" is found.
            assertThat(find("a".repeat(length + 8))).isEmpty();
            assertThat(find("辩".repeat(length))).isEmpty();
        }
    }

    @Test
    @DisplayName("没有的东西找不到")
    void nothing() {
        assertThat(find("xyzq")).isEmpty();
        assertThat(find("恐龙")).isEmpty();
        assertThat(find("开网吧")).isEmpty();
        assertThat(find("补换证")).extracting(SearchHit::name).allMatch(name -> name.contains("换证"));
    }
}
