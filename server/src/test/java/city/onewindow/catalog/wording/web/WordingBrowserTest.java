package city.onewindow.catalog.wording.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("编辑文书用语，在浏览器里")
class WordingBrowserTest extends BrowserTest {

    private static final int SMALL_DESK = 1280;
    private static final int SMALL_PHONE = 390;
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Actor SCJG =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
    private static final String HELP = "听不明白的，可以到出件窗口请人讲解。";

    @Autowired
    private Wordings wordings;

    @Autowired
    private Approval approval;

    private String before = "";

    @BeforeEach
    void remember() {
        before = holding().text();
    }

    @AfterEach
    void restore() {
        wordings.publish(WordedDocument.DENIAL, before, "恢复", holding().version(), MANAGER);
    }

    private WordingVersion holding() {
        return wordings.versions(WordedDocument.DENIAL).get(0);
    }

    /** A case whose registration is denied, by the wording of now. */
    private IssuedDocument denial() {
        String number = startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.DENY, "名称不可用。", SCJG, null);
        approval.deny(number, item, "名称不可用。", "市场主体登记管理条例第十九条", SCJG, null);
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.DENIAL)
                .findFirst()
                .orElseThrow();
    }

    private String text(IssuedDocument document) throws IOException {
        return PaperText.of(documents.read(document.verifyCode(), Format.PDF, "clerk"));
    }

    @Test
    @DisplayName("管理员改不予决定书：去掉救济途径不能发布，加一句的先看样张和差异再发布；下一份按新的印，先前的不变")
    void edited() throws IOException {
        IssuedDocument earlier = denial();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, SMALL_DESK);
        manager.navigate("/wordings");
        noSeriousViolations(manager);
        screenshot(manager, "wordings");
        manager.getByRole(AriaRole.LINK, named("不予决定书")).press("Enter");
        Locator text = manager.getByLabel("正文");
        assertThat(text).hasValue(before);
        noSeriousViolations(manager);

        text.fill(before.replaceAll("如不服本决定.*", HELP));
        manager.getByRole(AriaRole.BUTTON, named("预览")).press("Enter");
        assertThat(manager.locator(".error").first())
                .containsText("缺少“行政复议”：《中华人民共和国行政许可法》第三十八条第二款、《中华人民共和国行政复议法》第二十条要求写明");
        assertThat(manager.getByRole(AriaRole.BUTTON, named("发布"))).hasCount(0);
        noSeriousViolations(manager);
        screenshot(manager, "wording-wrong");

        text.fill(before + "\n" + HELP);
        manager.getByRole(AriaRole.BUTTON, named("预览")).press("Enter");
        assertThat(manager.getByRole(AriaRole.IMG)).hasCount(1);
        assertThat(manager.locator(".changes ins")).containsText(HELP);
        assertThat(paperBeside(
                        manager,
                        "/sample.pdf",
                        () -> manager.getByRole(AriaRole.BUTTON, named("PDF 样张"))
                                .press("Enter")))
                .isEqualTo("application/pdf");
        manager.getByLabel("修改的理由").fill("方便群众");
        noSeriousViolations(manager);
        screenshot(manager, "wording");
        manager.setViewportSize(SMALL_PHONE, 844);
        noSeriousViolations(manager);
        screenshot(manager, "wording-phone");
        manager.setViewportSize(SMALL_DESK, 900);
        manager.getByRole(AriaRole.BUTTON, named("发布")).press("Enter");
        confirm(manager, "发布");
        assertThat(manager.getByText("此后出具的文书按它印")).isVisible();
        assertThat(manager.getByText("manager，方便群众")).isVisible();
        screenshot(manager, "wording-published");

        assertThat(text(denial())).contains(HELP, "名称不可用。");
        assertThat(text(earlier)).contains("名称不可用。", "行政复议").doesNotContain(HELP);
    }
}
