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

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Intake;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Print;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@DisplayName("物料流转单")
class SlipsTest extends HouseTest {

    private static final String SCJG = "scjg";
    private static final Actor RECEIVER = SignedInAs.actor("scjg-a", SCJG, null, Role.REVIEWER);
    private static final Actor COLLEAGUE = SignedInAs.actor("scjg-b", SCJG, null, Role.DECIDER);
    private static final Actor STRANGER = SignedInAs.actor("gaj-a", "gaj", null, Role.REVIEWER);
    private static final Actor OTHER_WINDOW = SignedInAs.actor("clerk-ssdj", SCJG, "ssdj", Role.CLERK);

    @Autowired
    private Slips slips;

    @Autowired
    private SlipPapers papers;

    @Autowired
    private Cases cases;

    @Autowired
    private Intake intake;

    private String number = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
    }

    private List<String> keys() {
        return slips.paper(number, CLERK).stream()
                .filter(paper -> paper.department().equals(SCJG))
                .flatMap(paper -> paper.materials().stream())
                .map(PaperMaterial::key)
                .toList();
    }

    private Slip handed() {
        return slips.hand(number, SCJG, keys(), CLERK, null);
    }

    private List<NextMove.Party> owed() {
        return cases.file(number, CLERK).owed().stream()
                .map(NextMove::party)
                .filter(party -> party == NextMove.Party.RECEIVER || party == NextMove.Party.HANDER)
                .toList();
    }

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
        assertThat(slips.open(RECEIVER)).contains(first);
        assertThat(slips.open(CLERK)).contains(first);
        assertThat(Slips.mayMove(first, RECEIVER)).isTrue();
        assertThat(Slips.mayMove(first, CLERK)).isFalse();

        assertThatThrownBy(() -> slips.answer(first.id(), " ", RECEIVER)).isInstanceOf(Problem.InvalidInput.class);
        Slip back = slips.answer(first.id(), "章程少一份", RECEIVER);
        assertThat(slips.count(RECEIVER)).isEqualTo(received);
        assertThat(slips.count(CLERK)).isEqualTo(objected + 1);
        assertThat(back.state()).isEqualTo(Slip.State.OBJECTED);
        assertThat(owed()).containsExactly(NextMove.Party.HANDER);
        assertThat(slips.open(RECEIVER)).doesNotContain(back);
        assertThat(slips.open(CLERK)).contains(back);
        assertThat(Slips.mayMove(back, CLERK)).isTrue();

        Slip second = handed();
        assertThat(slips.one(first.id(), CLERK).state()).isEqualTo(Slip.State.REPLACED);
        assertThat(owed()).containsExactly(NextMove.Party.RECEIVER);
        assertThat(slips.answer(second.id(), null, RECEIVER).state()).isEqualTo(Slip.State.RECEIVED);
        assertThat(owed()).isEmpty();
        assertThat(slips.open(CLERK)).extracting(Slip::number).doesNotContain(number);
        assertThat(slips.ofCase(number, CLERK)).extracting(Slip::id).containsExactly(first.id(), second.id());
    }

    @Test
    @DisplayName("同一次提交只出一张；同一个人再确认一次还是那次，同事再说不一样的不行")
    void once() {
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());
        Slip made = slips.hand(number, SCJG, keys(), CLERK, key);
        assertThat(slips.hand(number, SCJG, keys(), CLERK, key)).isEqualTo(made);
        assertThat(slips.ofCase(number, CLERK)).hasSize(1);
        String other = startups.accept();
        assertThatThrownBy(() -> slips.hand(other, SCJG, keys(), CLERK, key)).isInstanceOf(Problem.Conflict.class);
        Slip received = slips.answer(made.id(), null, RECEIVER);
        assertThat(slips.answer(made.id(), null, RECEIVER)).isEqualTo(received);
        assertThatThrownBy(() -> slips.answer(made.id(), "少一份", COLLEAGUE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已接收");
    }

    @Test
    @DisplayName("两个人同时一个接收、一个异议：只有一个算数，另一个知道是谁先说的")
    void atOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                long id = handed().id();
                List<Callable<Slip>> answers =
                        List.of(() -> slips.answer(id, null, RECEIVER), () -> slips.answer(id, "少一份", COLLEAGUE));
                long won = both.invokeAll(answers).stream()
                        .filter(SlipsTest::succeeded)
                        .count();
                assertThat(won).isOne();
                assertThat(slips.one(id, CLERK).answer()).isNotNull();
            }
        } finally {
            both.shutdownNow();
        }
    }

    private static boolean succeeded(Future<Slip> said) {
        try {
            said.get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).cause().isInstanceOf(Problem.Conflict.class);
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    @DisplayName("别的部门、别的窗口看不到；窗口不能代部门确认；只能移交这个部门要用的纸质材料")
    void whose() {
        Slip slip = handed();
        for (Actor actor : List.of(STRANGER, OTHER_WINDOW)) {
            assertThatThrownBy(() -> slips.one(slip.id(), actor)).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> papers.print(slip.id(), actor)).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> slips.answer(slip.id(), null, actor)).isInstanceOf(Problem.NotFound.class);
            assertThat(slips.open(actor)).doesNotContain(slip);
            assertThatThrownBy(() -> slips.hand(number, SCJG, keys(), actor, null))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> slips.answer(slip.id(), null, CLERK)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> slips.hand(number, "wjw", keys(), CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class);
        for (List<String> wrong : List.of(List.<String>of(), List.of("NOTHING"))) {
            assertThatThrownBy(() -> slips.hand(number, SCJG, wrong, CLERK, null))
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
        mvc.perform(get("/api/slips").with(SignedInAs.of(RECEIVER)))
                .andExpect(jsonPath("$[?(@.id == " + id + ")]").isNotEmpty());
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
