package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("附件3 与部门说的不一致：部门在自己的附件页面看得到")
class DifferencesTest extends FilingHouseTest {

    private static final String WINDOW = "sbyb";
    private static final String DEPARTMENT = "ybj";
    private static final Actor LIAISON = liaison(DEPARTMENT);

    @Autowired
    Differences differences;

    private Target list = new Target(Annex.WINDOW, "", "", "");
    private Target own = list;

    @BeforeEach
    void targets() {
        list = target(Annex.WINDOW, WINDOW);
        own = target(Annex.DEPARTMENT, DEPARTMENT);
        returned(list);
        returned(own);
    }

    /** The first row of the window's list that is about an item of the department. */
    private int row(AnnexSheet sheet) {
        List<String> names = catalogs.current().items().stream()
                .filter(item -> item.department().equals(DEPARTMENT))
                .map(Item::name)
                .toList();
        return IntStream.range(0, sheet.rows().size())
                .filter(row -> names.contains(sheet.rows().get(row).get(2).toString()))
                .findFirst()
                .orElseThrow();
    }

    private void filed(AnnexSheet table) {
        Actor lead = lead(list.department());
        filings.file(read(list, table, lead).id(), lead);
    }

    @Test
    @DisplayName("照目录填的没有差别；改了的、多的、少的都说；别的部门看不到；页面上有")
    void againstTheCatalog() throws Exception {
        AnnexSheet sheet = sheet(list);
        int row = row(sheet);
        String item = sheet.rows().get(row).get(2).toString();
        filed(sheet);
        assertThat(differences.concerning(LIAISON)).isEmpty();
        mvc.perform(get("/annexes").with(SignedInAs.of(LIAISON)))
                .andExpect(content().string(not(containsString("id=\"differences\""))));

        filed(with(with(sheet, row, "咨询电话", "63009999"), row, "后台接收人", "张三"));
        assertThat(differences.concerning(LIAISON)).singleElement().satisfies(one -> {
            assertThat(one.item()).isEqualTo(item);
            assertThat(one.kind()).isEqualTo(Difference.Kind.OTHERWISE);
            assertThat(one.cells()).singleElement().satisfies(cell -> {
                assertThat(cell.heading()).isEqualTo("咨询电话");
                assertThat(cell.listed()).isEqualTo("63009999");
                assertThat(cell.filed()).isFalse();
            });
        });
        assertThat(differences.concerning(liaison("gaj"))).isEmpty();
        assertThat(differences.concerning(lead(DEPARTMENT))).as("不维护事项").isEmpty();
        mvc.perform(get("/annexes").with(SignedInAs.of(LIAISON)))
                .andExpect(content().string(containsString("id=\"differences\"")))
                .andExpect(content().string(containsString("咨询电话：清单里是“63009999”，目录里是")));

        String material = sheet.rows().get(row).get(Annex.WINDOW.column("申请材料")).toString();
        filed(with(sheet, row, "申请材料", "测试多出来的材料"));
        assertThat(differences.concerning(LIAISON))
                .extracting(Difference::kind, Difference::item, Difference::material)
                .containsExactlyInAnyOrder(
                        tuple(Difference.Kind.UNKNOWN, item, "测试多出来的材料"),
                        tuple(Difference.Kind.MISSING, item, material));
    }

    @Test
    @DisplayName("一个事项的几行说得不一样的，合成一处差异，各种说法都列出：接口逐页读不会打转")
    void rowsThatSayDifferentThings() {
        AnnexSheet sheet = sheet(list);
        String item = catalogs.current().items().stream()
                .filter(one -> one.department().equals(DEPARTMENT))
                .map(Item::name)
                .filter(name -> rowsOf(sheet, name).size() > 1)
                .findFirst()
                .orElseThrow();
        List<Integer> rows = rowsOf(sheet, item);
        filed(with(with(sheet, rows.get(0), "咨询电话", "63001111"), rows.get(1), "咨询电话", "63002222"));
        assertThat(differences.concerning(LIAISON)).singleElement().satisfies(one -> {
            assertThat(one.item()).isEqualTo(item);
            assertThat(one.cells()).extracting(Difference.Cell::listed).containsExactly("63001111", "63002222");
        });
    }

