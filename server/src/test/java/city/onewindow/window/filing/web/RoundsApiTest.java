package city.onewindow.window.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Rounds;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("批次的接口：一次催报一个附件的全部欠表")
class RoundsApiTest extends HouseTest {

    private static final String OWING = "swj";

    @Autowired
    Rounds rounds;

    @Test
    @DisplayName("同一个标识是一次，答复催了哪些；标识用于别的附件说清楚")
    void remindAll() throws Exception {
        String path = "/api/rounds/" + OpenRound.of(rounds).id() + "/reminders/all";
        String key = UUID.randomUUID().toString();
        List<Integer> asked = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            String answer = reminding(path, key, "ONE_THING")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[*].code", hasItem(OWING)))
                    .andExpect(jsonPath("$[*].annex", not(hasItem("WINDOW"))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            asked.add(JsonPath.read(answer, "$.length()"));
        }
        assertThat(asked.get(0)).isGreaterThan(1).isEqualTo(asked.get(1));
        assertThat(jdbc.sql("select count(*) from \"window\".reminder where starts_with(idempotency_key, :key)")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(asked.get(0));
        reminding(path, key, "WINDOW")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("已用于一并催报附件1")));
        reminding(path, UUID.randomUUID().toString(), "")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/annex")));
        mvc.perform(post(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"annex\":\"WINDOW\"}")
                        .with(httpBasic(OWING + "-liaison", DemoAccounts.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("一个标识只办一件事：催过一份的不能再用来催全部，反过来也不行；换了批次也不行")
    void oneKeyOneAct() throws Exception {
        long round = OpenRound.of(rounds).id();
        String one = "/api/rounds/" + round + "/reminders";
        String key = UUID.randomUUID().toString();
        reminding(one, key, "DEPARTMENT\",\"code\":\"" + OWING).andExpect(status().isOk());
        reminding(one + "/all", key, "DEPARTMENT")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("已用于催报“附件2")));
        reminding("/api/rounds/" + (round + 1) + "/reminders", key, "DEPARTMENT\",\"code\":\"" + OWING)
                .andExpect(status().isConflict());
        String all = UUID.randomUUID().toString();
        reminding(one + "/all", all, "DEPARTMENT").andExpect(status().isOk());
        reminding(one, all, "DEPARTMENT\",\"code\":\"" + OWING)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("已用于一并催报附件2")));
        reminding("/api/rounds/" + (round + 1) + "/reminders/all", all, "DEPARTMENT")
                .andExpect(status().isConflict());
        assertThat(jdbc.sql("select count(*) from \"window\".reminder where starts_with(idempotency_key, :key)")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private ResultActions reminding(String path, String key, String annex) throws Exception {
        return mvc.perform(post(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(annex.isEmpty() ? "{}" : "{\"annex\":\"" + annex + "\"}")
                .with(httpBasic("manager", DemoAccounts.PASSWORD)));
    }
}
