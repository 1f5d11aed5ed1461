package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Reception;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("查进度：还没有受理的")
class TrackedApplicationTest extends HouseTest {

    @Autowired
    private Reception reception;

    @Test
    @DisplayName("还没受理的申请也查得到：一次性告知之后说到哪天前补齐")
    void trackedBeforeAcceptance() throws Exception {
        Dossier filled = new Counter(intake, catalogs).filled();
        String number = Counter.number(filled);
        mvc.perform(track(number, filled.application().queryCode()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("窗口正在收件，还没有受理")));

        LocalDate cameIn = LocalDate.now(clock).minusDays(1);
        reception.receive(number, cameIn, false, Counter.CLERK, null);
        mvc.perform(track(number, filled.application().queryCode()))
                .andExpect(content()
                        .string(allOf(
                                containsString("已收件"),
                                containsString("收到材料的日期"),
                                containsString(cameIn.getMonthValue() + "月" + cameIn.getDayOfMonth() + "日"),
                                containsString("窗口已经收到材料"),
                                not(containsString("窗口正在收件")))));

        reception.notifyOnce(number, Counter.CLERK, null);
        mvc.perform(track(number, filled.application().queryCode()))
                .andExpect(content().string(containsString("请按一次性告知书上的清单，在11月18日前补齐")))
                .andExpect(content().string(not(containsString("张示例"))));
        mvc.perform(track(number, "WRONG")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder track(String number, String code) {
        return post("/track").param("number", number).param("code", code).with(csrf());
    }
}
