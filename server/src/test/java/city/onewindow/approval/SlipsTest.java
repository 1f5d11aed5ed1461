package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Print;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@DisplayName("物料流转单")
class SlipsTest extends SlipsHouseTest {

    @Test
    @DisplayName("交出的等部门接收，有异议的等窗口重新移交，接收了就没有人欠下一步")
    void thereAndBack() {
        assertThat(owed()).isEmpty();
        long received = slips.count(RECEIVER);
        long objected = slips.count(CLERK);
        Slip first = handed();
        assertThat(slips.count(RECEIVER)).isEqualTo(received + 1);
        assertThat(slips.count(CLERK)).isEqualTo(objected);
        assertThat(first.state()).isEqualTo(Slip.State.HANDED);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThat(open(RECEIVER)).contains(first);
        assertThat(open(CLERK)).contains(first);
        assertThat(SlipRights.mayAnswer(first, RECEIVER)).isTrue();
        assertThat(SlipRights.mayAnswer(first, CLERK)).isFalse();

        assertThatThrownBy(() -> slips.answer(first.id(), " ", RECEIVER)).isInstanceOf(Problem.InvalidInput.class);
        Slip back = slips.answer(first.id(), "章程少一份", RECEIVER);
        assertThat(slips.count(RECEIVER)).isEqualTo(received);
        assertThat(slips.count(CLERK)).isEqualTo(objected + 1);
        assertThat(back.state()).isEqualTo(Slip.State.OBJECTED);
        assertThat(owed()).containsExactly(NextMove.Party.HANDER);
        assertThat(open(RECEIVER)).contains(back);
        assertThat(open(CLERK)).contains(back);
        assertThat(SlipRights.mayReplace(back, CLERK)).isTrue();

        Slip second = handed();
        assertThat(slips.one(first.id(), CLERK).state()).isEqualTo(Slip.State.REPLACED);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThat(slips.answer(second.id(), null, RECEIVER).state()).isEqualTo(Slip.State.RECEIVED);
        assertThat(owed()).isEmpty();
        assertThat(open(CLERK)).extracting(Slip::number).doesNotContain(number);
        assertThat(slips.ofCase(number, CLERK)).extracting(Slip::id).containsExactly(first.id(), second.id());
    }

    @Test
    @DisplayName("同一次提交只出一张；同一个人再确认一次还是那次，同事再说不一样的不行")
    void once() {
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());
        Slip made = handing.hand(number, SCJG, keys(), CLERK, key);
        assertThat(handing.hand(number, SCJG, keys(), CLERK, key)).isEqualTo(made);
        assertThat(slips.ofCase(number, CLERK)).hasSize(1);
        String other = startups.accept();
        assertThatThrownBy(() -> handing.hand(other, SCJG, keys(), CLERK, key)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> handing.hand(number, SCJG, keys().subList(0, 1), CLERK, key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已用于");
        Slip received = slips.answer(made.id(), null, RECEIVER);
        assertThat(slips.answer(made.id(), null, RECEIVER)).isEqualTo(received);
        assertThatThrownBy(() -> slips.answer(made.id(), "少一份", COLLEAGUE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已接收");
    }

    @Test
    @DisplayName("别的部门、别的窗口看不到；窗口不能代部门确认；只能移交这个部门要用的纸质材料")
    void whose() {
        Slip slip = handed();
        for (Actor actor : List.of(STRANGER, OTHER_WINDOW)) {
            assertThatThrownBy(() -> slips.one(slip.id(), actor)).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> papers.print(slip.id(), actor)).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> slips.answer(slip.id(), null, actor)).isInstanceOf(Problem.NotFound.class);
            assertThat(open(actor)).doesNotContain(slip);
            assertThatThrownBy(() -> handing.hand(number, SCJG, keys(), actor, null))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> slips.answer(slip.id(), null, CLERK)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> handing.hand(number, "wjw", keys(), CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class);
        for (List<String> wrong : List.of(List.<String>of(), List.of("NOTHING"))) {
            assertThatThrownBy(() -> handing.hand(number, SCJG, wrong, CLERK, null))
                    .isInstanceOf(Problem.InvalidInput.class);
        }
    }

    @Test
    @DisplayName("打印的流转单写明办件、材料和份数、交出和接收；一直跟着系统里的确认走")
    void printed() throws Exception {
        Slip slip = handed();
        assertThat(PaperText.of(new Print(papers.print(slip.id(), CLERK), "")))
                .contains("物料流转单", number, "市市场监管局", "等部门接收", "交出人（李敏）", "接收人")
                .contains(slip.lines().get(0).name().replaceAll("\\s", ""))
                .contains(slip.lines().get(0).form());
        slips.answer(slip.id(), "章程少一份", RECEIVER);
        assertThat(PaperText.of(new Print(papers.print(slip.id(), RECEIVER), "")))
                .contains("异议：章程少一份");
    }

    @Test
    @DisplayName("接口上同样移交、接收、提异议")
    void overTheApi() throws Exception {
        String key = keys().get(0);
        String answer = mvc.perform(post("/api/cases/" + number + "/slips")
                        .with(SignedInAs.of(CLERK))
                        .with(csrf())
                        .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"department\": \"scjg\", \"materials\": [\"" + key + "\"]}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.lines.length()").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = answer.replaceAll(".*\"id\":\\s*(\\d+).*", "$1");
        mvc.perform(get("/api/slips?size=100").with(SignedInAs.of(RECEIVER)))
                .andExpect(jsonPath("$.items[?(@.id == " + id + ")]").isNotEmpty());
        mvc.perform(get("/api/slips/" + id + "/paper").with(SignedInAs.of(RECEIVER)))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        mvc.perform(post("/api/slips/" + id + "/objection")
                        .with(SignedInAs.of(RECEIVER))
                        .with(csrf())
                        .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"objection\": \"少一份\"}"))
                .andExpect(jsonPath("$.answer.objection").value("少一份"));
        mvc.perform(post("/api/slips/" + id + "/reception")
                        .with(SignedInAs.of(COLLEAGUE))
                        .with(csrf())
                        .header(IdempotencyKey.HEADER, UUID.randomUUID().toString()))
                .andExpect(status().isConflict());
    }
}
