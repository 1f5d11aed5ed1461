package city.onewindow.window.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.window.WindowList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("附件 1–3，Excel")
class AnnexPagesTest extends HouseTest {

    private static final Actor CENTRE = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor LIAISON = new Actor("gjj-liaison", "联络员", Set.of(Role.LIAISON), "gjj", null);

    private List<Row> rows(String path, Actor actor) throws Exception {
        byte[] file = mvc.perform(get(path).with(SignedInAs.of(actor)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return read(file);
    }

    private static List<Row> read(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read();
        }
    }

    /** The cells of the column so headed, below the heading. */
    private static List<String> column(List<Row> rows, String heading) {
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            for (int column = 0; column < row.getCellCount(); column++) {
                if (heading.equals(text(row, column))) {
                    int found = column;
                    return rows.subList(at + 1, rows.size()).stream()
                            .filter(below -> text(below, 0).matches("\\d+"))
                            .map(below -> text(below, found))
                            .toList();
                }
            }
        }
        throw new AssertionError("No column " + heading);
    }

    private static String text(Row row, int column) {
        return row.getCellCount() > column && row.getCell(column) != null
                ? row.getCell(column).getText()
                : "";
    }

    @Test
    @DisplayName("只有一份的直接列着，几份的才收起来")
    void one() throws Exception {
        assertThat(page(LIAISON)).contains("/annexes/2/gjj").doesNotContain("一份一份下载");
        assertThat(page(CENTRE)).contains("/annexes/2/gjj", "一份一份下载");
    }

    private String page(Actor actor) throws Exception {
        return mvc.perform(get("/annexes").with(SignedInAs.of(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("附件2：部门的全部事项，时限和材料数与指南一致")
    void ofADepartment() throws Exception {
        Department department = catalogs.current().department("gjj").orElseThrow();
        List<Item> items = catalogs.current().items().stream()
                .filter(item -> item.department().equals(department.code()))
                .toList();
        List<Row> rows = rows("/annexes/2/gjj", LIAISON);
        assertThat(text(rows.get(0), 0)).isEqualTo(department.name() + "纳入综合受理窗口事项清单");
        List<String> names = column(rows, "事项名称");
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        items.stream().map(Item::name).toList());
        Item first = catalogs.current().itemNamed(names.get(0)).orElseThrow();
        assertThat(column(rows, "材料数").get(0))
                .isEqualTo(String.valueOf(first.materials().size()));
    }

    @Test
    @DisplayName("附件3：窗口受理的每个事项的每份材料一行，带审查要点")
    void ofAWindow() throws Exception {
        Catalog catalog = catalogs.current();
        Window window = catalog.window("gjj")
                .orElseGet(() -> catalog.windows().iterator().next());
        List<Row> rows = rows("/annexes/3/" + window.code(), CENTRE);
        List<Item> items = WindowList.of(catalog, window.code()).items();
        assertThat(column(rows, "审查要点"))
                .hasSize(items.stream()
                        .mapToInt(item -> Math.max(1, item.materials().size()))
                        .sum());
        assertThat(Set.copyOf(column(rows, "事项名称"))).hasSize(items.size());
    }

    @Test
    @DisplayName("附件1：部门牵头的一件事整件都有，别人牵头的只有本部门的事项；前置和并联写明")
    void ofOneThings() throws Exception {
        Catalog catalog = catalogs.current();
        OneThing thing = catalog.oneThingNamed("企业开办一件事").orElseThrow();
        assertThat(itemsOf(thing, rows("/annexes/1/scjg", CENTRE)))
                .containsExactlyElementsOf(
                        thing.members().stream().map(Member::item).toList());
        List<Row> own = rows("/annexes/1/gjj", LIAISON);
        assertThat(itemsOf(thing, own))
                .isNotEmpty()
                .containsExactlyElementsOf(thing.members().stream()
                        .map(Member::item)
                        .filter(item -> catalog.itemNamed(item)
                                .orElseThrow()
                                .department()
                                .equals("gjj"))
                        .toList());
        assertThat(column(own, "牵头部门")).contains("市市场监管局");
        assertThat(column(rows("/annexes/1/scjg", CENTRE), "与其他事项关系")).contains("并联", "串联");
    }

    private static List<String> itemsOf(OneThing thing, List<Row> rows) {
        List<String> things = column(rows, "一件事名称");
        List<String> items = column(rows, "事项名称");
        return IntStream.range(0, things.size())
                .filter(row -> things.get(row).equals(thing.name()))
                .mapToObj(items::get)
                .toList();
    }

    @Test
    @DisplayName("附件3 的工作簿带五张由目录得出的清单，页面上也看得到；别的部门看不到")
    void derivedLists() throws Exception {
        byte[] file = mvc.perform(get("/annexes/3/ssdj").with(SignedInAs.of(CENTRE)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        assertThat(sheets.keySet()).containsExactly("商事登记综合受理窗口", "容缺受理清单", "告知承诺清单", "即办件清单", "特殊环节清单", "一次性告知清单");
        List<Item> items = WindowList.of(catalogs.current(), "ssdj").items();
        assertThat(column(of(sheets, "容缺受理清单"), "可以容缺的材料"))
                .containsExactlyElementsOf(items.stream()
                        .flatMap(item -> item.materials().stream())
                        .filter(material -> material.requirement() == Requirement.DEFERRABLE)
                        .map(Material::name)
                        .toList());
        assertThat(column(of(sheets, "即办件清单"), "事项名称"))
                .containsExactlyElementsOf(items.stream()
                        .filter(item -> item.terms().kind() == CaseKind.ON_THE_SPOT)
                        .map(Item::name)
                        .toList());
        assertThat(column(of(sheets, "特殊环节清单"), "特别程序")).isNotEmpty().doesNotContain("");
        assertThat(column(of(sheets, "告知承诺清单"), "承诺替代或者后补的材料")).contains("公共场所卫生检测或者评价报告");
        assertThat(column(of(sheets, "一次性告知清单"), "申请材料"))
                .hasSize(column(of(sheets, "商事登记综合受理窗口"), "申请材料").size());
        mvc.perform(get("/annexes/lists/ssdj").param("list", "DECLARATION").with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("公共场所卫生检测或者评价报告")));
        mvc.perform(get("/annexes/lists/ssdj").with(SignedInAs.of(LIAISON))).andExpect(status().isNotFound());
        mvc.perform(get("/annexes/lists/ssdj").param("list", "EVERYTHING").with(SignedInAs.of(CENTRE)))
                .andExpect(status().isNotFound());
    }

    private static List<Row> of(Map<String, List<Row>> sheets, String name) {
        return Objects.requireNonNull(sheets.get(name), name);
    }

    @Test
    @DisplayName("联络员只有本部门的；没有角色的进不来")
    void onlyOnesOwn() throws Exception {
        mvc.perform(get("/annexes").with(SignedInAs.of(LIAISON)))
                .andExpect(content().string(containsString("/annexes/2/gjj")))
                .andExpect(content().string(not(containsString("/annexes/2/scjg"))));
        mvc.perform(get("/annexes/2/scjg").with(SignedInAs.of(LIAISON))).andExpect(status().isNotFound());
        Actor clerk = new Actor("clerk", "受理岗", Set.of(Role.CLERK), "scjg", "qykb");
        mvc.perform(get("/annexes").with(SignedInAs.of(clerk))).andExpect(status().isForbidden());
    }
}
