package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("目录里没有的栏目：报了就留着，下次下载的表里带着，原样交回来没有变化")
class FiledFactsTest extends FilingHouseTest {

    private static final String DEPARTMENT = "zrzy";

    @Autowired
    FilledAnnexes filled;

    private final Actor liaison = liaison(DEPARTMENT);
    private Target own = new Target(Annex.DEPARTMENT, "", "", "");

    @BeforeEach
    void ownTable() {
        own = target(Annex.DEPARTMENT, DEPARTMENT);
        returned(own);
    }

    private AnnexSheet download(Target target) {
        return filled.of(target).get(0);
    }

    private static String cell(AnnexSheet sheet, int row, String heading) {
        return sheet.rows().get(row).get(sheet.columns().indexOf(heading)).toString();
    }

    private Filing filed(Target target, AnnexSheet sheet, Actor actor) {
        Filing read = read(target, sheet, actor);
        assertThat(told(read, actor)).isEmpty();
        return filings.file(read.id(), actor);
    }

    @Test
    @DisplayName("附件2：年办件量、高峰月、对接方式、专用章、联系人；退回也留着，清空就是空的")
    void ofADepartment() {
        AnnexSheet filled = sheet(own);
        for (Map.Entry<String, Object> cell : Map.<String, Object>of(
                        "授权方式", "收件、受理",
                        "年办件量", 1200,
                        "高峰月", "3月、9月",
                        "国家、省垂直系统", "不动产登记省级平台",
                        "对接方式", "接口",
                        "审批专用章是否到位", "是",
                        "后台承办科室及首席代表", "登记科 张三",
                        "子项、业务办理项", "首次登记")
                .entrySet()) {
            filled = with(filled, 0, cell.getKey(), cell.getValue());
        }
        filled = headed(headed(filled, "填报人", "李四"), "电话", "0379-63001234");
        Filing first = filed(own, headed(filled, "未进驻数及理由", "1 项，涉密"), liaison);
        assertThat(first.contact()).isEqualTo("李四 0379-63001234");
        filings.giveBack(first.id(), "请补上其他事项的年办件量", CENTRE);

        AnnexSheet again = download(own);
        assertThat(cell(again, 0, "年办件量")).isEqualTo("1200");
        assertThat(cell(again, 0, "高峰月")).isEqualTo("3月、9月");
        assertThat(again.head())
                .contains(Map.entry("填报人", "李四"), Map.entry("电话", "0379-63001234"), Map.entry("未进驻数及理由", "1 项，涉密"));
        Filing same = read(own, again, liaison);
        assertThat(same.count(RowState.SAME)).isEqualTo(again.rows().size());
        Filing changed = read(own, with(again, 0, "年办件量", 1300), liaison);
        assertThat(filings.rows(changed.id(), RowState.CHANGED, 1, 10, liaison))
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .containsExactly(new CheckedRow.Difference(Annex.DEPARTMENT.column("年办件量"), "1200", "1300")));
        filings.file(changed.id(), liaison);
        assertThat(cell(download(own), 0, "年办件量")).isEqualTo("1300");

