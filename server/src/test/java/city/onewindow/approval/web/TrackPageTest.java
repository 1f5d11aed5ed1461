package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("查进度：猜查询码的")
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
