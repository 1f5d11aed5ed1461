package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.catalog.Errand;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.catalog.lint.Rule;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.kernel.Problem;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.WindowList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("没有进驻窗口的事项：附件2 空着拟入窗口、写明理由")
class OutsideTest extends OwnItemsHouseTest {

    private static final String REASON = "档案库房在局里，只能在局里查";

    private String name() {
        return sheet.rows().get(0).get(1).toString();
    }

    private Item item() {
        return catalogs.current().itemNamed(name()).orElseThrow();
    }

    private AnnexSheet placed(String window, String reason) {
        return with(with(sheet, 0, "拟入窗口", window), 0, "不纳入理由", reason);
    }

    /** As those concerned let what the filing wants take effect. */
    private void published(AnnexSheet table, String agreeing) {
        Filing read = read(own, table, LIAISON);
        assertThat(told(read, LIAISON)).isEmpty();
        filings.file(read.id(), LIAISON);
        Revision open = Objects.requireNonNull(many.open(DEPARTMENT).get(name()));
        assertThat(open.windowLead()).isEqualTo(agreeing);
        revisions.approve(open.id(), null, lead(agreeing));
        revisions.publish(open.id(), null, CENTRE);
        returned(own);
        sheet = sheet(own);
    }

    @Test
    @DisplayName("空着又没有理由，指到格里说两条路；只写了理由、窗口没动的，照旧说")
    void withoutReason() {
        assertThat(told(read(own, placed("", ""), LIAISON), LIAISON))
                .singleElement()
                .asString()
                .contains("拟入窗口：没有填", "窗口的全称", "“不纳入理由”里写明为什么");
        assertThat(told(read(own, placed("", "—"), LIAISON), LIAISON))
                .as("横线不是理由")
                .singleElement()
                .asString()
                .contains("拟入窗口：没有填");
        assertThat(told(read(own, with(sheet, 0, "不纳入理由", REASON), LIAISON), LIAISON))
                .singleElement()
                .asString()
                .contains("是综合窗口");
    }

    @Test
    @DisplayName("写了理由就可以：离开的窗口同意，中心发布；指南说去哪里、为什么；校核只作提示；可以再进来")
    void outAndInAgain() throws Exception {
        String window =
                catalogs.current().window(item().homeWindow()).orElseThrow().name();
        String lead =
                catalogs.current().window(item().homeWindow()).orElseThrow().leadDepartment();
        published(placed("", REASON), lead);

        assertThat(item().isOutside()).isTrue();
        assertThat(sheet.rows().get(0)).contains(REASON).doesNotContain(window);
        assertThat(read(own, sheet, LIAISON).count(RowState.SAME))
                .as("原样交回来没有变化")
                .isEqualTo(sheet.rows().size());
        assertThat(Linter.lint(catalogs.current().content(), false, name()))
                .extracting(Finding::rule)
                .contains(Rule.OUTSIDE)
                .doesNotContain(Rule.NO_WINDOW, Rule.NOT_COOPERATING);
        String department =
                catalogs.current().department(DEPARTMENT).orElseThrow().name();
        for (String page : new String[] {"", "/notice"}) {
            mvc.perform(get("/items/" + item().code() + page))
                    .andExpect(content().string(containsString("请到" + department + "办理。原因：" + REASON)));
        }

        WindowList elsewhere = WindowList.of(
                catalogs.current(),
                catalogs.current().windows().stream()
                        .map(Window::code)
                        .filter(code -> WindowList.of(catalogs.current(), code).items().stream()
                                .noneMatch(one -> one.name().equals(name())))
                        .findFirst()
                        .orElseThrow());
        Errand errand = new ErrandChoice(null, List.of(item().code()), Map.of()).in(catalogs.current());
        assertThatThrownBy(() -> elsewhere.mustTake(errand, catalogs.current()))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining(department)
                .hasMessageContaining("没有进驻窗口");

        OneThing thing = catalogs.current().oneThings().stream()
                .filter(one ->
                        one.members().stream().anyMatch(member -> member.item().equals(name())))
                .findFirst()
                .orElseThrow();
        assertThat(ContentReader.read(
                                new RowWriter(catalogs.current().content()).oneThing(thing, "test"),
                                catalogs.current().content(),
                                List.of())
                        .faults())
                .as("牵头部门照样可以改有它的一件事")
                .isEmpty();

        String general = catalogs.current().windows().stream()
                .filter(one -> one.kind() == Window.Kind.GENERAL)
                .findFirst()
                .orElseThrow()
                .leadDepartment();
        published(placed("", "档案库房在局里，二〇二七年搬来"), general);
        published(placed(window, ""), lead);
        assertThat(item().isOutside()).isFalse();
        assertThat(item().particulars().outsideReason()).isEmpty();
    }
}
