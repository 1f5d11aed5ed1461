package city.onewindow.connection;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.decider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.Act;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.ResultFile;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.Step;
import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@DisplayName("部门系统传回的消息")
class MessagesTest extends MessagesHouseTest {

    @Autowired
    private MessageTable table;

    @Autowired
    private ResultFiles results;

    @Test
    @DisplayName("接收、进展、特别程序、结果，依次采纳，和在页面上办的一样有文书、有时限")
    void inOrder() {
        assertThat(take("in-order-1", "ACCEPTED", "").state()).isEqualTo(MessageState.APPLIED);
        assertThat(take("in-order-2", "STEP", "'step':'现场核查'").state()).isEqualTo(MessageState.APPLIED);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        take("in-order-3", "SUSPENDED", "'special':'TESTING','reason':'送检。','body':'市检测中心','expectedEnd':'2026-11-06'");
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
        take("in-order-4", "RESUMED", "'result':'合格。'");
        take("in-order-5", "STEP", "'step':'审查','recommendation':'GRANT','opinion':'齐全。'");
        assertThat(matter().step()).isEqualTo(Step.DECIDE);
        KeptMessage last =
                take("in-order-6", "RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'91410300MA'");
        assertThat(last.state()).isEqualTo(MessageState.APPLIED);
        assertThat(matter().step()).isEqualTo(Step.DELIVER);
        assertThat(matter().certificateNumber()).isEqualTo("91410300MA");
        assertThat(acts()).containsExactly(Act.OPEN, Act.SUSPEND, Act.RESUME, Act.REVIEW, Act.GRANT, Act.CERTIFY);
    }

