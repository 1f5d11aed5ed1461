package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.SignedInAs;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("汇总核对：附件1、2、3 对得上吗，改革前后各是多少")
class RollUpTest extends FilingHouseTest {

    private static final String DEPARTMENT = "jtj";

    private Target one = new Target(Annex.ONE_THING, "", "", "");
    private Target two = one;
    private Target three = one;

    @BeforeEach
    void targets() {
        one = target(Annex.ONE_THING, DEPARTMENT);
        two = target(Annex.DEPARTMENT, DEPARTMENT);
        three = target(Annex.WINDOW, "jtys");
        returned(one);
        returned(two);
        returned(three);
    }

    private void filed(Target target, AnnexSheet sheet) {
        var actor = target.annex() == Annex.WINDOW ? lead(target.department()) : liaison(target.department());
        Filing read = read(target, sheet, actor);
        assertThat(told(read, actor)).isEmpty();
        filings.file(read.id(), actor);
    }

    /** Without the rows about the item. */
    private static AnnexSheet without(AnnexSheet sheet, Annex annex, String item) {
        List<List<Object>> rows = new ArrayList<>(sheet.rows());
        rows.removeIf(row -> row.get(annex.item()).equals(item));
        return new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot());
    }

    private RollUp.Check check(Target about) {
        return rounds.rollUp(round).checks().stream()
                .filter(check -> check.about().equals(about.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("照目录报的对得上；少报一项，两边各说少了哪一项；退回的不算")
    void addsUp() throws Exception {
        AnnexSheet things = sheet(one);
        String item = things.rows().get(0).get(Annex.ONE_THING.item()).toString();
        filed(one, things);
        filed(two, sheet(two));
        filed(three, sheet(three));
        assertThat(check(two).said()).noneMatch(said -> said.startsWith("附件1 有、附件2 没有"));
        assertThat(check(three).said()).isEmpty();

        filed(two, without(sheet(two), Annex.DEPARTMENT, item));
        assertThat(check(two).said()).anySatisfy(said -> assertThat(said).startsWith("附件1 有、附件2 没有的 1 项：" + item));
        filed(two, sheet(two));
        filed(one, without(things, Annex.ONE_THING, item));
        assertThat(check(two).said())
                .anySatisfy(said ->
                        assertThat(said).startsWith("附件2 有、附件1 没有归入一件事的").contains(item));
        filed(three, without(sheet(three), Annex.WINDOW, item));
        assertThat(check(three).said()).singleElement().asString().startsWith("附件2 拟入本窗口、附件3 没有的 1 项：" + item);

        String page = "/annexes/rounds/" + round.id();
        mvc.perform(get(page).with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("hx-get=\"" + page + "/roll-up\"")))
                .andExpect(content().string(not(containsString("纳入率"))));
        mvc.perform(get(page + "/roll-up").with(SignedInAs.of(CENTRE)))
                .andExpect(content().string(containsString("附件2 拟入本窗口、附件3 没有的 1 项：" + item)))
                .andExpect(content().string(containsString("纳入率")));
        mvc.perform(get("/api/rounds/" + round.id() + "/checks").with(SignedInAs.of(CENTRE)))
                .andExpect(jsonPath("$.checks[*].about", hasItem(three.name())));
        mvc.perform(get("/api/rounds/" + round.id() + "/checks").with(SignedInAs.of(liaison(DEPARTMENT))))
                .andExpect(status().isForbidden());
        returned(three);
        assertThat(rounds.rollUp(round).checks())
                .extracting(RollUp.Check::about)
                .doesNotContain(three.name());
    }

    @Test
    @DisplayName("改革前后只加两栏都填了的行")
    void gains() {
        BigDecimal before = sum("办理环节", true);
        BigDecimal after = sum("办理环节", false);
        AnnexSheet things = sheet(one);
        filed(one, with(with(with(things, 0, "原环节数", 3), 0, "现环节数", 1), 1, "原环节数", 5));
        filed(two, sheet(two));
        assertThat(sum("办理环节", true)).isEqualByComparingTo(before.add(BigDecimal.valueOf(3)));
        assertThat(sum("办理环节", false)).isEqualByComparingTo(after.add(BigDecimal.ONE));
        assertThat(rounds.rollUp(round).items())
                .isGreaterThanOrEqualTo(sheet(two).rows().size());
    }

    private BigDecimal sum(String what, boolean before) {
        return rounds.rollUp(round).gains().stream()
                .filter(gain -> gain.what().equals(what))
                .map(gain -> before ? gain.before() : gain.after())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
