package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.Act;
import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.AskedProcedure;
import city.onewindow.approval.Cases;
import city.onewindow.approval.ClockActs;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.SampleCases;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.approval.Step;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.TechnicalCheck;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026, at 10:00. */
@DisplayName("事项自己的法律：延长几天、按技术标准检验检测检疫")
class OwnLawTest extends ApprovalHouseTest {

    private static final Extension THREE = new Extension(3, "市场主体登记管理条例第十九条");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-10");

    private static final Actor REVIEWER = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private ClockActs acts;

    @Autowired
    private Cases door;

    private String accepted(String item, Extension extension, @Nullable TechnicalCheck check) {
        CaseItem plain = SampleCases.item(item, Chain.TWO);
        return cases.accept(List.of(with(plain, extension, check)));
    }

    @Test
    @DisplayName("法律另有规定的，最多延长那么多天，告知书写那部法律")
    void extendedByItsOwnLaw() throws IOException {
        String number = accepted("own1", THREE, null);
        assertThatThrownBy(() -> acts.askExtension(number, "own1", 4, "情形复杂。", SampleCases.reviewer("own1"), null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/days");
                            assertThat(fault.message()).contains("最多延长 3个工作日", THREE.ground());
                        }));
        acts.askExtension(number, "own1", 3, "情形复杂。", SampleCases.reviewer("own1"), null);
        acts.extend(number, "own1", "同意。", head("own1"), null);
        assertThat(paper(number)).contains("延长3个工作日（市场主体登记管理条例第十九条）");
    }

    @Test
    @DisplayName("市场主体登记最多延长三个工作日：表单上写明，多了不收；部门负责人答复时只说延期的事")
    void formOfARegistration() throws Exception {
        String page = "/matters/" + startups.accept() + "/" + startups.item("企业设立登记(有限责任公司)");
        mvc.perform(get(page).param("act", "ASK_EXTENSION").with(SignedInAs.of(REVIEWER)))
                .andExpect(content().string(containsString("max=\"3\"")))
                .andExpect(content().string(containsString("1 至 3，只能延长一次，由部门负责人批准（市场主体登记管理条例第十九条）。")));
        mvc.perform(post(page)
                        .param("act", "ASK_EXTENSION")
                        .param("days", "4")
                        .param("reason", "情形复杂")
                        .param("key", UUID.randomUUID().toString())
                        .with(SignedInAs.of(REVIEWER))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("最多延长 3个工作日（市场主体登记管理条例第十九条）")))
                .andExpect(content().string(containsString("情形复杂</textarea>")));
        mvc.perform(post(page)
                        .param("act", "ASK_EXTENSION")
                        .param("days", "3")
                        .param("reason", "情形复杂")
                        .param("key", UUID.randomUUID().toString())
                        .with(SignedInAs.of(REVIEWER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox"));
        mvc.perform(get(page).with(SignedInAs.of(SignedInAs.actor("scjg-head", "scjg", null, Role.HEAD))))
                .andExpect(content().string(containsString("告诉申请延长的人为什么不批准")))
                .andExpect(content().string(not(containsString("写入不予决定书"))));
    }

    @Test
    @DisplayName("法律许可更久的，可以超过十天；没有另行规定的，依行政许可法最多十天")
    void longerThanUsual() throws IOException {
        String longer = accepted("own2", new Extension(40, "企业投资项目核准和备案管理条例第十条"), null);
        acts.askExtension(longer, "own2", 40, "需要征求意见。", SampleCases.reviewer("own2"), null);
        acts.extend(longer, "own2", "同意。", head("own2"), null);
        assertThat(paper(longer)).contains("延长40个工作日（企业投资项目核准和备案管理条例第十条）");

        String usual = accepted("own3", Extension.USUAL, null);
        assertThat(pointers(() -> acts.askExtension(usual, "own3", 11, "复杂。", SampleCases.reviewer("own3"), null)))
                .containsExactly("/days");
        acts.askExtension(usual, "own3", 10, "复杂。", SampleCases.reviewer("own3"), null);
        acts.extend(usual, "own3", "同意。", head("own3"), null);
        assertThat(paper(usual)).contains("延长10个工作日（行政许可法第四十二条第一款）");
    }

    @Test
    @DisplayName("特别程序要写承担机构，告知书写明由谁承担")
    void carriedOutBy() throws Exception {
        String number = accepted("own4", Extension.USUAL, null);
        assertThat(asked(number, "own4")).containsExactly("kind", "body", "reason", "expectedEnd");
        assertThat(pointers(() -> suspend(number, "own4", " ", ""))).containsExactly("/body");
        suspend(number, "own4", "市疾病预防控制中心", "");
        assertThat(paper(number)).contains("承担机构市疾病预防控制中心");
        reads(number, "own4", containsString("由市疾病预防控制中心承担"));
    }

    @Test
    @DisplayName("按技术标准检测的，受理后五个工作日内要指派两名以上工作人员；指派了就不再欠")
    void twoAreSent() throws Exception {
        String number = accepted("own5", Extension.USUAL, TechnicalCheck.TESTING);
        reads(
                number,
                "own5",
                allOf(
                        containsString("审批人员（审查） 指派两名以上工作人员检测，自 2026年11月4日"),
                        containsString("应于 2026年11月11日 前指派两名以上工作人员检测（行政许可法第五十五条）")));
        clock.forward(Duration.ofDays(8));
        reads(number, "own5", containsString("（行政许可法第五十五条），已超期"));
        assertThat(asked(number, "own5")).containsExactly("kind", "body", "staff", "reason", "expectedEnd");
        assertThat(pointers(() -> suspend(number, "own5", "市检测中心", "张三"))).containsExactly("/staff");
        suspend(number, "own5", "市检测中心", "张三、李四");
        assertThat(paper(number)).contains("承担机构市检测中心，工作人员：张三、李四");
        reads(number, "own5", not(containsString("指派两名以上工作人员检测")));
    }

    @Test
    @DisplayName("当场检测、已经审查的，退回审查以后不再欠指派")
    void notOwedAfterReturn() throws Exception {
        String number = accepted("own6", Extension.USUAL, TechnicalCheck.TESTING);
        approval.review(number, "own6", Recommendation.GRANT, "当场检测合格。", SampleCases.reviewer("own6"), null);
        approval.sendBack(number, "own6", Act.RETURN, "请补充说明。", SampleCases.decider("own6"), null);
        reads(number, "own6", not(containsString("指派两名以上工作人员检测")));
    }

    private void suspend(String number, String item, String body, String staff) {
        LocalDate end = LocalDate.now(clock).isAfter(TUESDAY) ? TUESDAY.plusDays(7) : TUESDAY;
        acts.suspend(
                number,
                item,
                new AskedProcedure(SpecialProcedure.Kind.TESTING, "需要检测。", body, staff, end),
                SampleCases.reviewer(item),
                null);
    }

    private static List<String> pointers(ThrowingCallable act) {
        return catchThrowableOfType(Problem.InvalidInput.class, act).faults().stream()
                .map(Fault::pointer)
                .toList();
    }

    private static Actor head(String item) {
        return new Actor("head-" + item, "周局长", Set.of(Role.HEAD), "dep-" + item, null);
    }

    private String paper(String number) throws IOException {
        String code = documents.bySubject(number).get(0).verifyCode();
        return PaperText.of(documents.read(code, Format.PDF, "test")).replaceAll("\\s", "");
    }

    private static CaseItem with(CaseItem plain, Extension extension, @Nullable TechnicalCheck check) {
        Item item = plain.item();
        return new CaseItem(
                new Item(
                        item.code(),
                        item.name(),
                        item.department(),
                        item.homeWindow(),
                        item.terms(),
                        item.definedBy(),
                        item.materials(),
                        item.fields(),
                        item.confidence(),
                        SampleCases.with(item.particulars().chain(), extension, check),
                        item.situations()),
                plain.terms(),
                plain.after(),
                plain.materials());
    }

    /** What the form of a special procedure asks for. */
    private List<String> asked(String number, String item) {
        List<Procedure.Edge> edges = Procedure.from(Step.REVIEW).stream()
                .filter(edge -> edge.act() == Act.SUSPEND)
                .toList();
        Matter matter = door.matter(number, item, MANAGER).matter();
        ActForm form =
                ActForm.of(edges, matter, List.of(), TypedAct.blank(Act.SUSPEND), List.of(), LocalDateTime.now(clock));
        return Objects.requireNonNull(form).fields().stream()
                .map(field -> field.facts().name())
                .toList();
    }

    private void reads(String number, String item, Matcher<String> page) throws Exception {
        mvc.perform(get("/matters/" + number + "/" + item).with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(page));
    }
}
