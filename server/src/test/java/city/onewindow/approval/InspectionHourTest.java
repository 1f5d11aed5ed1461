package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.onewindow.approval.Inspection.Result;
import city.onewindow.approval.Inspection.State;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("联合踏勘：到了约定的时间")
class InspectionHourTest extends InspectionHouseTest {

    @Autowired
    private Cases views;

    @Test
    @DisplayName("时间到了、人去过了的，不因事项已经决定而自己取消：照样写结论，照样形成记录")
    void whoWentHasSeenIt() {
        comes(propose(tomorrow(), "a", "b"), "b");
        clock.forward(Duration.ofDays(2));
        grant(number, "a");
        deny(number, "b");
        settling.settleAll();
        assertThat(one().state()).isEqualTo(State.AGREED);
        assertThat(calendar.one(number, 1, reviewer("b")).next()).contains(InspectionEntry.Act.FIND);
        finds(one(), "b", Result.FAILS);
        assertThat(one().owed(now()))
                .extracting(Inspection.Owed::party)
                .containsExactly(NextMove.Party.CONVENER, NextMove.Party.CONVENER);
        assertThat(inspections
                        .close(number, 1, "无", Set.of(), reviewer("a"), null)
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    @DisplayName("事项都作了决定、办件已经办结，记录也还欠着，结果不等它；形成记录就不欠了")
    void owesItsRecordToTheEnd() {
        Inspection agreed = comes(propose(tomorrow(), "a", "b"), "b");
        clock.forward(Duration.ofDays(2));
        finds(agreed, "a", Result.CONFORMS);
        finds(agreed, "b", Result.FAILS);
        certify(number, "a");
        deny(number, "b");
        deny(number, "c");
        assertThat(owed("a")).containsExactly(NextMove.Party.ISSUING_WINDOW, NextMove.Party.CONVENER);
        deliver(number, "a", "b", "c");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(owed("a")).containsExactly(NextMove.Party.CONVENER);
        inspections.close(number, 1, "无", Set.of(), reviewer("a"), null);
        assertThat(owed("a")).isEmpty();
    }

    @Test
    @DisplayName("记录写的是到场的人：不写的，是约定的人；换了人的，写换的人，也至少两人")
    void whoCame() throws IOException {
        Inspection agreed = comes(propose(tomorrow(), "a", "b"), "b");
        clock.forward(Duration.ofDays(2));
        finds(agreed, "a", Result.CONFORMS);
        assertThat(catchThrowableOfType(Problem.InvalidInput.class, () -> finds(List.of("赵七")))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/officers");
        finds(List.of("赵七", "钱八"));
        assertThat(one().visitors())
                .extracting(visitor -> Objects.requireNonNull(visitor.finding()).officers())
                .containsExactly(TWO, List.of("赵七", "钱八"));
        inspections.close(number, 1, "无", Set.of(), reviewer("a"), null);
        String code = papers(DocumentKind.INSPECTION_RECORD).get(0).verifyCode();
        assertThat(PaperText.of(documents.read(code, Format.PDF, "reviewer-a"))).contains("李四", "赵七", "钱八");
    }

    private Inspection finds(List<String> officers) {
        return inspections.find(number, 1, Result.CONFORMS, officers, "看过了。", reviewer("b"), null);
    }

    @Test
    @DisplayName("答复参加而没有到场的：不由它拖住，形成记录时写明未到场；它的事项可以另约；到了场的不能说它没到")
    void oneDidNotCome() throws Exception {
        comes(comes(propose(tomorrow(), "a", "b", "c"), "b"), "c");
        clock.forward(Duration.ofDays(2));
        finds(one(), "a", Result.CONFORMS);
        assertThat(calendar.one(number, 1, reviewer("a")).next()).contains(InspectionEntry.Act.CLOSE);
        mvc.perform(get("/inspections/" + number + "/1").with(SignedInAs.of(reviewer("a"))))
                .andExpect(content().string(containsString("未到场的部门")));
        finds(one(), "b", Result.CONFORMS);
        assertThat(catchThrowableOfType(Problem.InvalidInput.class, () -> closes(Set.of("dep-b", "dep-c")))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/absent");
        mvc.perform(post("/inspections/" + number + "/1")
                        .param("act", "CLOSE")
                        .param("text", "无")
                        .param("absent", "dep-c")
                        .param("key", "close-" + number)
                        .with(SignedInAs.of(reviewer("a")))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inspections/" + number + "/1"));
        assertThat(one().state()).isEqualTo(State.CLOSED);
        String code = papers(DocumentKind.INSPECTION_RECORD).get(0).verifyCode();
        assertThat(PaperText.of(documents.read(code, Format.PDF, "reviewer-a"))).contains("dep-c", "未到场");
        assertThat(calendar.one(number, 1, reviewer("c")).history())
                .last()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("未到场：dep-c。无"));
        assertThat(owed("c")).doesNotContain(NextMove.Party.INSPECTOR);
        assertThat(propose(now().plusDays(1), "c").seq())
                .as("another appointment")
                .isEqualTo(2);
    }

    private Inspection closes(Set<String> absent) {
        return inspections.close(number, 1, "无", absent, reviewer("a"), null);
    }

    @Test
    @DisplayName("约在承诺期限以后：约的时候写明最早哪一项、哪天到期，约好以后提醒，约在以前的不提醒")
    void afterThePromise() throws Exception {
        LocalDateTime due = matter(number, "a").running().promisedDue();
        mvc.perform(get("/cases/" + number + "/inspections").with(SignedInAs.of(reviewer("a"))))
                .andExpect(content().string(containsString("踏勘不停时限。承诺期限最早的是「")));
        propose(due.minusHours(1), "a", "b");
        propose(due.plusDays(1), "c");
        String late = "「" + matter(number, "c").itemName() + "」承诺 " + DayWords.hour(due) + " 前办结";
        page(1).andExpect(content().string(not(containsString("约的时间在承诺期限以后"))));
        page(2).andExpect(content().string(containsString("约的时间在承诺期限以后：" + late)));
        inspections.move(number, 2, due.minusHours(1), "原处", "提前。", reviewer("c"), null);
        page(2).andExpect(content().string(not(containsString("约的时间在承诺期限以后"))));
    }

    private ResultActions page(int seq) throws Exception {
        return mvc.perform(get("/inspections/" + number + "/" + seq).with(SignedInAs.of(LEAD)));
    }

    @Test
    @DisplayName("经办、审核、批准各由一人的，在审核环节也还没有决定：照样答复、到场、写结论")
    void whileItIsExamined() {
        number = cases.accept(List.of(SampleCases.item("a", Chain.THREE), SampleCases.item("b", Chain.THREE)));
        Inspection proposed = propose(tomorrow(), "a", "b");
        review(number, "a");
        review(number, "b");
        assertThat(matter(number, "b").step()).isEqualTo(Step.EXAMINE);
        assertThat(comes(proposed, "b").state()).isEqualTo(State.AGREED);
        assertThat(calendar.ours(null, 100, reviewer("b")).items())
                .extracting(Inspection::number)
                .contains(number);
        clock.forward(Duration.ofDays(2));
        finds(proposed, "a", Result.CONFORMS);
        assertThat(owed("b")).contains(NextMove.Party.INSPECTOR);
        finds(proposed, "b", Result.CONFORMS);
    }

    @Test
    @DisplayName("约的那天过了、谁也没有写结论的：约的人欠一个说法，待办和踏勘页都说已过期；取消之后不再欠")
    void forgotten() throws Exception {
        comes(propose(tomorrow(), "a", "b"), "b");
        clock.forward(Duration.ofDays(2));
        assertThat(one().owed(now()))
                .filteredOn(owed -> owed.party() == NextMove.Party.CONVENER)
                .extracting(Inspection.Owed::department)
                .containsOnly("dep-a");
        assertThat(views.matter(number, "b", reviewer("b")).owed())
                .filteredOn(move -> move.party() == NextMove.Party.CONVENER)
                .hasSize(1)
                .allSatisfy(move -> assertThat(move.overdue()).isTrue());
        mvc.perform(get("/inspections").with(SignedInAs.of(reviewer("a"))))
                .andExpect(content().string(containsString("已过期，没有踏勘结论")));
        inspections.cancel(number, 1, "没有去成。", reviewer("a"), null);
        assertThat(one().owed(now())).isEmpty();
    }

    @Test
    @DisplayName("一次踏勘处理不了，不耽误后面的")
    void oneHoldsNoOtherUp() {
        String broken = waitingForC();
        jdbc.sql("update approval.case_file set addressee = addressee || '\\x00' where number = :number")
                .param("number", broken)
                .update();
        try {
            clock.forward(Duration.ofMinutes(1));
            number = cases.accept("a", "b", "c");
            waitingForC();
            settling.settleAll();
            assertThat(one().state()).isEqualTo(State.AGREED);
        } finally {
            jdbc.sql(
                            "update approval.case_file set addressee = substring(addressee from 1 for length(addressee) - 1) where number = :number")
                    .param("number", broken)
                    .update();
        }
    }

    /** All but c have answered, and c has just been decided. */
    private String waitingForC() {
        comes(propose(tomorrow(), "a", "b", "c"), "b");
        grant(number, "c");
        return number;
    }
}
