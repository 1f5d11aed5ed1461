package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("征求意见")
class ConsultationsTest extends ApprovalHouseTest {

    private static final Actor ASKED = new Actor("zjj-one", "住建一", Set.of(Role.REVIEWER), "zjj", null);
    private static final Actor COLLEAGUE = new Actor("zjj-two", "住建二", Set.of(Role.DECIDER), "zjj", null);
    private static final Actor ELSEWHERE = new Actor("scjg-one", "市监一", Set.of(Role.REVIEWER), "scjg", null);

    @Autowired
    private Consultations consultations;

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("问到的部门看到问题和材料，答复后提问的部门看到；时钟照走，事项不动")
    void askedAndAnswered() {
        String number = cases.accept("a");
        Matter before = matter(number, "a");
        Consultation asked = ask(number, "zjj", null);
        assertThat(consultations.asked(null, 50, ASKED).items()).contains(asked);
        assertThat(consultations.asked(null, 50, ELSEWHERE).items()).doesNotContain(asked);

        Consultation answered =
                consultations.answer(number, "a", asked.seq(), Consultation.Opinion.CONDITIONALLY, "退让道路红线。", ASKED);
        assertThat(answered.answer())
                .extracting(Consultation.Answer::opinion, Consultation.Answer::who)
                .containsExactly(Consultation.Opinion.CONDITIONALLY, "住建一");
        assertThat(door.matter(number, "a", reviewer("a")).consultations()).containsExactly(answered);
        assertThat(consultations.asked(null, 50, ASKED).items()).doesNotContain(asked);
        assertThat(matter(number, "a")).isEqualTo(before);
        assertThatThrownBy(() -> door.dossier(number, "a", ASKED))
                .as("what was handed in is shown for the answer only")
                .isInstanceOf(Problem.NotFound.class);
        assertThat(audited(number)).isEqualTo("matter.consult,matter.answer");
    }

    @Test
    @DisplayName("征求意见函和并联审批意见书：各有文号，写给对方部门；只给两个部门，不在申请人的文书里")
    void letters() throws IOException {
        String number = cases.accept("a");
        Consultation asked = ask(number, "zjj", null);
        assertThat(documents.lettersOf(number))
                .extracting(IssuedDocument::kind, IssuedDocument::number, IssuedDocument::addressee)
                .containsExactly(tuple(DocumentKind.CONSULTATION, asked.letter(), "洛阳市住房和城乡建设局"));
        Consultation answered =
                consultations.answer(number, "a", asked.seq(), Consultation.Opinion.CONDITIONALLY, "退让道路红线。", ASKED);
        consultations.answer(number, "a", asked.seq(), Consultation.Opinion.CONDITIONALLY, "退让道路红线。", ASKED);
        assertThat(documents.lettersOf(number)).hasSize(2);
        IssuedDocument opinion = documents.lettersOf(number).get(1);
        assertThat(answered.answer()).extracting(Consultation.Answer::letter).isEqualTo(opinion.number());
        assertThat(opinion.issuer()).isEqualTo("洛阳市住房和城乡建设局");
        assertThat(PaperText.of(documents.read(opinion.verifyCode(), Format.PDF, "zjj-one")))
                .contains("有条件同意", "退让道路红线。");
        assertThat(documents.bySubject(number)).isEmpty();
    }

