package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

@DisplayName("文书用语的发布")
class WordingsTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final WordedDocument DENIAL = WordedDocument.DENIAL;

    @Autowired
    private Wordings wordings;

    @Autowired
    private Centre centre;

    @Autowired
    private Audit audit;

    @Autowired
    private PlatformTransactionManager transactions;

    private WordingVersion before = new WordingVersion(DENIAL, 0, "", "", "", LocalDateTime.MIN);

    @BeforeEach
    void remember() {
        before = holding();
    }

    @AfterEach
    void restore() {
        wordings.publish(DENIAL, before.text(), "恢复", holding().version(), MANAGER);
    }

    private WordingVersion holding() {
        return wordings.versions(DENIAL).get(0);
    }

    private String said(Wordings instance) {
        return String.valueOf(instance.say(DENIAL, PlaceValues.samples(DENIAL.places())));
    }

    @DisplayName("随程序提供的用语都能用，样张都可以长期保存（PDF/A-2u）；去掉任何一处法律要求写明的，都不能发布，并说明是哪部法律要求的")
    @ParameterizedTest
    @EnumSource(WordedDocument.class)
    void nothingThatTheLawWantsCanBeTakenOut(WordedDocument document) throws Exception {
        String text = wordings.current(document).orElseThrow().text();
        assertThat(Wording.of(document, text).faults()).isEmpty();
        ArchivablePdfTest.mustBeArchivable(
                documents.sample(Wording.of(document, text)).pdf());
        assertThat(document.musts()).isNotEmpty().allSatisfy(must -> {
            String without = text.replace(must.spelling(), "");
            assertThat(Wording.of(document, without).faults())
                    .extracting(WordingFault::message)
                    .contains("缺少“" + must.spelling() + "”：" + must.ground() + "要求写明，请补上。");
            assertThatThrownBy(() -> wordings.publish(document, without, "试试", 1, MANAGER))
                    .isInstanceOf(Problem.InvalidInput.class);
        });
        assertThat(wordings.current(document).orElseThrow().text()).isEqualTo(text);
    }

    @DisplayName("只打印、不出具的，样张上没有文号、盖章处和验证码；要出具的都有")
    @ParameterizedTest
    @EnumSource(WordedDocument.class)
    void samplesLookAsTheyWill(WordedDocument document) throws IOException {
        Wording wording =
                Wording.of(document, wordings.current(document).orElseThrow().text());
        String sample = PaperText.of(new Print(documents.sample(wording).pdf(), ""));
        assertThat(sample).contains("样张", document.kind().title());
        assertThat(sample.contains("可核验本文书真伪")).isNotEqualTo(document.kind().isOnlyPrinted());
    }

    @DisplayName("发布后立即管用，留下前一版、谁、何时、为什么，并记入审计；同样的再发一次不变")
    @Test
    void published() {
        String text = before.text() + "\n如需帮助，请拨打12345。";
        WordingVersion next = wordings.publish(DENIAL, text, " 方便群众 ", before.version(), MANAGER);

        assertThat(next)
                .isEqualTo(
                        new WordingVersion(DENIAL, before.version() + 1, text, "方便群众", "manager", next.publishedAt()));
        assertThat(said(wordings)).contains("请拨打12345");
        assertThat(wordings.publish(DENIAL, text.replace("\n", " \r\n") + "\n", "又一次", 0, MANAGER))
                .isEqualTo(wordings.current(DENIAL).orElseThrow());
        assertThat(wordings.versions(DENIAL))
                .startsWith(wordings.current(DENIAL).orElseThrow(), before);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act = 'wording.publish' and object = 'DENIAL' and detail = :it")
                        .param("it", "version " + next.version())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @DisplayName("没有理由、不是管理员，都不能发布，什么都不变")
    @Test
    void refused() {
        assertThatThrownBy(() -> wordings.publish(DENIAL, before.text() + "完。{没有}", "", before.version(), MANAGER))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/text", "/reason"));
        Actor approver = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
        assertThatThrownBy(() -> wordings.publish(DENIAL, before.text() + "完。", "改", before.version(), approver))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(holding()).isEqualTo(before);
    }

    @DisplayName("几个人同时发布，只有一个成；其余的得知是谁、为什么")
    @Test
    void oneWins() throws Exception {
        var desks = Executors.newFixedThreadPool(4);
        try {
            List<Callable<WordingVersion>> acts = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                String text = before.text() + "\n第" + n + "种说法。";
                acts.add(() -> wordings.publish(DENIAL, text, "同时", before.version(), MANAGER));
            }
            int won = 0;
            for (Future<WordingVersion> act : desks.invokeAll(acts)) {
                try {
                    act.get();
                    won++;
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause())
                            .isInstanceOf(Problem.Conflict.class)
                            .hasMessageContaining("manager 已经发布了“不予决定书”的版本 " + (before.version() + 1) + "（同时）");
                }
            }
            assertThat(won).isEqualTo(1);
        } finally {
            desks.shutdownNow();
        }
    }

    @DisplayName("另一台服务器一秒内跟上，不必重启")
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void anotherInstanceFollows() {
        Wordings other = new Wordings(jdbc, centre, audit, clock, transactions);
        assertThat(said(other)).doesNotContain("另一台");
        wordings.publish(DENIAL, before.text() + "\n另一台也这样说。", "跟上", before.version(), MANAGER);
        while (!said(other).contains("另一台也这样说")) {
            Thread.onSpinWait();
        }
    }
}