        filed(own, with(download(own), 0, "年办件量", ""), liaison);
        assertThat(cell(download(own), 0, "年办件量")).isEmpty();
        assertThat(cell(download(own), 0, "对接方式")).isEqualTo("接口");
    }

    @Test
    @DisplayName("下拉的词写在表里，Excel 里选就行")
    void choices() {
        assertThat(new Workshop(AnnexBook.write(filled.of(own))).text(Workshop.SHEET))
                .contains("type=\"list\"", "\"接口,前置库,二次录入,人工\"");
    }

    @Test
    @DisplayName("只上传、没有确认的不算")
    void onlyWhatWasConfirmed() {
        AnnexSheet before = download(own);
        String asked = cell(before, 1, "年办件量");
        read(own, with(before, 1, "年办件量", 77), liaison);
        assertThat(cell(download(own), 1, "年办件量")).isEqualTo(asked);
    }

    @Test
    @DisplayName("格子里只能填该填的：月份、下拉的词、整数；纳入综合窗口的不写不纳入理由")
    void validated() {
        AnnexSheet sheet = sheet(own);
        AnnexSheet wrong =
                with(with(with(with(sheet, 0, "高峰月", "13月"), 0, "对接方式", "电话"), 0, "年办件量", "约一千"), 0, "审批专用章是否到位", "快了");
        assertThat(told(read(own, wrong, liaison), liaison))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("K列 高峰月：没有“13月”这个选项"))
                .anySatisfy(line -> assertThat(line).contains("S列 对接方式：没有“电话”这个选项", "前置库"))
                .anySatisfy(line -> assertThat(line).contains("J列 年办件量：应为整数"))
                .anySatisfy(line -> assertThat(line).contains("审批专用章是否到位：没有“快了”这个选项"));
        assertThat(told(read(own, with(sheet, 0, "不纳入理由", "业务量小"), liaison), liaison))
                .singleElement()
                .asString()
                .contains("不纳入理由：", "是综合窗口");
    }

    @Test
    @DisplayName("附件3：后台接收人、替代人、分发方式、授权范围按每一行留着")
    void ofAWindow() {
        Target list = target(Annex.WINDOW, "bdcjy");
        returned(list);
        Actor lead = lead(list.department());
        AnnexSheet sheet = sheet(list);
        for (Map.Entry<String, Object> cell : Map.<String, Object>of(
                        "分发方式及时点", "系统推送，当日",
                        "后台接收人", "王五",
                        "替代人", "赵六",
                        "受理授权范围", "收件、受理")
                .entrySet()) {
            sheet = with(sheet, 2, cell.getKey(), cell.getValue());
        }
        filed(list, headed(sheet, "联系人", "牵头岗"), lead);
        AnnexSheet again = download(list);
        assertThat(cell(again, 2, "后台接收人")).isEqualTo("王五");
        assertThat(again.head()).contains(Map.entry("联系人", "牵头岗"));
        Filing back = read(list, AnnexBook.write(filled.of(list)), lead);
        assertThat(back.refusals()).as("连同五张清单原样交回来").isEmpty();
        assertThat(back.count(RowState.SAME)).isEqualTo(again.rows().size());
        returned(list);
    }

    @Test
    @DisplayName("附件1：部门说自己的事项，牵头部门的表里带着；牵头部门另说的，不盖过部门自己的；汇总时一件事一张表")
    void ofOneThings() throws Exception {
        Target gjj = target(Annex.ONE_THING, "gjj");
        Target scjg = target(Annex.ONE_THING, "scjg");
        returned(gjj);
        returned(scjg);
        AnnexSheet sheet = sheet(gjj);
        int row = row(sheet, "企业开办一件事", "gjj");
        String item = cell(sheet, row, "事项名称");
        AnnexSheet told = with(with(sheet, row, "经办科室", "归集科"), row, "改革前材料份数", 6);
        filed(gjj, with(with(told, row, "网办深度", "全程网办"), row, "结果样本", "有"), liaison("gjj"));

        AnnexSheet leads = download(scjg);
        int same = row(leads, "企业开办一件事", item, 0);
        assertThat(cell(leads, same, "经办科室")).isEqualTo("归集科");
        assertThat(cell(leads, same, "改革前材料份数")).isEqualTo("6");
        assertThat(cell(leads, same, "网办深度")).isEqualTo("全程网办");
        filed(scjg, with(leads, same, "经办科室", "别的科"), liaison("scjg"));
        assertThat(cell(download(scjg), same, "经办科室")).isEqualTo("归集科");
        assertThat(cell(download(gjj), row, "经办科室")).isEqualTo("归集科");
        rounds.standings(round).stream()
                .filter(standing -> List.of(gjj, scjg).contains(standing.target()))
                .forEach(standing ->
                        filings.accept(Objects.requireNonNull(standing.filing()).id(), CENTRE));
        List<String> merged = merged("企业开办一件事");
        assertThat(merged).contains("归集科", "受理窗口：企业开办综合受理窗口").doesNotContain("别的科");
        returned(gjj);
        returned(scjg);

        assertThat(told(read(gjj, with(sheet, row, "一件事名称", "没有的一件事"), liaison("gjj")), liaison("gjj")))
                .singleElement()
                .asString()
                .contains("B列 一件事名称：目录里没有名为“没有的一件事”的一件事");
        assertThat(told(read(gjj, with(sheet, row, "事项名称", "公章刻制备案"), liaison("gjj")), liaison("gjj")))
                .singleElement()
                .asString()
                .contains("H列 事项名称：「公章刻制备案」是", "由该部门报送");
        assertThat(told(read(gjj, with(sheet, row, "改革后材料份数", 99), liaison("gjj")), liaison("gjj")))
                .singleElement()
                .asString()
                .contains("由目录得出");
    }

    /** The texts of a sheet of the merged workbook. */
    private List<String> merged(String sheet) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(rounds.merged(round.id(), CENTRE)))) {
            return book.findSheet(sheet).orElseThrow().read().stream()
                    .flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                    .toList();
        }
    }

    private int row(AnnexSheet sheet, String thing, String department) {
        List<String> own = catalogs.current().items().stream()
                .filter(item -> item.department().equals(department))
                .map(Item::name)
                .toList();
        return IntStream.range(0, sheet.rows().size())
                .filter(row -> cell(sheet, row, "一件事名称").equals(thing))
                .filter(row -> own.contains(cell(sheet, row, "事项名称")))
                .findFirst()
                .orElseThrow();
    }

    private static int row(AnnexSheet sheet, String thing, String item, int from) {
        return IntStream.range(from, sheet.rows().size())
                .filter(row -> cell(sheet, row, "一件事名称").equals(thing))
                .filter(row -> cell(sheet, row, "事项名称").equals(item))
                .findFirst()
                .orElseThrow();
    }
}
