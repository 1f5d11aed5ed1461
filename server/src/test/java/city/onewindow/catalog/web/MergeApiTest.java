package city.onewindow.catalog.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("合并接口")
class MergeApiTest extends HouseTest {

    @Test
    @DisplayName("一件事：不用账号，按回答合成一张表、一套材料，每样都有理由")
    void oneThing() throws Exception {
        merge("""
                {"oneThing": "qykb", "answers": {"q_has_employees": "yes"}}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("企业开办一件事"))
                .andExpect(jsonPath("$.answers.q_has_employees").value("yes"))
                .andExpect(jsonPath("$.fields[0].reasons[0].item").isNotEmpty())
                .andExpect(jsonPath("$.materials[0].reasons[0].ground").isNotEmpty())
                .andExpect(jsonPath("$.savings.trips.after").value(2))
                .andExpect(jsonPath("$.savings.printed").isNumber());
    }

    @Test
    @DisplayName("随表里一栏出现的问题：没填时列为待问，填了才问；填错了指出哪一栏")
    void questionsThatHangOnTheForm() throws Exception {
        merge("{\"oneThing\": \"qykb\"}")
                .andExpect(jsonPath("$.answers.q_home_consent").doesNotExist())
                .andExpect(jsonPath("$.waiting[0].question.code").value("q_home_consent"))
                .andExpect(jsonPath("$.waiting[0].shownWhen").value("premises_use == 'residential'"));
        merge("""
                {"oneThing": "qykb", "form": {"premises_use": "residential"}}
                """)
                .andExpect(jsonPath("$.answers.q_home_consent").value("owners"))
                .andExpect(jsonPath("$.waiting").isEmpty());
        merge("""
                {"oneThing": "qykb", "form": {"premises_use": "castle"}}
                """)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/form/premises_use"));
    }

    @Test
    @DisplayName("指南上说的接口也说：窗口、法定时限、收费、依据、从哪里取、什么时候补")
    void saysWhatTheGuideSays() throws Exception {
        merge("""
                {"oneThing": "kbcyd", "answers": {"q_drain_trial": "later"}}
                """)
                .andExpect(jsonPath("$.windows[0].name").value("商事登记综合受理窗口"))
                .andExpect(jsonPath("$.items[0].terms.statutory.days").isNumber())
                .andExpect(jsonPath("$.items[0].terms.fee").isNotEmpty())
                .andExpect(jsonPath("$.items[0].terms.legalBasis").isNotEmpty())
                .andExpect(jsonPath("$.materials[?(@.origin == 'FETCHED' && @.fetchedFrom == '')]")
                        .isEmpty())
                .andExpect(jsonPath("$.materials[?(@.later =~ /.*试运行后补交/)]").isNotEmpty());
    }

    @Test
    @DisplayName("法律没有规定时限的，法定时限空着，不拿承诺时限充数")
    void noLawLimits() throws Exception {
        merge("{\"items\": [\"gzkzba\"]}")
                .andExpect(jsonPath("$.promised").isNotEmpty())
                .andExpect(jsonPath("$.statutory").isEmpty());
        merge("{\"items\": [\"qysldj\"]}")
                .andExpect(jsonPath("$.statutory.workingDays").isNumber());
    }

    @Test
    @DisplayName("任意事项：写代码就行")
    void items() throws Exception {
        merge("""
                {"items": ["qysldj", "gzkzba"]}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.produced[0].producer").isNotEmpty());
    }

    @Test
    @DisplayName("写错了，指出错在哪里")
    void faults() throws Exception {
        merge("""
                {"items": ["qysldj", "nonesuch"]}
                """)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/items/1"));
        merge("""
                {"oneThing": "qykb", "answers": {"q_has_employees": "perhaps"}}
                """)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/answers/q_has_employees"));
        merge("{}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/items"));
        merge("[").andExpect(status().isBadRequest());
    }

    private ResultActions merge(String body) throws Exception {
        return mvc.perform(
                post("/api/merge").contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
