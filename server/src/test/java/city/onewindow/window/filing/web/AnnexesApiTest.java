package city.onewindow.window.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.DepartmentAnnex;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("附件的接口：上传看预览、确认、接收、退回、催报、汇总分发")
class AnnexesApiTest extends HouseTest {

    private static final String DEPARTMENT = "swj";
    private static final String LIAISON = DEPARTMENT + "-liaison";
    private static final String CENTRE = "manager";

    @Autowired
    Rounds rounds;

    @Autowired
    Filings filings;

    private long round;

    @BeforeEach
    void openRound() {
        Round open = OpenRound.of(rounds);
        round = open.id();
        rounds.standings(open).stream()
                .map(standing -> standing.filing())
                .filter(filing -> filing != null && filing.department().equals(DEPARTMENT))
                .filter(filing -> filing.status() != FilingStatus.RETURNED)
                .forEach(filing -> filings.giveBack(filing.id(), "测试重来", OpenRound.CENTRE));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private byte[] table(String heading, Object cell) {
        AnnexSheet sheet = new DepartmentAnnex(
                        catalogs.current(),
                        catalogs.current().department(DEPARTMENT).orElseThrow())
                .sheet(LocalDate.of(2026, 11, 4));
        List<List<Object>> rows = new ArrayList<>(sheet.rows());
        List<Object> cells = new ArrayList<>(rows.get(0));
        cells.set(sheet.columns().indexOf(heading), cell);
        rows.set(0, List.copyOf(cells));
        return AnnexBook.write(List.of(
                new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot())));
    }

    private ResultActions upload(byte[] file, String key, String account) throws Exception {
        return mvc.perform(multipart("/api/annexes")
                .file(new MockMultipartFile("file", "附件2.xlsx", null, file))
                .param("annex", "DEPARTMENT")
                .param("code", DEPARTMENT)
                .header("Idempotency-Key", key)
                .with(httpBasic(account, DemoAccounts.PASSWORD)));
    }

