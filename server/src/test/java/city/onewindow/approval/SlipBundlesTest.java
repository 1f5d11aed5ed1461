package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.Print;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("成批移交：一天里受理的几件，一次移交给一个部门")
class SlipBundlesTest extends SlipsHouseTest {

    @Autowired
    SlipBundles bundles;

    @Autowired
    Clock clock;

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private List<SlipBundles.Handable> ofToday(String department) {
        LocalDate today = LocalDate.now(clock);
        List<SlipBundles.Handable> all = new ArrayList<>();
        String after = null;
        do {
            Slice<SlipBundles.Handable> page = bundles.handable(today, department, after, 3, CLERK);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<Slip> made(List<SlipBundles.Done> done) {
        return done.stream()
                .map(SlipBundles.Done::slip)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    @DisplayName("列出当天在办的办件和在窗口的材料；一次移交每件一张，同一次提交只出一批，移交了的不再列")
    void handedTogether() {
        String second = startups.accept();
        String over = startups.accept();
        approval.withdraw(over, "不办了。", CLERK, null);
        assertThat(bundles.departments(LocalDate.now(clock), CLERK))
                .extracting(SlipBundles.Waiting::department)
                .contains(SCJG);
        assertThat(bundles.departments(LocalDate.now(clock).minusDays(4000), CLERK))
                .isEmpty();
        assertThat(ofToday(SCJG))
                .filteredOn(one -> !one.lines().isEmpty())
                .extracting(SlipBundles.Handable::number)
                .contains(number, second)
                .doesNotContain(over)
                .doesNotHaveDuplicates();
        assertThat(ofToday(SCJG))
                .filteredOn(one -> one.number().equals(number))
                .allSatisfy(one -> assertThat(one.applicant()).contains("*"));

        IdempotencyKey key = key();
        List<Slip> slips = made(bundles.hand(SCJG, List.of(number, second), CLERK, key));
        assertThat(slips).extracting(Slip::number).containsExactly(number, second);
        assertThat(slips.get(0).bundle()).isNotNull().isEqualTo(slips.get(1).bundle());
        assertThat(slips.get(0).lines()).extracting(Slip.Line::key).containsExactlyElementsOf(keys());
        assertThat(made(bundles.hand(SCJG, List.of(number, second), CLERK, key)))
                .isEqualTo(slips);
        assertThat(ofToday(SCJG))
                .filteredOn(one -> one.number().equals(number) || one.number().equals(second))
                .allMatch(one -> one.lines().isEmpty());
        String other = this.slips.paper(number, CLERK).get(1).department();
        assertThat(bundles.hand(other, List.of(number), CLERK, key).get(0).refused())
                .contains("已用于");
        assertThat(bundles.hand(SCJG, List.of(second), CLERK, key()))
                .singleElement()
                .satisfies(one -> assertThat(one.refused()).contains("已经移交"));
    }

    @Test
    @DisplayName("一起确认，有异议的单独提：各件互不影响；已有同事答复的写明是谁")
    void received() {
        String second = startups.accept();
        String third = startups.accept();
        List<Slip> all = made(bundles.hand(SCJG, List.of(number, second, third), CLERK, key()));
        String bundle = String.valueOf(all.get(0).bundle());
        slips.answer(all.get(1).id(), "少一份", COLLEAGUE);
        List<SlipBundles.Done> done =
                bundles.receive(bundle, all.stream().map(Slip::id).toList(), RECEIVER);
        assertThat(done).extracting(one -> one.refused().isEmpty()).containsExactly(true, false, true);
        assertThat(done.get(1).refused()).contains("有异议");
        assertThat(bundles.one(bundle, CLERK))
                .extracting(Slip::state)
                .containsExactly(Slip.State.RECEIVED, Slip.State.OBJECTED, Slip.State.RECEIVED);
        assertThat(owed()).isEmpty();
        number = second;
        assertThat(owed()).containsExactly(NextMove.Party.HANDER);
    }

    @Test
    @DisplayName("只有窗口、部门和中心看得到；窗口不能代为确认；别批的单子、一件也没有勾选的不收")
    void whose() {
        List<Slip> all = made(bundles.hand(SCJG, List.of(number), CLERK, key()));
        String bundle = String.valueOf(all.get(0).bundle());
        List<Long> ids = List.of(all.get(0).id());
        assertThatThrownBy(() -> bundles.one(bundle, STRANGER)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> bundles.receive(bundle, ids, STRANGER)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> bundles.one(bundle, OTHER_WINDOW)).isInstanceOf(Problem.NotFound.class);
        assertThat(bundles.one(bundle, CENTRE)).hasSize(1);
        assertThat(bundles.receive(bundle, ids, CLERK).get(0).refused()).contains("接收的一方");
        number = startups.accept();
        long other = handed().id();
        assertThatThrownBy(() -> bundles.receive(bundle, List.of(other), RECEIVER))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> bundles.receive(bundle, List.of(), RECEIVER)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> bundles.hand(SCJG, List.of(), CLERK, key())).isInstanceOf(Problem.InvalidInput.class);
        assertThat(bundles.hand(SCJG, List.of(number), OTHER_WINDOW, key())
                        .get(0)
                        .refused())
                .contains("没有受理过");
        assertThatThrownBy(() -> bundles.departments(LocalDate.now(clock), RECEIVER))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("一批打印成一份：每份材料一行，按办件分，写明各张的编号和接收情况")
    void printed() throws Exception {
        String second = startups.accept();
        List<Slip> all = made(bundles.hand(SCJG, List.of(number, second), CLERK, key()));
        String bundle = String.valueOf(all.get(0).bundle());
        slips.answer(all.get(1).id(), "少一份", RECEIVER);
        assertThat(PaperText.of(new Print(papers.print(bundle, bundles.one(bundle, CLERK)), "")))
                .contains("物料流转单", number, second, "市市场监管局")
                .contains("流转单" + all.get(0).id(), "流转单" + all.get(1).id())
                .contains("等部门接收", "异议：少一份");
    }

    @Test
    @DisplayName("部门写错了，说明是哪个部门：没有这个部门的整批不收，办件里没有它的事项的逐件说明；移送以后重发的照第一次回答")
    void wrongDepartment(@Autowired Transfers transfers) {
        assertThatThrownBy(() -> bundles.hand("nosuch", List.of(number), CLERK, key()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/department");
                            assertThat(fault.message()).contains("nosuch");
                        }));
        assertThat(bundles.hand("zjj", List.of(number), CLERK, key()))
                .singleElement()
                .satisfies(one -> assertThat(one.refused())
                        .contains(catalogs.current().content().departmentName("zjj"), "没有由"));

        IdempotencyKey key = key();
        List<SlipBundles.Done> first = bundles.hand(SCJG, List.of(number), CLERK, key);
        String item = startups.item("企业设立登记(有限责任公司)");
        transfers.handOver(number, item, "zjj", "职能已划转。", COLLEAGUE, null);
        transfers.takeOn(number, item, SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER), null);
        assertThat(bundles.hand(SCJG, List.of(number), CLERK, key)).isEqualTo(first);
    }
}
