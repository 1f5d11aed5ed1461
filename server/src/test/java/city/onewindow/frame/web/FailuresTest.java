package city.onewindow.frame.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.frame.FailureAnswers;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

@DisplayName("出了问题时")
class FailuresTest extends HouseTest {

    @Autowired
    private FailureAnswers answers;

    @Autowired
    private ViewResolver jteViews;

    @Autowired
    private LocaleResolver locales;

    private MockMvc failing;

    @BeforeEach
    void setUp() {
        failing = MockMvcBuilders.standaloneSetup(new Failing())
                .setControllerAdvice(new FailureHandler(answers))
                .setViewResolvers(jteViews)
                .setLocaleResolver(locales)
                .build();
    }

    @Test
    @DisplayName("登录的工作人员看到的错误页有自己的导航，回首页是回自己的第一页")
    void staffKeepTheirNavigation() throws Exception {
        mvc.perform(get("/matters/410300-20260101-999999/none")
                        .with(SignedInAs.of(SignedInAs.actor("scjg-lost", "scjg", null, Role.REVIEWER))))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("请核对办件编号")))
                .andExpect(content().string(containsString("href=\"/inbox\"")))
                .andExpect(content().string(containsString("href=\"/start\"")));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"invalid,422", "missing,404", "conflict,409", "forbidden,403", "broken,500"})
    @DisplayName("页面说明出了什么事、接下来怎么办")
    void pagesSay(String what, int status) throws Exception {
        failing.perform(get("/fails/" + what))
                .andExpect(status().is(status))
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(containsString("<html lang=\"zh-CN\"")))
                .andExpect(content().string(containsString("href=\"/\"")));
    }

    @Test
    @DisplayName("内容有误时逐条列出")
    void pageListsFaults() throws Exception {
        failing.perform(get("/fails/invalid"))
                .andExpect(content().string(containsString("手机号应为 11 位数字")))
                .andExpect(content().string(containsString("注册资本应大于 0")));
    }

    @Test
    @DisplayName("英文页面先用英文说，具体情况只有中文的标明是中文")
    void englishPagesMarkWhatIsChinese() throws Exception {
        Cookie english = new Cookie("lang", "en");
        failing.perform(get("/fails/invalid").cookie(english))
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("Some of what you filled in needs correcting.")))
                .andExpect(content().string(containsString("<ul lang=\"zh-CN\">")));
        failing.perform(get("/fails/conflict").cookie(english).header("HX-Request", "true"))
                .andExpect(content().string(containsString("Somebody else may have done this already")))
                .andExpect(content().string(containsString("<p lang=\"zh-CN\">另一位同事刚刚办了这一步")));
    }

    @Test
    @DisplayName("系统出错时给编号，不泄露内部信息")
    void unexpectedFailureHasANumber() throws Exception {
        String page =
                failing.perform(get("/fails/broken")).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .containsPattern("错误编号 <b class=\"code\">[0-9A-F]{8}</b>")
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("局部刷新时放进提示区，不打乱页面")
    void piecesBecomeToasts() throws Exception {
        failing.perform(get("/fails/conflict").header("HX-Request", "true"))
                .andExpect(status().isConflict())
                .andExpect(header().string("HX-Retarget", "#toasts"))
                .andExpect(content().string(containsString("另一位同事刚刚办了这一步")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("<html"))));
    }

    @Test
    @DisplayName("接口回答 problem+json，指出每一处")
    void apiAnswersProblems() throws Exception {
        failing.perform(get("/api/fails/invalid"))
                .andExpect(status().is(422))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:onewindow:problem:422"))
                .andExpect(jsonPath("$.title").value("有内容需要改正"))
                .andExpect(jsonPath("$.status").value(422))
                .andExpect(jsonPath("$.instance").value("/api/fails/invalid"))
                .andExpect(jsonPath("$.errors", hasSize(2)))
                .andExpect(jsonPath("$.errors[0].pointer").value("/form/phone"))
                .andExpect(jsonPath("$.errors[0].message").value("手机号应为 11 位数字。"));
        failing.perform(get("/api/fails/broken"))
                .andExpect(status().is(500))
                .andExpect(jsonPath("$.number", matchesPattern("[0-9A-F]{8}")))
                .andExpect(jsonPath("$.detail", containsString("没有生效")));
    }

    @Test
    @DisplayName("接口指出 JSON 断在哪里、哪个值类型不对")
    void apiPointsIntoTheBody() throws Exception {
        failing.perform(post("/api/fails")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"rows\": [{\"amount\": 1},\n oops"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("第 2 行")));
        failing.perform(post("/api/fails")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"rows\": [{\"amount\": 1}, {\"amount\": \"many\"}]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/rows/1/amount"));
        failing.perform(post("/api/fails")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"rows\": [{\"at\": \"2026-11-24 15:00\"}]}"))
                .andExpect(jsonPath("$.detail").value("/rows/0/at 应为带时区的时间，如 2026-11-24T15:00:00+08:00。"));
        failing.perform(post("/api/fails")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"rows\": [{\"day\": \"24.11.2026\"}]}"))
                .andExpect(jsonPath("$.detail").value("/rows/0/day 应为日期，如 2026-11-24。"));
        failing.perform(post("/api/fails").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("缺参数、参数类型不对、方法不对、格式不对，各有说法")
    void apiTellsWrongCalls() throws Exception {
        failing.perform(get("/api/fails"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/number"));
        failing.perform(get("/api/fails").param("number", "x"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("number")));
        failing.perform(post("/api/fails/broken"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.title").value("不能这样操作"));
        failing.perform(post("/api/fails").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.errors[0].pointer").value("/Content-Type"))
                .andExpect(jsonPath("$.detail", containsString("text/plain，这里接收的是 application/json")));
    }

    @Test
    @DisplayName("没有权限的交给安全过滤器，由它决定去登录还是拒绝")
    void deniedIsPassedOn() {
        assertThatThrownBy(() -> failing.perform(get("/fails/denied")))
                .hasRootCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    @DisplayName("上传的文件太大，说清楚是太大")
    void tooLarge() throws Exception {
        failing.perform(get("/fails/large"))
                .andExpect(status().is(413))
                .andExpect(content().string(containsString("文件太大")));
    }

    @Test
    @DisplayName("对方已经断开，就不再回答")
    void nobodyListens() throws Exception {
        failing.perform(get("/fails/gone")).andExpect(content().string(""));
    }

    @RestController
    static class Failing {

        record Body(List<Row> rows) {}

        record Row(
                int amount,
                @Nullable OffsetDateTime at,
                @Nullable LocalDate day) {}

        @GetMapping({"/fails/{what}", "/api/fails/{what}"})
        String fail(@PathVariable String what) throws IOException {
            if (what.equals("gone")) {
                throw new ClientAbortException("Broken pipe");
            }
            throw switch (what) {
                case "invalid" ->
                    new Problem.InvalidInput(List.of(
                            new Fault("/form/phone", "手机号应为 11 位数字。"), new Fault("/form/capital", "注册资本应大于 0。")));
                case "missing" -> new Problem.NotFound("没有编号为 1 的办件。");
                case "conflict" -> new Problem.Conflict("另一位同事刚刚办了这一步。");
                case "forbidden" -> new Problem.NotAllowed("您的账号不能办理这一步。");
                case "large" -> new MaxUploadSizeExceededException(20);
                case "denied" -> new AccessDeniedException("no");
                default -> new IllegalStateException("secret");
            };
        }

        @GetMapping("/api/fails")
        String number(@RequestParam int number) {
            return String.valueOf(number);
        }

        @PostMapping(path = "/api/fails", consumes = MediaType.APPLICATION_JSON_VALUE)
        String body(@RequestBody Body body) {
            return String.valueOf(body);
        }
    }
}
