package city.onewindow.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@DisplayName("网上预审的接口：申请人不用账号，窗口用自己的工具")
class OnlineApiTest extends HouseTest {

    private static final String BEGIN = """
            {"oneThing": "qykb", "answers": {"q_agent": "no"}, "consent": true,
             "applicant": {"kind": "PERSON", "name": "张示例", "idType": "ID_CARD",
                           "idNumber": "410311199001010001", "phone": "13800000000"}}""";

    @Autowired
    OnlineApplications online;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    private String code(OpenedApplication opened) {
        return online.dossier(opened).application().queryCode();
    }

    private ResultActions begin(String body, String key) throws Exception {
        return mvc.perform(post("/api/online")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions own(OpenedApplication opened, AbstractMockHttpServletRequestBuilder<?> call)
            throws Exception {
        return mvc.perform(call.header("Query-Code", code(opened)));
    }

    private ResultActions clerk(AbstractMockHttpServletRequestBuilder<?> call, String body) throws Exception {
        return mvc.perform(call.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(httpBasic("clerk", DemoAccounts.PASSWORD)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("同一标识再开始还是那一件；没有同意的、写错的，指出在哪")
    void begun() throws Exception {
        String key = key();
        String first = begin(BEGIN, key)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("PREPARING"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String number = JsonPath.read(first, "$.number");
        begin(BEGIN, key).andExpect(jsonPath("$.number").value(number));
        begin(BEGIN.replace("true", "false"), key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/consent")));
        begin(BEGIN.replace("true", "false").replace("410311199001010001", ""), key())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/applicant/idNumber", "/consent")));
        begin(BEGIN.replace("410311199001010001", "410311199001010002"), key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/applicant/idNumber")));
        begin(BEGIN, "short").andExpect(jsonPath("$.errors[*].pointer", contains("/Idempotency-Key")));
        mvc.perform(get("/api/online/" + number))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/Query-Code")));
    }

    @Test
    @DisplayName("码不对、编号不对，答得一样；带着职工账号也进不去")
    void onlyWithBoth() throws Exception {
        OpenedApplication opened = home.begun();
        for (String number : new String[] {opened.number(), "410300-20200101-000001"}) {
            mvc.perform(get("/api/online/" + number).header("Query-Code", "AAAAAAAA"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        }
        mvc.perform(get("/api/online/" + opened.number())
                        .header("Query-Code", "AAAAAAAA")
                        .with(httpBasic("clerk", DemoAccounts.PASSWORD)))
                .andExpect(status().isNotFound());
        own(opened, get("/api/online/" + opened.number())).andExpect(status().isOk());
    }

    @Test
    @DisplayName("填错的指出在哪一栏；没填完不能提交，差什么一次说全")
    void filledIn() throws Exception {
        OpenedApplication opened = home.begun();
        String place = "/api/online/" + opened.number();
        own(
                        opened,
                        patch(place + "/form")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"nothing\": \"x\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/nothing")));
        own(
                        opened,
                        patch(place + "/form")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"org_name\": \"洛阳春风里商贸有限公司\"}"))
                .andExpect(jsonPath("$.form.org_name").value("洛阳春风里商贸有限公司"));
        own(
                        opened,
                        patch(place + "/form")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"org_name\": null}"))
                .andExpect(jsonPath("$.form.org_name").doesNotExist());
        own(
                        opened,
                        patch(place + "/answers")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"nothing\": \"x\"}"))
                .andExpect(status().isUnprocessableContent());
        own(opened, post(place + "/submission").header("Idempotency-Key", key()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/form/org_name")));
    }

    @Test
    @DisplayName("文件传上、看、去掉；内容不对的不收；别件的看不到")
    void files() throws Exception {
        OpenedApplication opened = home.begun();
        String key = home.brought(opened).get(0).key();
        String place = "/api/online/" + opened.number() + "/materials/" + key + "/files";
        String id = JsonPath.read(
                own(opened, photo(place, BlankImage.png(3, 3)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.files[0]");
        own(opened, photo(place, BlankImage.png(3, 3))).andExpect(jsonPath("$.files", hasSize(1)));
        own(opened, photo(place, "不是图片".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/file")));
        own(opened, photo("/api/online/" + opened.number() + "/materials/NOTHING/files", BlankImage.png(3, 3)))
                .andExpect(status().isNotFound());
        own(opened, get("/api/online/" + opened.number() + "/files/" + id))
                .andExpect(content().bytes(BlankImage.png(3, 3)));
        OpenedApplication other = home.begun();
        own(other, get("/api/online/" + other.number() + "/files/" + id)).andExpect(status().isNotFound());
        own(opened, delete(place + "/" + id)).andExpect(jsonPath("$.files", empty()));
        own(opened, photo("/api/online/" + opened.number() + "/files", BlankImage.png(4, 4)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").isString());
    }

    private static AbstractMockHttpServletRequestBuilder<?> photo(String place, byte[] content) {
        return multipart(place)
                .file(new MockMultipartFile("file", "photo.png", null, content))
                .header("Idempotency-Key", key());
    }

    @Test
    @DisplayName("提交、退回、改好再交、通过、到窗口；同一标识再来一次什么也不变")
    void lookedAt() throws Exception {
        OpenedApplication opened = home.filled();
        String place = "/api/online/" + opened.number();
        String submission = key();
        for (int again = 0; again < 2; again++) {
            own(opened, post(place + "/submission").header("Idempotency-Key", submission))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.status").value("PRE_REVIEW"))
                    .andExpect(jsonPath("$.answerUntil").isString());
        }
        clerk(get("/api/pre-reviews"), "").andExpect(jsonPath("$[*].number", hasItem(opened.number())));
        String look = "/api/applications/" + opened.number() + "/pre-review";
        clerk(post(look + "/return").header("Idempotency-Key", key()), "{\"remarks\": {\"/form/nothing\": \"错\"}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/remarks/~1form~1nothing")));
        clerk(post(look + "/return").header("Idempotency-Key", key()), "{}")
                .andExpect(jsonPath("$.errors[*].pointer", contains("/remarks")));
        String back = key();
        for (int again = 0; again < 2; again++) {
            clerk(post(look + "/return").header("Idempotency-Key", back), "{\"remarks\": {\"/form/org_name\": \"重名\"}}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.status").value("RETURNED"));
        }
        own(opened, get(place)).andExpect(jsonPath("$.remarks[0].pointer").value("/form/org_name"));
        own(opened, post(place + "/submission").header("Idempotency-Key", key()))
                .andExpect(jsonPath("$.status").value("PRE_REVIEW"));
        clerk(post(look + "/pass").header("Idempotency-Key", key()), "{\"remarks\": {\"/\": \"好\"}}")
                .andExpect(jsonPath("$.errors[*].pointer", contains("/remarks")));
        clerk(post(look + "/pass").header("Idempotency-Key", key()), "{\"pointsMet\": {\"NOTHING\": [0, null]}}")
                .andExpect(jsonPath("$.status").value("PRE_REVIEWED"));
        clerk(get(look), "").andExpect(jsonPath("$.answerUntil").doesNotExist());
        clerk(post("/api/applications/" + opened.number() + "/arrival").header("Idempotency-Key", key()), "")
                .andExpect(jsonPath("$.status").value("DRAFT"));
        own(opened, get(place)).andExpect(jsonPath("$.form").isEmpty());
        own(opened, post(place + "/withdrawal").header("Idempotency-Key", key()))
                .andExpect(status().isConflict());
    }

    @Test
    @DisplayName("撤回")
    void withdrawn() throws Exception {
        OpenedApplication opened = home.submitted();
        String key = key();
        for (int again = 0; again < 2; again++) {
            own(opened, post("/api/online/" + opened.number() + "/withdrawal").header("Idempotency-Key", key))
                    .andExpect(jsonPath("$.status").value("WITHDRAWN"));
        }
        assertThat(jdbc.sql("select count(*) from intake.history where number = :number and act = 'RETRACT'")
                        .param("number", opened.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