    @Test
    @DisplayName("部门系统说的接收和进展，事项页、办件页和凭查询码查进度都看得到；不是动作")
    void progressIsShown() throws Exception {
        take("progress-1", "ACCEPTED", "");
        take("progress-2", "STEP", "'step':'现场核查'");
        Actor here = accounts.get("scjg-decide").actor();
        for (String page : List.of("/matters/" + number + "/" + item, "/cases/" + number)) {
            mvc.perform(get(page).with(SignedInAs.of(here)))
                    .andExpect(content().string(containsString("已接收")))
                    .andExpect(content().string(containsString("现场核查")));
        }
        String code = jdbc.sql("select query_code from intake.application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\":\"" + number + "\",\"queryCode\":\"" + code + "\"}"))
                .andExpect(jsonPath("$.parts[0].progress[0].words").value("已接收"))
                .andExpect(jsonPath("$.parts[0].progress[1].words").value("现场核查"));
        assertThat(acts()).containsExactly(Act.OPEN);
    }

    @Test
    @DisplayName("收下后、采纳前停机的，巡查时采纳；同一条同时重发几次，只办一次")
    void onceWhateverDies() {
        String body = body("RESULT", "'outcome':'DENY','opinion':'不符。','reason':'不符合条件。','ground':'某法第二条'");
        Message said = read(body);
        table.insert(kept("dies-" + number), bytes(body), "another", system);
        applying.sweep();
        assertThat(matter().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(said.outcome()).isNotNull();

        number = startups.accept();
        String again = body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'");
        CompletableFuture.allOf(IntStream.range(0, 6)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> send("same-" + number, again)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(acts()).containsExactly(Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY);
        assertThatThrownBy(() -> send("same-" + number, again.replace("准予。", "再想想。")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("要审核的事项，部门系统只发结果也办到底；一人审查并决定的，先发的审查意见不算错")
    void ofAnotherChain() {
        chain("THREE", "REVIEW");
        send("three-" + number, body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'"));
        assertThat(acts()).containsExactly(Act.OPEN, Act.REVIEW, Act.EXAMINE, Act.GRANT, Act.CERTIFY);

        number = startups.accept();
        chain("ONE", "DECIDE");
        KeptMessage reviewed =
                send("one-" + number, body("STEP", "'step':'审查','recommendation':'GRANT','opinion':'符合。'"));
        assertThat(reviewed.state()).isEqualTo(MessageState.APPLIED);
        send("one-done-" + number, body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'"));
        assertThat(acts()).containsExactly(Act.OPEN, Act.GRANT, Act.CERTIFY);
    }

    private void chain(String chain, String step) {
        jdbc.sql("update approval.matter set chain = :chain, step = :step where number = :number and item = :item")
                .param("chain", chain)
                .param("step", step)
                .param("number", number)
                .param("item", item)
                .update();
    }

    @Test
    @DisplayName("结果带的文件：出件窗口和办理部门打得开，别的部门打不开；不认得的文件说出是哪一个，结果不成立")
    void resultFiles() throws Exception {
        String bad = body(
                "RESULT",
                "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号','files':[{'name':'执照.pdf','content':'5LiN5piv'}]");
        KeptMessage refused = send("files1-" + number, bad);
        assertThat(refused.state()).isEqualTo(MessageState.REFUSED);
        assertThat(refused.reason()).contains("执照.pdf");
        assertThat(acts()).containsExactly(Act.OPEN);
        byte[] pdf = "%PDF-1.7 sample".getBytes(StandardCharsets.UTF_8);
        String content = Base64.getEncoder().encodeToString(pdf);
        send(
                "files2-" + number,
                body(
                        "RESULT",
                        "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号','files':[{'name':'执照.pdf','content':'"
                                + content + "'}]"));
        List<ResultFile> kept = results.of(number, ISSUER);
        assertThat(kept).extracting(ResultFile::name).containsExactly("执照.pdf");
        assertThat(results.of(number, system)).hasSize(1);
        assertThat(results.of(number, decider("somebody-else"))).isEmpty();
        String path = kept.get(0).path();
        mvc.perform(get(path).with(SignedInAs.of(ISSUER)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(pdf));
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString("href=\"" + path + "\"")));
        Actor here = accounts.get("scjg-decide").actor();
        mvc.perform(get("/matters/" + number + "/" + item).with(SignedInAs.of(here)))
                .andExpect(content().string(containsString("href=\"" + path + "\"")));
        mvc.perform(get("/api" + path).with(SignedInAs.of(decider("somebody-else"))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api" + path).with(SignedInAs.of(CLERK))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("账号停用之后，它先前发来、还在等待的消息不再采纳；重新启用后照办")
    void ofADisabledAccount() {
        String body = body("RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'");
        table.insert(kept("disabled-" + number), bytes(body), "digest", system);
        enable(false);
        try {
            applying.sweep();
            assertThat(acts()).containsExactly(Act.OPEN);
        } finally {
            enable(true);
        }
        applying.sweep();
        assertThat(acts()).containsExactly(Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY);
    }

    @Test
    @DisplayName("从前收下、没有写承担机构的“启动特别程序”照办，告知书写明向部门了解")
    void keptBeforeBodiesWereSaid() {
        String before = body("SUSPENDED", "'special':'TESTING','reason':'送检。','expectedEnd':'2026-11-06'");
        table.insert(kept("before-" + number, MessageKind.SUSPENDED), bytes(before), "digest", system);
        applying.sweep();
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
    }

    private void enable(boolean enabled) {
        jdbc.sql("update identity.account set enabled = :enabled where name = :name")
                .param("enabled", enabled)
                .param("name", system.account())
                .update();
    }

    private KeptMessage kept(String id) {
        return kept(id, MessageKind.RESULT);
    }

    private KeptMessage kept(String id, MessageKind kind) {
        return new KeptMessage(
                id,
                system.account(),
                number,
                item,
                kind,
                clock.instant().atZone(clock.getZone()).toOffsetDateTime(),
                null,
                LocalDateTime.now(clock),
                MessageState.WAITING,
                "",
                null);
    }

    @Test
    @DisplayName("不能采纳的留下原因；接续它的也不采纳；换编号更正后照办")
    void refused() {
        KeptMessage wrong = take(
                "refused-1", "SUSPENDED", "'special':'TESTING','reason':'送检。','body':'检测站','expectedEnd':'2026-11-01'");
        assertThat(wrong.state()).isEqualTo(MessageState.REFUSED);
        assertThat(wrong.reason()).contains("预计结束的日期不能早于");
        KeptMessage next = take("refused-2", "RESUMED", "'result':'合格。','follows':'refused-1'");
        assertThat(next.state()).isEqualTo(MessageState.REFUSED);
        assertThat(next.reason()).contains("refused-1");
        assertThat(acts()).containsExactly(Act.OPEN);
        take("refused-3", "RESULT", "'outcome':'GRANT','opinion':'准予。','certificateNumber':'示例 1 号'");
        KeptMessage late = take("refused-4", "STEP", "'step':'审查','recommendation':'GRANT','opinion':'齐全。'");
        assertThat(late.reason()).isEqualTo("本事项已经审查过。");
        assertThat(messages.unapplied(null, null, 20, system).items())
                .extracting(KeptMessage::messageId)
                .contains("refused-1", "refused-2", "refused-4")
                .doesNotContain("refused-3");
    }

    @Test
    @DisplayName("缺了什么逐项说明，什么也不留；别的部门的、工作人员的不收")
    void incomplete() {
        assertThat(faults("{}")).containsExactly("/number", "/item", "/at", "/kind");
        assertThat(faults(body("RESULT", "'outcome':'DENY','files':[{'name':'','content':'不是'}]")))
                .containsExactly("/opinion", "/reason", "/ground", "/files/0/name", "/files/0/content");
        assertThat(faults(body("SUSPENDED", "'staff':'" + "甲".repeat(201) + "'")))
                .containsExactly("/special", "/reason", "/body", "/staff", "/expectedEnd");
        assertThatThrownBy(() -> messages.one("incomplete-1", system)).isInstanceOf(Problem.NotFound.class);
        String body = body("ACCEPTED", "'step':'已接收'");
        Actor other = accounts.get("rsj-system").actor();
        assertThat(other.department()).isEqualTo("rsj");
        assertThatThrownBy(() -> messages.take(
                        read(body.replace(number, "410300-20261104-999999")),
                        bytes(body),
                        new IdempotencyKey("incomplete-2"),
                        system))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> messages.take(read(body), bytes(body), new IdempotencyKey("incomplete-3"), other))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> messages.take(read(body), bytes(body), new IdempotencyKey("incomplete-4"), MANAGER))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> messages.take(read(body), bytes(body), new IdempotencyKey("in/complete"), system))
                .isInstanceOf(Problem.InvalidInput.class);
    }

    private List<String> faults(String body) {
        try {
            send("incomplete-1", body);
            return List.of();
        } catch (Problem.InvalidInput wrong) {
            return wrong.faults().stream().map(Fault::pointer).toList();
        }
    }

    @Test
    @DisplayName("经接口收到的原样留存、库中加密，程序不认识的内容也在")
    void asItCame() throws Exception {
        String body = body("ACCEPTED", "'step':'已接收','theirs':'沪A-12345'").replace('\'', '"') + "\n";
        mvc.perform(post("/api/messages")
                        .header(IdempotencyKey.HEADER, "as-it-came-" + number)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignedInAs.of(system)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("APPLIED"))
                .andExpect(jsonPath("$.messageId").value("as-it-came-" + number));
        mvc.perform(get("/api/messages/as-it-came-" + number).with(SignedInAs.of(system)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.at").value("2026-11-04T10:00:00+08:00"))
                .andExpect(jsonPath("$.kind").value("ACCEPTED"));
        assertThat(new String(table.body(system.account(), "as-it-came-" + number), StandardCharsets.UTF_8))
                .isEqualTo(body);
        assertThat(jdbc.sql("select encode(body, 'escape') from connection.message where message_id = :id")
                        .param("id", "as-it-came-" + number)
                        .query(String.class)
                        .single())
                .doesNotContain("12345");
    }
}
