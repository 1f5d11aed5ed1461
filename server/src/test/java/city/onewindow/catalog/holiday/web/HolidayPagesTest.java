package city.onewindow.catalog.holiday.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@DisplayName("录入下一年的放假通知")
class HolidayPagesTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    /** Made up for the test in the words of the real ones; the weekdays are those of 2027. */
    private static final String TEXT = """
            国务院办公厅关于2027年部分节假日安排的通知
            一、元旦：1月1日（周五）至3日（周日）放假，共3天。
            二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）、2月14日（周日）上班。
            三、清明节：4月5日（周一）放假1天。
            四、劳动节：5月1日（周六）至3日（周一）放假调休，共3天。
            五、端午节：6月9日（周三）放假1天。
            六、中秋节：9月15日（周三）放假1天。
            七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
            """;

    @Autowired
    private Calendar calendar;

    private List<Holiday> published = List.of();

    @BeforeEach
    void remember() {
        published = calendar.published();
    }

    @AfterEach
    void restore() {
        calendar.replaceHolidays(published);
    }

    @Test
    @DisplayName("粘贴全文，先给出读到的日期核对，确认后启用并记入审计；原有年份不变")
    void takenIn() throws Exception {
        mvc.perform(get("/holidays").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString("2027 年的放假安排还没有录入")));
        mvc.perform(post("/holidays/preview")
                        .param("text", TEXT)
                        .with(SignedInAs.of(MANAGER))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2027年2月5日（周五） 至 2027年2月11日（周四）")));
        assertThat(calendar.published()).as("nothing before the confirmation").isEqualTo(published);
        mvc.perform(post("/holidays")
                        .param("text", TEXT)
                        .with(SignedInAs.of(MANAGER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/holidays"))
                .andExpect(flash().attributeExists("notice"));
        assertThat(calendar.published()).containsAll(published);
        assertThat(calendar.workingDays().isWorking(LocalDate.parse("2027-02-13")))
                .isTrue();
        assertThat(calendar.workingDays().isWorking(LocalDate.parse("2027-10-07")))
                .isFalse();
        mvc.perform(get("/holidays").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(not(containsString("还没有录入"))));
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'calendar.import' and detail like '2027%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("过了年还没有录入的，先说今年的")
    void missingThisYear() throws Exception {
        clock.set(LocalDate.parse("2027-01-04").atTime(9, 0).atZone(clock.getZone()));
        mvc.perform(get("/holidays").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString("2027、2028 年的放假安排还没有录入")));
    }

    @Test
    @DisplayName("读不通的通知逐处说明，什么都不改，粘贴的内容还在")
    void refused() throws Exception {
        String wrong = TEXT.replace("共7天。2月", "共8天。2月");
        mvc.perform(post("/holidays")
                        .param("text", wrong)
                        .with(SignedInAs.of(MANAGER))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“春节”写着放假 8 天，读到的日期有 7 天。")))
                .andExpect(content().string(containsString("五、端午节：6月9日")));
        assertThat(calendar.published()).isEqualTo(published);
    }

    @Test
    @DisplayName("接口：年份与通知不符的拒绝；同样的再来一次不变；别的角色不能录入")
    void overHttp() throws Exception {
        String body = "{\"text\": \"" + TEXT.replace("\n", "\\n") + "\"}";
        mvc.perform(put("/api/holidays/2028")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignedInAs.of(MANAGER)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/text"));
        for (int again = 0; again < 2; again++) {
            mvc.perform(put("/api/holidays/2027")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .with(SignedInAs.of(MANAGER)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(27));
        }
        mvc.perform(get("/api/holidays/2027").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$.length()").value(27));
        mvc.perform(get("/holidays")
                        .with(SignedInAs.of(SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER))))
                .andExpect(status().isForbidden());
    }
}