    @Test
    @DisplayName("两个同事同时答复，只有一份意见书，文号不空")
    void answeredAtOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                String number = cases.accept("a");
                Consultation asked = ask(number, "zjj", null);
                int before = lastOpinion();
                List<Callable<Consultation>> answers = List.of(
                        () -> consultations.answer(number, "a", asked.seq(), Consultation.Opinion.AGREE, "", ASKED),
                        () -> consultations.answer(
                                number, "a", asked.seq(), Consultation.Opinion.DISAGREE, "不行。", COLLEAGUE));
                both.invokeAll(answers);
                assertThat(documents.lettersOf(number)).hasSize(2);
                assertThat(lastOpinion()).isEqualTo(before + 1);
            }
        } finally {
            both.shutdownNow();
        }
    }

    private int lastOpinion() {
        return jdbc.sql("select count(*) from notice.document where kind = 'OPINION'")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("重发是同一件；同一部门答复之前不再问，答复之后可以再问")
    void once() {
        String number = cases.accept("a");
        IdempotencyKey key = new IdempotencyKey("consult-" + number);
        Consultation first = ask(number, "zjj", key);
        assertThat(ask(number, "zjj", key)).isEqualTo(first);
        assertThatThrownBy(() -> ask(number, "zjj", null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("请等它在");
        assertThat(ask(number, "scjg", null).seq()).isEqualTo(2);
        answer(first, ASKED);
        assertThat(ask(number, "zjj", null).seq()).isEqualTo(3);
    }

    @Test
    @DisplayName("两个同事都来答复，先答的算数，后答的被告知；同一个人重发没有关系")
    void answeredOnce() {
        String number = cases.accept("a");
        Consultation asked = ask(number, "zjj", null);
        answer(asked, ASKED);
        answer(asked, ASKED);
        assertThatThrownBy(() ->
                        consultations.answer(number, "a", asked.seq(), Consultation.Opinion.DISAGREE, "不行。", COLLEAGUE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("住建一已经答复“同意”");
    }

    @Test
    @DisplayName("漏填、问自己、期限不对的逐处说明；没有被问到的部门答不了、看不到材料")
    void refused() {
        String number = cases.accept("a");
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class,
                                () -> consultations.ask(number, "a", "dep-a", " ", today(), reviewer("a"), null))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/department", "/question", "/until");
        Consultation asked = ask(number, "zjj", null);
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class,
                                () -> consultations.answer(
                                        number, "a", asked.seq(), Consultation.Opinion.DISAGREE, "", ASKED))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/text");
        assertThatThrownBy(() -> answer(asked, ELSEWHERE)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> door.dossier(number, "a", ELSEWHERE)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> consultations.ask(number, "a", "zjj", "行吗？", today(), ELSEWHERE, null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> consultations.ask(number, "a", "zjj", "行吗？", today(), SampleCases.CLERK, null))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("答复期限不能晚于法定期限，说明哪天必须决定；承诺期限可以晚；法定期限已经过了的不再拦")
    void notAfterTheLimit() {
        String number = cases.accept(List.of(
                SampleCases.item("limited", TimeLimit.workingDays("1"), TimeLimit.workingDays("3"), List.of())));
        LocalDate last = matter(number, "limited").running().statutoryDue().toLocalDate();
        assertThatThrownBy(() -> ask(number, calendar.workingDays().plus(last, 1)))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/until");
                            assertThat(fault.message()).contains(DayWords.of(last) + "必须作出决定");
                        }));
        assertThat(ask(number, last).until()).isEqualTo(last);
        clock.forward(Duration.ofDays(10));
        LocalDate late = calendar.workingDays().plus(today(), 1);
        assertThat(ask(number, late).until()).isEqualTo(late);
    }

    private Consultation ask(String number, LocalDate until) {
        return consultations.ask(number, "limited", "zjj", "是否同意？", until, reviewer("limited"), null);
    }

    @Test
    @DisplayName("作出决定之后，不能再征求意见，也不用再答复，材料也不再给看")
    void tooLate() {
        String number = cases.accept("a");
        Consultation asked = ask(number, "zjj", null);
        grant(number, "a");
        assertThatThrownBy(() -> ask(number, "scjg", null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("不能再征求意见");
        assertThatThrownBy(() -> answer(asked, COLLEAGUE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经作出决定");
        assertThatThrownBy(() -> door.dossier(number, "a", ASKED)).isInstanceOf(Problem.NotFound.class);
        assertThat(consultations.asked(null, 50, ASKED).items()).doesNotContain(asked);
    }

    @Test
    @DisplayName("逾期没有答复的视为没有意见，可以补答，也可以另定期限再问")
    void overdue() {
        String number = cases.accept("a");
        Consultation asked = ask(number, "zjj", null);
        assertThat(asked.isOpen(asked.until())).isTrue();
        assertThat(asked.isOpen(asked.until().plusDays(1))).isFalse();
        clock.forward(Duration.ofDays(5));
        assertThat(ask(number, "zjj", null).seq()).isEqualTo(2);
        answer(asked, COLLEAGUE);
    }

    @Test
    @DisplayName("同时问两个部门，两件都问出去")
    void twoAtOnce() throws Exception {
        String number = cases.accept("a");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Consultation>> asking =
                    List.of(() -> ask(number, "zjj", null), () -> ask(number, "scjg", null));
            for (Future<Consultation> one : both.invokeAll(asking)) {
                one.get();
            }
        } finally {
            both.shutdown();
        }
        assertThat(door.matter(number, "a", reviewer("a")).consultations())
                .extracting(Consultation::seq)
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("由别人领取的，不能替他征求意见")
    void held(@Autowired Pool pool) {
        String number = cases.accept("a");
        pool.take(number, "a", null, reviewer("a"));
        Actor colleague = new Actor("colleague", "周七", Set.of(Role.REVIEWER), "dep-a", null);
        assertThatThrownBy(() -> consultations.ask(number, "a", "zjj", "行吗？", today().plusDays(2), colleague, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由张三领取");
    }

    private Consultation ask(String number, String department, @Nullable IdempotencyKey key) {
        return consultations.ask(number, "a", department, "是否同意？", today().plusDays(2), reviewer("a"), key);
    }

    private void answer(Consultation asked, Actor actor) {
        consultations.answer(asked.number(), asked.item(), asked.seq(), Consultation.Opinion.AGREE, "", actor);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String audited(String number) {
        return jdbc.sql("select string_agg(act, ',' order by id) from audit.entry where object = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