    @Test
    @DisplayName("部门在本批次报了附件2 的，以它为准：清单照旧目录就是不一致，清单和它一样就没有")
    void againstAnnexTwo() {
        AnnexSheet sheet = sheet(list);
        int row = row(sheet);
        String item = sheet.rows().get(row).get(2).toString();
        AnnexSheet two = sheet(own);
        int at = IntStream.range(0, two.rows().size())
                .filter(line -> two.rows().get(line).get(1).toString().equals(item))
                .findFirst()
                .orElseThrow();
        filings.file(read(own, with(two, at, "经办人电话", "63008888"), LIAISON).id(), LIAISON);
        filed(sheet);
        assertThat(differences.concerning(LIAISON))
                .as("一个事项说一次")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.item()).isEqualTo(item);
                    assertThat(one.material()).isEmpty();
                    assertThat(one.cells()).singleElement().satisfies(cell -> {
                        assertThat(cell.own()).isEqualTo("63008888");
                        assertThat(cell.filed()).isTrue();
                    });
                });
        AnnexSheet agreed = sheet;
        for (int line : rowsOf(sheet, item)) {
            agreed = with(agreed, line, "咨询电话", "63008888");
        }
        filed(agreed);
        assertThat(differences.concerning(LIAISON)).isEmpty();
    }

    @Test
    @DisplayName("分发以后人人看得到清单与办事指南的差异；没有分发的不公开；整个事项多出来、少了各说一次")
    void published() throws Exception {
        AnnexSheet sheet = sheet(list);
        int row = row(sheet);
        String item = sheet.rows().get(row).get(2).toString();
        AnnexSheet wrong = with(sheet, row, "咨询电话", "63007777");
        String gone = sheet.rows().stream()
                .map(cells -> cells.get(2).toString())
                .filter(name -> !name.equals(item))
                .findFirst()
                .orElseThrow();
        wrong = new AnnexSheet(
                wrong.name(),
                wrong.title(),
                wrong.head(),
                wrong.columns(),
                wrong.rows().stream()
                        .filter(cells -> !cells.get(2).toString().equals(gone))
                        .toList(),
                wrong.foot());
        filed(wrong);
        assertThat(differences.published().differences())
                .extracting(Difference::filing)
                .as("还没有分发")
                .doesNotContain(standing(list));
        rounds.standings(round).stream()
                .map(Standing::filing)
                .filter(filing -> filing != null && filing.status() == FilingStatus.FILED)
                .forEach(filing -> filings.accept(filing.id(), CENTRE));
        rounds.distribute(round.id(), CENTRE);

        assertThat(differences.published().round()).isEqualTo(rounds.get(round.id()));
        assertThat(differences.published().differences().stream()
                        .filter(one -> one.window().equals(list.name())))
                .extracting(Difference::kind, Difference::item, Difference::material)
                .containsExactlyInAnyOrder(
                        tuple(Difference.Kind.OTHERWISE, item, ""), tuple(Difference.Kind.MISSING, gone, ""));
        mvc.perform(get("/quality")).andExpect(content().string(containsString("href=\"/quality/lists\"")));
        mvc.perform(get("/quality/lists"))
                .andExpect(content().string(containsString("咨询电话：清单里是“63007777”，目录里是")))
                .andExpect(content().string(containsString("清单里没有这个事项，目录里由这个窗口受理")));
        mvc.perform(get("/api/quality/lists"))
                .andExpect(jsonPath("$.round").value(round.name()))
                .andExpect(jsonPath("$.lists").value(greaterThan(0)));
        mvc.perform(get("/api/quality/lists/differences").param("size", "1"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").isString());
        mvc.perform(get("/annexes/rounds/" + round.id() + "/roll-up").with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("id=\"differences\"")));
    }

    private long standing(Target target) {
        return rounds.standings(round).stream()
                .filter(standing -> standing.target().equals(target))
                .map(Standing::filing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Integer> rowsOf(AnnexSheet sheet, String item) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (sheet.rows().get(row).get(2).toString().equals(item)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
