package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.StagedCases;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("项目的各阶段，在浏览器里")
class ProjectBrowserTest extends BrowserTest {

    private StagedCases cases;
    private String first = "";

    @BeforeEach
    void aProject() {
        cases = new StagedCases(house, transaction, clock);
        first = cases.accept(1);
    }

    @Test
    @DisplayName("牵头部门从查办件找到项目，用键盘办先行启动；漏填的写明；办件页和项目页都看得到")
    void allowed() {
        Page lead = signedIn("lead-zjj", DemoAccounts.PASSWORD, DESK);
        lead.navigate("/cases");
        lead.locator("input[name=text]").fill(cases.project());
        lead.keyboard().press("Enter");
        assertThat(lead).hasURL("http://localhost:" + port + "/projects/" + cases.project());
        noSeriousViolations(lead);
        screenshot(lead, "project");

        lead.navigate(
                "/projects/" + cases.project() + "?stage=" + cases.oneThing(2).code());
        lead.locator("input[value=PARTIAL_START]").press("Space");
        lead.getByLabel("理由").fill("市重点项目，用地手续同步办理。");
        lead.getByLabel("依据（法律条款、文件或记录）").fill("洛政会纪〔2024〕3号");
        lead.getByRole(AriaRole.BUTTON, named("准许受理")).press("Enter");
        assertThat(lead.getByRole(AriaRole.ALERT)).containsText("请选择准许先行启动或免办的事项");
        noSeriousViolations(lead);
        lead.locator("input[name=items]").first().press("Space");
        screenshot(lead, "project-allow");
        lead.getByRole(AriaRole.BUTTON, named("准许受理")).press("Enter");
        assertThat(lead.getByText("洛政会纪〔2024〕3号")).isVisible();
        assertThat(lead.getByText("「" + cases.oneThing(2).name() + "」可以受理。")).isVisible();

        lead.locator("a[href*='takeBack=']").first().press("Enter");
        lead.getByLabel("收回的理由").fill(" ");
        lead.getByRole(AriaRole.BUTTON, named("收回先行启动")).press("Enter");
        assertThat(lead.getByRole(AriaRole.ALERT)).containsText("理由");
        noSeriousViolations(lead);
        lead.getByLabel("收回的理由").fill("选错了事项。");
        screenshot(lead, "project-take-back");
        lead.getByRole(AriaRole.BUTTON, named("收回先行启动")).press("Enter");
        assertThat(lead.getByText("收回，理由：选错了事项。")).isVisible();
        lead.navigate(
                "/projects/" + cases.project() + "?stage=" + cases.oneThing(2).code());
        lead.locator("input[value=PARTIAL_START]").press("Space");
        lead.locator("input[name=items]").first().press("Space");
        lead.getByLabel("理由").fill("市重点项目，用地手续同步办理。");
        lead.getByLabel("依据（法律条款、文件或记录）").fill("洛政会纪〔2024〕4号");
        lead.getByRole(AriaRole.BUTTON, named("准许受理")).press("Enter");

        String second = cases.accept(2);
        lead.navigate("/cases/" + second);
        assertThat(lead.getByText("洛政会纪〔2024〕4号")).isVisible();
        noSeriousViolations(lead);
        screenshot(lead, "project-case");
        lead.getByRole(AriaRole.LINK, named(cases.project())).click();
        assertThat(lead.getByRole(AriaRole.LINK, named(first))).isVisible();
    }

    @Test
    @DisplayName("前阶段的准予被裁决撤销：牵头部门在总览看到，到办件页写明如何处理，什么也没有终止；漏填的写明")
    void setback() {
        cases.finish(first);
        String second = cases.accept(2);
        cases.setAside(first);
        Page lead = signedIn("lead-zjj", DemoAccounts.PASSWORD, DESK);
        lead.navigate("/overview");
        lead.locator("a[href='/setbacks']").click();
        noSeriousViolations(lead);
        screenshot(lead, "setbacks");
        lead.getByRole(AriaRole.LINK, named(second)).click();
        noSeriousViolations(lead);
        screenshot(lead, "setback-case");
        assertThat(lead.getByText("法律没有规定后续事项因此自动失效").first()).isVisible();
        assertThat(lead.getByText("写明如何处理前阶段结果变动").first()).isVisible();
        lead.getByLabel("如何处理").fill("继续办理，待前阶段重新决定后再作决定。");
        lead.getByRole(AriaRole.BUTTON, named("写明处理")).press("Enter");
        assertThat(lead.getByText("处理：继续办理，待前阶段重新决定后再作决定。")).isVisible();
        assertThat(lead.getByRole(AriaRole.BUTTON, named("写明处理"))).hasCount(0);
        lead.setViewportSize(390, 844);
        noSeriousViolations(lead);
        screenshot(lead, "setback-phone");
    }

    @Test
    @DisplayName("手机上也看得清；指南写明是第几阶段、前面要先准予什么")
    void onAPhone() {
        Page lead = signedIn("lead-zjj", DemoAccounts.PASSWORD, 390);
        lead.navigate(
                "/projects/" + cases.project() + "?stage=" + cases.oneThing(3).code());
        noSeriousViolations(lead);
        screenshot(lead, "project-phone");
        Page guide = visitor(390);
        guide.navigate("/things/" + cases.oneThing(3).code());
        assertThat(guide.getByText("项目的第 3 阶段，共 4 个阶段")).isVisible();
        assertThat(guide.getByText("：" + "建设工程设计方案审查、建设工程规划许可证核发")).isVisible();
        noSeriousViolations(guide);
        guide.getByText("项目的第 3 阶段").scrollIntoViewIfNeeded();
        screenshot(guide, "guide-stage-phone");
    }
}
