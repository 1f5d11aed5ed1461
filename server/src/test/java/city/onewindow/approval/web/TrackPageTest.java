package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("查进度的页面")
class TrackPageTest extends HouseTest {

    private static final String GUESSER = "203.0.113.7";
    private static final String NEIGHBOUR = "203.0.113.8";
    private static final int ALLOWED = 100;

    @Test
    @DisplayName("一个地址在网页和接口上猜错的加在一起，太多了两边都不再查；别的地址照查")
    void guessing() throws Exception {
        for (int guess = 0; guess < ALLOWED; guess++) {
            boolean odd = guess % 2 == 1;
            mvc.perform(odd ? api(GUESSER) : page(GUESSER)).andExpect(status().isNotFound());
        }
        mvc.perform(page(GUESSER)).andExpect(status().isForbidden());
        mvc.perform(api(GUESSER)).andExpect(status().isForbidden());
        mvc.perform(page(NEIGHBOUR)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("不成编号的，网页和接口都说编号该是什么样，不说没有查到")
    void malformed() throws Exception {
        mvc.perform(post("/track")
                        .with(csrf())
                        .param("number", "410300-2026112-000012")
                        .param("code", "AAAAAAAA"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("办件编号填得不完整或者填错了")))
                .andExpect(content().string(not(containsString("没有查到办件"))));
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"12\", \"queryCode\": \"AAAAAAAA\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/number"));
    }

    @Test
    @DisplayName("手里有文书的，从每一页都找得到核验文书的地方")
    void leadsToVerification() throws Exception {
        mvc.perform(get("/track")).andExpect(content().string(containsString("href=\"/documents\"")));
    }

    @Test
    @DisplayName("期限到明年的，写明是哪一年；今年的不写")
    void tellsTheYear() throws Exception {
        mvc.perform(tracked()).andExpect(content().string(matchesRegex("(?s).*<dd[^>]*>11月\\d+日 \\d\\d:00 前.*")));
        clock.set(ZonedDateTime.of(2026, 12, 31, 10, 0, 0, 0, clock.getZone()));
        mvc.perform(tracked()).andExpect(content().string(matchesRegex("(?s).*<dd[^>]*>2027年1月\\d+日 \\d\\d:00 前.*")));
    }

    @Test
    @DisplayName("查到了的，办件在前，再查一件的表收在下面；没有查到的，表开着")
    void theCaseFirst() throws Exception {
        mvc.perform(tracked())
                .andExpect(content()
                        .string(matchesRegex("(?s).*class=\"lane.*<summary>查另一件</summary>.*name=\"number\".*")));
        mvc.perform(page(NEIGHBOUR)).andExpect(content().string(not(containsString("查另一件"))));
    }

    @Test
    @DisplayName("查到的办件写着自己的编号，打印出来、读给窗口听都用得上")
    void itsNumber() throws Exception {
        String number = startups.accept();
        mvc.perform(tracked(number))
                .andExpect(content().string(matchesRegex("(?s).*<dt>办件编号</dt>\\s*<dd>" + number + "</dd>.*")));
    }

    private MockHttpServletRequestBuilder tracked() {
        return tracked(startups.accept());
    }

    private MockHttpServletRequestBuilder tracked(String number) {
        String code = intake.dossier(number, CLERK).application().queryCode();
        return post("/track").with(csrf()).param("number", number).param("code", code);
    }

    private static MockHttpServletRequestBuilder page(String address) {
        return from(
                address,
                post("/track")
                        .with(csrf())
                        .param("number", "410300-20200101-000001")
                        .param("code", "AAAAAAAA"));
    }

    private static MockHttpServletRequestBuilder api(String address) {
        return from(
                address,
                post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"410300-20200101-000001\", \"queryCode\": \"AAAAAAAA\"}"));
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
    }
}
