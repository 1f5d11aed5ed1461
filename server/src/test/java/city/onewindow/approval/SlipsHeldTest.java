package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("纸质材料在谁手里")
class SlipsHeldTest extends SlipsHouseTest {

    @Test
    @DisplayName("两个人同时一个接收、一个异议：只有一个算数，另一个知道是谁先说的")
    void atOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                number = startups.accept();
                long id = handed().id();
                List<Callable<Slip>> answers =
                        List.of(() -> slips.answer(id, null, RECEIVER), () -> slips.answer(id, "少一份", COLLEAGUE));
                long won = both.invokeAll(answers).stream()
                        .filter(SlipsHouseTest::succeeded)
                        .count();
                assertThat(won).isOne();
                assertThat(slips.one(id, CLERK).answer()).isNotNull();
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("移交别的材料不算重新移交：有异议的仍等窗口处理，单上的全部再交才算")
    void replacedByItsOwn() {
        List<String> keys = keys();
        List<String> first = keys.subList(0, 2);
        Slip objected = handing.hand(number, SCJG, first, CLERK, null);
        slips.answer(objected.id(), "少一份", RECEIVER);
        handing.hand(number, SCJG, keys.subList(2, 3), CLERK, null);
        handing.hand(number, SCJG, keys.subList(0, 1), CLERK, null);
        assertThat(slips.one(objected.id(), CLERK).state()).isEqualTo(Slip.State.OBJECTED);
        assertThat(owed()).contains(NextMove.Party.HANDER);
        Slip part = slips.ofCase(number, CLERK).get(2);
        slips.takeBack(part.id(), "要连同缺的一起交", CLERK);
        handing.hand(number, SCJG, first, CLERK, null);
        assertThat(slips.one(objected.id(), CLERK).state()).isEqualTo(Slip.State.REPLACED);
    }

    @Test
    @DisplayName("一份材料只在一处：部门已有、在途的不能再移交，说明谁在什么时候交给了谁；同时移交的只有一张")
    void inOnePlace() throws Exception {
        Slip made = handed();
        assertThatThrownBy(() -> handing.hand(number, SCJG, keys().subList(0, 1), CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("李敏")
                .hasMessageContaining("市市场监管局")
                .hasMessageContaining("等部门接收");
        slips.answer(made.id(), null, RECEIVER);
        assertThatThrownBy(this::handed).isInstanceOf(Problem.Conflict.class).hasMessageContaining("已接收");
        mvc.perform(get("/cases/" + number + "/slips").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("市市场监管局：已接收")));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 3; round++) {
                number = startups.accept();
                long won = both.invokeAll(List.<Callable<Slip>>of(this::handed, this::handed)).stream()
                        .filter(SlipsHouseTest::succeeded)
                        .count();
                assertThat(won).isOne();
                assertThat(slips.ofCase(number, CLERK)).hasSize(1);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("移交错了、异议属实的，窗口写明原因收回；收回的没有人欠下一步，材料可以再移交；部门接收了的收不回")
    void takenBack() {
        Slip wrong = handed();
        assertThatThrownBy(() -> slips.takeBack(wrong.id(), " ", CLERK)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> slips.takeBack(wrong.id(), "交错了", RECEIVER)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> slips.takeBack(wrong.id(), "交错了", OTHER_WINDOW))
                .isInstanceOf(Problem.NotFound.class);
        Slip taken = slips.takeBack(wrong.id(), "交错了", CLERK);
        assertThat(taken.state()).isEqualTo(Slip.State.TAKEN_BACK);
        assertThat(slips.takeBack(wrong.id(), "交错了", CLERK)).isEqualTo(taken);
        assertThat(owed()).isEmpty();
        assertThat(open(RECEIVER)).doesNotContain(taken);
        assertThatThrownBy(() -> slips.answer(wrong.id(), null, RECEIVER))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("窗口已收回");

        Slip objected = handed();
        slips.answer(objected.id(), "没有这份材料", RECEIVER);
        slips.takeBack(objected.id(), "异议属实", CENTRE);
        assertThat(owed()).isEmpty();
        assertThat(open(CLERK)).extracting(Slip::number).doesNotContain(number);

        Slip kept = handed();
        slips.answer(kept.id(), null, RECEIVER);
        assertThatThrownBy(() -> slips.takeBack(kept.id(), "交错了", CLERK)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("先列轮到自己办的，再列在途的；中心看得到各窗口在途的；办件结束的不再列出，没有人欠下一步")
    void mineFirst() throws Exception {
        handed();
        number = startups.accept();
        Slip objected = handed();
        slips.answer(objected.id(), "少一份", RECEIVER);
        List<Slip> open = open(CLERK);
        assertThat(open)
                .isSortedAccordingTo(Comparator.comparing((Slip slip) -> slip.waitsForDepartment())
                        .thenComparing(Slip::id));
        assertThat(open).extracting(Slip::id).contains(objected.id()).doesNotHaveDuplicates();
        assertThat(open(CENTRE)).extracting(Slip::id).contains(objected.id());
        assertThatThrownBy(() -> slips.underWay("x", 2, CLERK)).isInstanceOf(Problem.InvalidInput.class);
        assertThat(owed()).containsExactly(NextMove.Party.HANDER);
        mvc.perform(get("/cases/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("class=\"first\"><a href=\"/slips\">")))
                .andExpect(content().string(containsString("处理异议")));
        mvc.perform(get("/slips/" + objected.id()).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("href=\"/cases/" + number + "\"")));

        approval.withdraw(number, "不办了。", CLERK, null);
        assertThat(owed()).isEmpty();
        assertThat(open(CLERK)).extracting(Slip::number).doesNotContain(number);
    }
}