    private ResultActions by(String account, MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call.header("Idempotency-Key", key())
                .contentType(MediaType.APPLICATION_JSON)
                .with(httpBasic(account, DemoAccounts.PASSWORD)));
    }

    private static int id(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), path);
    }

    private String filing(int id) {
        return "/api/annexes/" + id;
    }

    @Test
    @DisplayName("上传、确认、退回、改报、接收；谁能办什么与页面一样")
    void fromUploadToAcceptance() throws Exception {
        int read = id(upload(table("备注", "接口报的备注"), key(), CENTRE).andExpect(status().isCreated()), "$.filing.id");
        by(LIAISON, get(filing(read) + "/rows").param("state", "CHANGED"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].changes[0].heading").value("备注"))
                .andExpect(jsonPath("$.items[0].changes[0].after").value("接口报的备注"));
        by(LIAISON, get(filing(read) + "/rows").param("size", "1"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").isString());
        by(CENTRE, post(filing(read) + "/confirmation")).andExpect(status().isForbidden());
        by("gaj-liaison", post(filing(read) + "/confirmation")).andExpect(status().isNotFound());
        by(LIAISON, post(filing(read) + "/confirmation"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("FILED"))
                .andExpect(jsonPath("$.revisions", hasSize(1)));
        by(LIAISON, post(filing(read) + "/confirmation"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revisions", hasSize(1)));
        by(LIAISON, post(filing(read) + "/acceptance")).andExpect(status().isForbidden());
        by(CENTRE, post(filing(read) + "/return").content("{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/remark"));
        by(CENTRE, post(filing(read) + "/return").content("{\"remark\":\"请核对\"}"))
                .andExpect(jsonPath("$.status").value("RETURNED"));
        int again = id(upload(table("备注", "接口改报的备注"), key(), LIAISON), "$.filing.id");
        by(LIAISON, post(filing(again) + "/confirmation"))
                .andExpect(jsonPath("$.status").value("FILED"));
        by(CENTRE, post(filing(again) + "/acceptance"))
                .andExpect(jsonPath("$.status").value("ACCEPTED"));
        by(LIAISON, get("/api/annexes").param("size", "1"))
                .andExpect(jsonPath("$.items[0].id").value(again))
                .andExpect(jsonPath("$.next").isString());
    }

    @Test
    @DisplayName("有问题的格都在答复里，指到格；整份读不了的答复 422；放弃了就没有了")
    void problems() throws Exception {
        ResultActions wrong = upload(table("年办件量", "很多"), key(), LIAISON)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.filing.status").value("READ"))
                .andExpect(jsonPath("$.filing.counts.WRONG").value(1))
                .andExpect(jsonPath("$.problems", hasSize(1)))
                .andExpect(jsonPath("$.problems[0].cell").value("J13"))
                .andExpect(jsonPath("$.problems[0].heading").value("年办件量"))
                .andExpect(jsonPath("$.problems[0].message", containsString("应为整数")));
        int id = id(wrong, "$.filing.id");
        by(LIAISON, post(filing(id) + "/confirmation")).andExpect(status().isConflict());
        by(LIAISON, get(filing(id) + "/annotated"))
                .andExpect(header().string("Content-Type", containsString("spreadsheetml")));
        by(LIAISON, delete(filing(id))).andExpect(jsonPath("$.status").value("DROPPED"));
        by(LIAISON, delete(filing(id))).andExpect(jsonPath("$.status").value("DROPPED"));
        by(LIAISON, get(filing(id) + "/rows")).andExpect(jsonPath("$.items", empty()));
        upload("序号,事项".getBytes(StandardCharsets.UTF_8), key(), LIAISON)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        AnnexSheet other = new AnnexSheet("空", "空", List.of(), List.of("空"), List.of(), "");
        upload(AnnexBook.write(List.of(other)), key(), LIAISON)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"))
                .andExpect(jsonPath("$.errors[0].message", containsString("表头")));
    }

    @Test
    @DisplayName("同一个标识、同一份文件是一次上传；换了文件说清楚")
    void sameUploadTwice() throws Exception {
        String key = key();
        byte[] file = table("备注", "同一份文件");
        int first = id(upload(file, key, LIAISON), "$.filing.id");
        upload(file, key, LIAISON)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.filing.id").value(first));
        upload(table("备注", "另一份文件"), key, LIAISON)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("Idempotency-Key")));
        upload(file, "短", LIAISON).andExpect(status().is(422));
    }

    @Test
    @DisplayName("批次：谁报了、谁没报、催报一次算一次；没有接收过的不能分发")
    void rounds() throws Exception {
        String target = "{\"annex\":\"DEPARTMENT\",\"code\":\"" + DEPARTMENT + "\"}";
        by(LIAISON, get("/api/rounds/" + round)).andExpect(jsonPath("$.id").value((int) round));
        by(LIAISON, get("/api/rounds/" + round + "/tables")).andExpect(status().isForbidden());
        String key = key();
        for (int time = 0; time < 2; time++) {
            mvc.perform(post("/api/rounds/" + round + "/reminders")
                            .header("Idempotency-Key", key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(target)
                            .with(httpBasic(CENTRE, DemoAccounts.PASSWORD)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.code").value(DEPARTMENT));
        }
        assertThat(jdbc.sql("select count(*) from \"window\".reminder where idempotency_key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        by(CENTRE, post("/api/rounds/" + round + "/reminders").content("{}"))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/annex", "/code")));
        by(
                        CENTRE,
                        get("/api/rounds/" + round + "/tables")
                                .param("annex", "DEPARTMENT")
                                .param("size", "100"))
                .andExpect(jsonPath("$.items[*].target.annex", not(hasItem("WINDOW"))))
                .andExpect(jsonPath("$.items[?(@.target.code == '" + DEPARTMENT + "')].owed", contains(true)));
        by(CENTRE, get("/api/rounds/" + round + "/tables").param("size", "1").param("after", "2-nowhere"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/after"));
        by(CENTRE, post("/api/rounds").content("{\"name\":\"又一个\",\"due\":\"2026-12-31\"}"))
                .andExpect(status().isConflict());
        by(CENTRE, post("/api/rounds").content("{\"due\":\"2020-01-01\"}"))
                .andExpect(jsonPath("$.errors[*].pointer", contains("/name", "/due")));
        by(LIAISON, get("/api/rounds/" + round + "/merged")).andExpect(status().isNotFound());
        by(LIAISON, post("/api/rounds/" + round + "/distribution")).andExpect(status().isForbidden());
        by(LIAISON, get("/api/annexes/targets"))
                .andExpect(jsonPath("$[*].code", hasItem(DEPARTMENT)))
                .andExpect(jsonPath("$[*].annex", not(hasItem("WINDOW"))));
        by(LIAISON, get("/api/annexes/differences")).andExpect(status().isOk());
        by(LIAISON, get("/api/annexes/targets/DEPARTMENT/" + DEPARTMENT))
                .andExpect(header().string("Content-Type", containsString("spreadsheetml")));
        by(LIAISON, get("/api/annexes/targets/DEPARTMENT/gaj")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("像是改了名的新事项，预览和各行里都说像哪一个；没有缺行就不说")
    void renamed() throws Exception {
        String name = new DepartmentAnnex(
                        catalogs.current(),
                        catalogs.current().department(DEPARTMENT).orElseThrow())
                .items()
                .get(0)
                .name();
        ResultActions read = upload(table("事项名称", name + "（新）"), key(), LIAISON)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.problems", empty()))
                .andExpect(jsonPath("$.hints", hasSize(1)))
                .andExpect(jsonPath("$.hints[0].cell").value("B13"))
                .andExpect(jsonPath("$.hints[0].message", containsString("像是“" + name + "”改了名")));
        by(LIAISON, get(filing(id(read, "$.filing.id")) + "/rows").param("state", "NEW"))
                .andExpect(jsonPath("$.items[0].rename.before").value(name));
        upload(table("备注", "没有改名"), key(), LIAISON).andExpect(jsonPath("$.hints", empty()));
    }

    @Test
    @DisplayName("分发结束批次，再发一次还是那一次；批次用同一个标识只开一个")
    void distribution() throws Exception {
        int read = id(upload(table("备注", "分发前的备注"), key(), LIAISON), "$.filing.id");
        by(LIAISON, post(filing(read) + "/confirmation")).andExpect(status().isOk());
        rounds.standings(rounds.get(round)).stream()
                .map(standing -> standing.filing())
                .filter(filing -> filing != null && filing.status() == FilingStatus.FILED)
                .forEach(filing -> filings.accept(filing.id(), OpenRound.CENTRE));
        String path = "/api/rounds/" + round + "/distribution";
        by(CENTRE, post(path)).andExpect(jsonPath("$.distributedAt").isString());
        by(CENTRE, post(path)).andExpect(status().isOk());
        by(LIAISON, get("/api/rounds/" + round + "/merged")).andExpect(status().isOk());
        String key = key();
        List<Integer> opened = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            opened.add(id(
                    mvc.perform(post("/api/rounds")
                                    .header("Idempotency-Key", key)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{\"name\":\"接口开的批次\",\"due\":\"2026-12-31\"}")
                                    .with(httpBasic(CENTRE, DemoAccounts.PASSWORD)))
                            .andExpect(status().isCreated()),
                    "$.id"));
        }
        assertThat(opened.get(0)).isEqualTo(opened.get(1)).isNotEqualTo((int) round);
    }
}
