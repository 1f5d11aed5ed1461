package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("几个部门的行政许可统一办理：四十五日，可延长十五日")
class JointExtensionsTest extends ApprovalHouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心", Set.of(Role.MANAGER), "zwfw", null);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    @Autowired
    private JointExtensions extensions;

    @Autowired
    private ClockActs clockActs;

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("整件的法定期限不超过四十五个工作日，各事项自己的期限不变；批准后延长，文书告知理由")
    void capsAndExtends() throws IOException {
        String number = cases.accept(twoLicences("j1", "40", "40"));
        CaseFile file = file(number);
        assertThat(file.jointDays()).isEqualTo(45);
        assertThat(file.statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 45));
        assertThat(mayExtend(file, MANAGER)).isTrue();
        assertThat(mayExtend(file, CLERK)).isFalse();
        IdempotencyKey key = key();

        JointExtension extension = extensions.extend(number, 15, "须现场勘验", "王副市长，洛政批〔2026〕1号", MANAGER, key);

        assertThat(file(number).statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 60));
        assertThat(file(number).jointDays()).isEqualTo(60);
        assertThat(door.file(number, MANAGER).documents())
                .anySatisfy(document -> assertThat(document.number()).isEqualTo(extension.document()));
        String code = documents.bySubject(number).stream()
                .filter(document -> document.number().equals(extension.document()))
                .map(IssuedDocument::verifyCode)
                .findFirst()
                .orElseThrow();
        String told = PaperText.of(documents.read(code, Format.PDF, "test"));
        assertThat(told).contains("原定的办结期限法定" + DAY.format(file.statutoryDue()));
        assertThat(told).contains("延长后的办结期限法定" + DAY.format(file(number).statutoryDue()));
        assertThat(extensions.extend(number, 15, "须现场勘验", "王副市长", MANAGER, key)).isEqualTo(extension);
        assertThatThrownBy(() -> extensions.extend(number, 1, "再延", "王副市长", MANAGER, key()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("只能延长一次");
        assertThat(mayExtend(file(number), MANAGER)).isFalse();
    }

    @Test
    @DisplayName("特别程序的日子也不算在整件的期限里")
    void specialProceduresDoNotCount() {
        String number = cases.accept(twoLicences("j2", "40", "40"));
        LocalDateTime before = file(number).statutoryDue();
        clockActs.suspend(
                number,
                "j2-1",
                new AskedProcedure(
                        SpecialProcedure.Kind.TESTING,
                        "送检",
                        "市检测中心",
                        "",
                        now().toLocalDate().plusDays(13)),
                reviewer("j2-1"),
                null);
        assertThat(file(number).statutoryDue()).isAfter(before.plusDays(7));
    }

    @Test
    @DisplayName("四十五日之内办得完的、一个部门的、过期的都不延长，并说明为什么")
    void refusals() {
        String quick = cases.accept(twoLicences("j3", "5", "5"));
        assertThat(mayExtend(file(quick), MANAGER)).isFalse();
        assertThatThrownBy(() -> extensions.extend(quick, 5, "理由", "市长", MANAGER, key()))
                .hasMessageContaining("不需要延长");
        String alone = cases.accept(List.of(licence("j4", "40", List.of())));
        assertThat(file(alone).jointDays()).isNull();
        assertThatThrownBy(() -> extensions.extend(alone, 5, "理由", "市长", MANAGER, key()))
                .hasMessageContaining("按事项申请延长");
        String late = cases.accept(twoLicences("j5", "40", "40"));
        clock.forward(Duration.ofDays(120));
        assertThatThrownBy(() -> extensions.extend(late, 5, "理由", "市长", MANAGER, key()))
                .hasMessageContaining("超过法定期限");
    }

    @Test
    @DisplayName("填错的一次说清；不是中心管理岗的不能延长；一个防重标识只用于一个办件")
    void wrong() {
        String number = cases.accept(twoLicences("j6", "40", "40"));
        assertThatThrownBy(() -> extensions.extend(number, 16, "", " ", MANAGER, key()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/days", "/reason", "/approvedBy"));
        assertThatThrownBy(() -> extensions.extend(number, 5, "理由", "市长", CLERK, key()))
                .isInstanceOf(Problem.NotAllowed.class);
        IdempotencyKey key = key();
        extensions.extend(number, 5, "理由", "市长", MANAGER, key);
        String other = cases.accept(twoLicences("j7", "40", "40"));
        assertThatThrownBy(() -> extensions.extend(other, 5, "理由", "市长", MANAGER, key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已用于");
    }

    @Test
    @DisplayName("同一提交同时来两次，两次得到同一答复")
    void atOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                String number = cases.accept(twoLicences("j8" + round, "40", "40"));
                IdempotencyKey key = key();
                Callable<JointExtension> once = () -> extensions.extend(number, 5, "理由", "市长", MANAGER, key);
                Set<JointExtension> answers = new HashSet<>();
                for (Future<JointExtension> done : both.invokeAll(List.of(once, once))) {
                    answers.add(done.get());
                }
                assertThat(answers).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("四十五日只管行政许可：其他事项更晚的，整件以它为准；许可仍可延长")
    void licencesAlone() {
        List<CaseItem> items = new ArrayList<>(twoLicences("j9", "40", "40"));
        items.add(SampleCases.item("j9-3", "公共服务", TimeLimit.workingDays("50")));
        String number = cases.accept(items);
        CaseFile file = file(number);
        assertThat(file.statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 50));
        assertThat(mayExtend(file, MANAGER)).isTrue();
        extensions.extend(number, 2, "理由", "市长", MANAGER, key());
        assertThat(file(number).statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 50));
        assertThat(door.file(number, MANAGER).extension())
                .isNotNull()
                .extracting(JointExtension::approvedBy)
                .isEqualTo("市长");
    }

    @Test
    @DisplayName("等许可的其他事项，从四十五日起算；许可延长，它也跟着晚")
    void whatWaitsForThem() {
        List<CaseItem> items = new ArrayList<>(twoLicences("j10", "40", "40"));
        TimeLimit ten = TimeLimit.workingDays("10");
        items.add(SampleCases.item("j10-3", "公共服务", ten, ten, List.of("j10-2"), Chain.TWO));
        String number = cases.accept(items);
        CaseFile file = file(number);
        assertThat(file.statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 55));
        extensions.extend(number, 5, "理由", "市长", MANAGER, key());
        assertThat(file(number).statutoryDue()).isEqualTo(workingDaysFrom(file.acceptedAt(), 60));
    }

    private boolean mayExtend(CaseFile file, Actor actor) {
        return extensions.mayExtend(file, matters.ofCase(SampleCases.REGION, file.number()), actor);
    }

    private CaseFile file(String number) {
        return door.file(number, MANAGER).file();
    }

    private LocalDateTime workingDaysFrom(LocalDateTime start, int days) {
        return calendar.deadlines()
                .of(start, TimeLimit.workingDays(String.valueOf(days)))
                .due();
    }

    /** The second waits for the first. */
    static List<CaseItem> twoLicences(String name, String first, String second) {
        return List.of(licence(name + "-1", first, List.of()), licence(name + "-2", second, List.of(name + "-1")));
    }

    static CaseItem licence(String code, String days, List<String> after) {
        return SampleCases.item(code, TimeLimit.workingDays("1"), TimeLimit.workingDays(days), after);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
