package city.onewindow.catalog.holiday.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.NoticeTexts;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("放假安排，在浏览器里")
class HolidayBrowserTest extends BrowserTest {

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("管理员粘贴通知、核对、启用，没有严重的无障碍问题")
    void pasted() {
        List<Holiday> published = calendar.published();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/holidays");
        noSeriousViolations(manager);
        screenshot(manager, "holidays");
        manager.getByLabel("放假通知全文").fill(NoticeTexts.of(2026).replace("共9天", "共8天"));
        manager.getByRole(AriaRole.BUTTON, named("读取并核对")).press("Enter");
        assertThat(manager.getByText("写着放假 8 天")).isVisible();
        noSeriousViolations(manager);
        screenshot(manager, "holidays-wrong");
        manager.getByLabel("放假通知全文").fill(NoticeTexts.of(2026).replace("2月28日（周六）", "3月1日（周日）"));
        manager.getByRole(AriaRole.BUTTON, named("读取并核对")).press("Enter");
        assertThat(manager.getByText("改为：2026年3月1日（周日）上班。不再是：2026年2月28日（周六）上班。"))
                .isVisible();
        manager.getByLabel("放假通知全文").fill(NoticeTexts.of(2026));
        manager.getByRole(AriaRole.BUTTON, named("读取并核对")).press("Enter");
        assertThat(manager.getByText("读到的 2026 年安排，请核对")).isVisible();
        assertThat(manager.getByText("与已经启用的安排相同，不用再启用")).isVisible();
        noSeriousViolations(manager);
        screenshot(manager, "holidays-read");
        manager.getByRole(AriaRole.BUTTON, named("核对无误，启用")).press("Enter");
        confirm(manager, "启用");
        assertThat(manager.getByText("2026 年的放假安排已经启用")).isVisible();
        calendar.replaceHolidays(published);
    }
}
