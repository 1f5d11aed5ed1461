package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BlankImage;
import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("申请表里的照片：手机拍的太大，自动缩小；不合要求的，在栏目旁说清楚")
class PhotoInBrowserTest extends BrowserTest {

    private static final int LIMIT = 500 * 1024;

    @Test
    @DisplayName("拍得太大的缩小后收下；像素不够的不收，原来的还在")
    void largeAndSmall() throws IOException {
        Page phone = visitor(PHONE);
        form(phone);
        byte[] photograph = photograph();
        assertThat(photograph).hasSizeGreaterThan(LIMIT);
        Locator photo = phone.locator("#f-person_photo");
        photo.setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", photograph));
        Locator taken = phone.getByText("查看已上传的文件");
        assertThat(taken).isVisible();
        assertThat(phone.request().get(taken.getAttribute("href")).body()).hasSizeBetween(1, LIMIT);

        photo.setInputFiles(new FilePayload("小.png", "image/png", BlankImage.png(10, 10)));
        assertThat(phone.locator("#f-person_photo-error")).containsText("至少 358×441 像素");
        assertThat(phone.locator(".errors")).isFocused();
        assertThat(taken).isVisible();
        noSeriousViolations(phone);
    }

    @Test
    @DisplayName("别处填错的，传了照片还在原处，还说着错在哪里")
    void whatIsWrongStays() throws IOException {
        Page phone = visitor(PHONE);
        List<String> asked = asked(phone);
        form(phone);
        Locator address = phone.locator("#f-production_address");
        // Of a page that nobody clicked into the browser never asks.
        address.click();
        address.fill("家");
        address.blur();
        assertThat(phone.locator("#f-production_address-error")).isVisible();
        phone.locator("#f-person_photo").setInputFiles(new FilePayload("大.png", "image/png", BlankImage.png(400, 500)));
        assertThat(phone.getByText("查看已上传的文件")).isVisible();
        assertThat(address).hasValue("家");
        assertThat(phone.locator("#f-production_address-error")).isVisible();
        assertThat(asked)
                .as("what the browser asked before it sent the photograph")
                .isEmpty();
    }

    @Test
    @DisplayName("断网时没存下的，网通了传照片，一起存下，不问要不要离开")
    void whatCouldNotBeKeptGoesAlong() throws IOException {
        Page phone = visitor(PHONE);
        List<String> asked = asked(phone);
        form(phone);
        Locator body = phone.locator("#f-health_check_org");
        Locator address = phone.locator("#f-production_address");
        phone.context().setOffline(true);
        body.click();
        body.fill("示例体检中心");
        body.blur();
        assertThat(phone.locator("#kept")).containsText("未保存");
        address.fill("示例路 1 号 101 室");
        address.blur();
        assertThat(phone.locator("#kept")).containsText("未保存");
        phone.context().setOffline(false);
        phone.locator("#f-person_photo").setInputFiles(new FilePayload("大.png", "image/png", BlankImage.png(400, 500)));
        assertThat(phone.getByText("查看已上传的文件")).isVisible();
        phone.reload();
        assertThat(body).hasValue("示例体检中心");
        assertThat(address).hasValue("示例路 1 号 101 室");
        assertThat(asked)
                .as("what the browser asked before it sent the photograph")
                .isEmpty();
    }

    @Test
    @DisplayName("照片还在缩小就点下一步：说正在处理照片，传好了再往下走，照片不丢")
    void goesOnMeanwhile() throws IOException {
        Page phone = visitor(PHONE);
        phone.addInitScript("""
                const bitmap = window.createImageBitmap.bind(window);
                const held = new Promise((go) => (window.letItDraw = go));
                window.createImageBitmap = (file) => held.then(() => bitmap(file));
                """);
        form(phone);
        phone.locator("#f-person_photo").setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", photograph()));
        assertThat(phone.locator("#kept")).hasText("正在处理照片…");
        phone.locator(".online-foot [data-submits]").click();
        assertThat(phone.locator("#kept")).hasText("正在处理照片…");
        phone.evaluate("letItDraw()");

        // Other fields are still empty, which is what going on says.
        assertThat(phone.locator(".errors")).isVisible();
        assertThat(phone.locator(".errors")).not().containsText("照片");
        assertThat(phone.getByText("查看已上传的文件")).isVisible();
    }

    @Test
    @DisplayName("窗口替申请人传照片：像素不够的说明白，够的收下，填好的还在")
    void atTheWindow() {
        Page clerk = signedIn("clerk-ssdj", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/new?thing=kbcyd&q_health_check=yes&q_agent=no");
        clerk.locator("#f-name").fill("张示例");
        clerk.locator("#f-idNumber").fill(Counter.ID_NUMBER);
        clerk.locator("#f-phone").fill("13800000000");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/form");
        Locator photo = clerk.locator("#f-person_photo");
        photo.setInputFiles(new FilePayload("小.png", "image/png", BlankImage.png(10, 10)));
        assertThat(clerk.locator("#f-person_photo-error")).containsText("至少 358×441 像素");
        noSeriousViolations(clerk);
        screenshot(clerk, "photo-at-window-wrong");
        photo.setInputFiles(new FilePayload("照片.png", "image/png", BlankImage.png(358, 441)));
        assertThat(clerk.getByText("查看已上传的文件")).isVisible();
        assertThat(clerk.locator("#f-person_photo-error")).hasCount(0);
    }

    /** What the browser asks from here on; answered with yes. */
    private static List<String> asked(Page page) {
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        return asked;
    }

    private static void form(Page phone) {
        phone.navigate("/online/new?thing=kbcyd&q_health_check=yes&q_agent=no");
        phone.locator("#f-name").fill("张示例");
        phone.locator("#f-idNumber").fill(Counter.ID_NUMBER);
        phone.locator("#f-phone").fill("13800000000");
        phone.locator("[name=consent]").check();
        phone.getByText("开始填表").click();
        phone.getByText("填申请表").first().click();
    }

    /** Of noise, which no compression makes small. */
    private static byte[] photograph() throws IOException {
        BufferedImage noise = new BufferedImage(1500, 2000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < noise.getWidth(); x++) {
            for (int y = 0; y < noise.getHeight(); y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(noise, "jpg", content);
        return content.toByteArray();
    }
}
