package city.onewindow.window.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.window.WindowList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("附件 1–3，Excel")
class AnnexPagesTest extends HouseTest {

    private static final Actor CENTRE = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor LIAISON = new Actor("gjj-liaison", "联络员", Set.of(Role.LIAISON), "gjj", null);

    @Autowired
    private Catalogs catalogs;

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
    @DisplayName("附件1：一件事的事项，前置和并联写明")
    void ofAOneThing() throws Exception {
        OneThing thing = catalogs.current().oneThingNamed("企业开办一件事").orElseThrow();
        List<Row> rows = rows("/annexes/1/" + thing.code(), CENTRE);
        assertThat(column(rows, "事项名称"))
                .containsExactlyElementsOf(
                        thing.members().stream().map(member -> member.item()).toList());
        assertThat(column(rows, "与其他事项关系")).contains("并联", "串联");
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
