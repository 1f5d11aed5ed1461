package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.Holiday;
import city.onewindow.catalog.Constraint;
import city.onewindow.catalog.Content;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("目录与已载入的内容")
class LoadedContentTest {

    private static final Content LOADED = new SmallContent().read().content();
    private static final String ONE_THINGS =
            "one_thing,item,item_type,department,window,legal_basis,statutory_days,promised_days,fee,result_doc,"
                    + "after_items,seq,optional,case_kind,day_unit,home_window,special_steps,choice_group,"
                    + "law_text_checked,confidence,note\n";

    private static Draft read(Map<String, String> files, Content loaded, List<Holiday> published) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return ContentReader.read(new ContentFiles("few", bytes), loaded, published);
    }

    private static List<String> faults(String file, String text) {
        return read(Map.of(file, text), LOADED, List.of()).faults().stream()
                .map(ContentFault::text)
                .toList();
    }

    private static String row(String thing, String item, String window, String fee, String optional, String group) {
        return thing + "," + item + ",行政许可,甲局," + window + ",登记条例第三条,3,1," + fee + ",执照,,"
                + (item.endsWith("乙") ? 2 : 1) + "," + optional + ",承诺件,工作日,专业窗口(乙),," + group + ",yes,high,\n";
    }

    @Test
    @DisplayName("新的一件事用了已有的事项，却没有它的栏目要问的问题：错在新的这一行")
    void aNewOneThingLacksAQuestion() {
        assertThat(faults("one-things.csv", ONE_THINGS + row("搬店一件事", "设立登记", "综合窗口", "0", "必办", "")))
                .singleElement()
                .asString()
                .startsWith("one-things.csv:2: 与已载入的内容对不上：“搬店一件事”包含事项“设立登记”，却没有问题“q_partner”，可填：");
    }

    @Test
    @DisplayName("事项不再一定采集问题所看的数据元：错在事项的这一行")
    void aFieldThatAQuestionHangsOn() {
        Draft loaded = new SmallContent()
                .withCell("situations.csv", 5, "shown_when", "id_type == 'passport'")
                .read();
        assertThat(loaded.faults()).isEmpty();
        assertThat(new SmallContent()
                        .without("situations.csv")
                        .withCell("item-fields.csv", 8, "condition", "q_partner == 'yes'")
                        .read(loaded.content())
                        .faults())
                .extracting(ContentFault::text)
                .singleElement()
                .asString()
                .startsWith("item-fields.csv:")
                .contains("与已载入的内容对不上：“id_type”不是在任何回答下都要填，问题不能随它出现");
    }

    @Test
    @DisplayName("表格的列都要填，代码后写了“?”的除外")
    void aTablesColumnMayBeOptional() {
        String elements =
                "code,name_zh,name_en,group_zh,type,constraint,options,prefill_source,example,standard,sensitive\n"
                        + "heir,继承人,Heir,继承,text,,,none,张三,,none\n"
                        + "share,份额,Share,继承,text,,,none,一半,,none\n"
                        + "heirs,继承人名单,Heirs,继承,table,\"columns=heir,share?;min_rows=1\",,none,[],,none\n";
        Constraint heirs = Objects.requireNonNull(read(Map.of("data-elements.csv", elements), LOADED, List.of())
                        .content()
                        .elements()
                        .get("heirs"))
                .constraint();
        assertThat(heirs.columns()).containsExactly("heir", "share");
        assertThat(heirs.demands("heir")).isTrue();
        assertThat(heirs.demands("share")).isFalse();
    }

    @Test
    @DisplayName("数据元少了一个选项，已载入的条件还用着它：错在数据元这一行")
    void anElementLosesAnOption() {
        String header =
                "code,name_zh,name_en,group_zh,type,constraint,options,prefill_source,example,standard,sensitive\n";
        assertThat(faults("data-elements.csv", header + "has_ac,有空调,AC,场所,choice,,no=否,none,no,,none\n"))
                .containsExactly(
                        "data-elements.csv:2: 与已载入的内容对不上：“yes”不是数据元“has_ac”的选项，可填：no",
                        "data-elements.csv:2: 与已载入的内容对不上：事项“卫生许可”的“area”：“has_ac”没有“yes”这个值，可填：no=否");
    }

    @Test
    @DisplayName("日期已在另一年的通知里：错在这一行，说明该怎么填；少了几天的给出提示")
    void aDayStandsUnderAnotherYear() {
        List<Holiday> published = List.of(
                new Holiday(LocalDate.of(2031, 1, 1), Holiday.Kind.HOLIDAY, "元旦", 2031),
                new Holiday(LocalDate.of(2031, 1, 2), Holiday.Kind.HOLIDAY, "元旦", 2031));
        String header = "date,kind,name,notice_year\n";
        assertThat(read(Map.of("holidays.csv", header + "2031-01-01,holiday,元旦,2030\n"), LOADED, published)
                        .faults())
                .singleElement()
                .extracting(ContentFault::text)
                .asString()
                .startsWith("holidays.csv:2 notice_year: 2031-01-01 已按 2031 年的通知载入(元旦)，可填：2031");
        Draft fewer = read(Map.of("holidays.csv", header + "2031-01-01,holiday,元旦,2031\n"), LOADED, published);
        assertThat(fewer.faults()).isEmpty();
        assertThat(fewer.notices())
                .extracting(ContentFault::text)
                .containsExactly("holidays.csv:2 notice_year: 2031 年的通知原有 2 天，本目录只有 1 天，其余的不再有效");
    }

    @Test
    @DisplayName("怎样回答都没有事项可办，是错误")
    void nothingToDo() {
        assertThat(faults("one-things.csv", ONE_THINGS + row("空一件事", "新事项", "综合窗口", "0", "选办", "")))
                .singleElement()
                .asString()
                .startsWith("one-things.csv:2 optional: “空一件事”在任何回答下都没有要办的事项，可填：必办");
    }

    @Test
    @DisplayName("二选一的两项按默认回答都要办，是错误")
    void bothAlternatives() {
        assertThat(faults(
                        "one-things.csv",
                        ONE_THINGS
                                + row("选一件事", "新甲", "综合窗口", "0", "必办", "方式:二选一")
                                + row("选一件事", "新乙", "综合窗口", "0", "必办", "方式:二选一")))
                .singleElement()
                .asString()
                .startsWith("one-things.csv:3 choice_group: 按默认回答会同时办“新甲”“新乙”，与“方式:二选一”不符，可填：选办");
    }

    @Test
    @DisplayName("事项自己窗口的一件事后来才导入，单独办理的条件也以它为准；先后不影响结果")
    void termsAtHomeWin() {
        String away = ONE_THINGS + row("外一件事", "新事项", "综合窗口", "10", "必办", "");
        String home = ONE_THINGS + row("内一件事", "新事项", "专业窗口(乙)", "20", "必办", "");
        for (List<String> order : List.of(List.of(away, home), List.of(home, away))) {
            Content content = LOADED;
            for (String file : order) {
                content =
                        read(Map.of("one-things.csv", file), content, List.of()).content();
            }
            assertThat(content.items().get("新事项")).satisfies(item -> {
                assertThat(item.definedBy()).isEqualTo("内一件事");
                assertThat(item.terms().fee()).isEqualTo("20");
            });
        }
    }
}
