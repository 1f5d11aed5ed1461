package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("查办件")
class CaseFinderTest extends ApprovalHouseTest {

    private static final Actor MANAGER = new Actor("manager", "中心", Set.of(Role.MANAGER), "zwfw", null);

    @Autowired
    private CaseFinder finder;

    @Test
    @DisplayName("按姓名全称查到，全角半角、空格、大小写都算同一个；只写一半查不到")
    void byName() {
        String number = cases.acceptOf(organisation("洛阳Find One(中国)有限公司"), "find1");
        assertThat(found(named(" 洛阳find  one（中国）有限公司"), MANAGER)).containsExactly(number);
        assertThat(found(named("洛阳Find One"), MANAGER)).isEmpty();
    }

    @Test
    @DisplayName("各人只查到自己看得到的：中心、出件窗口全部，部门、窗口、牵头部门各自的")
    void eachHisOwn() {
        String name = "洛阳查己有限公司";
        String one = cases.acceptOf(organisation(name), "find2");
        String other = cases.acceptOf(organisation(name), "find3");
        assertThat(found(named(name), MANAGER)).containsExactly(other, one);
        assertThat(found(named(name), ISSUER)).containsExactly(other, one);
        assertThat(found(named(name), CLERK)).containsExactly(other, one);
        assertThat(found(named(name), reviewer("find2"))).containsExactly(one);
        assertThat(found(named(name), clerkAt("another-window"))).isEmpty();
        assertThat(found(named(name), lead("scjg"))).containsExactly(other, one);
        assertThat(found(named(name), lead("zwfw"))).isEmpty();
        assertThat(found(CaseSearch.NEWEST, reviewer("find3"))).containsExactly(other);
        assertThat(found(CaseSearch.NEWEST, clerkAt("another-window"))).isEmpty();
        assertThat(found(CaseSearch.NEWEST, lead("zwfw"))).isEmpty();
        assertThat(found(CaseSearch.NEWEST, CLERK)).startsWith(other, one);
        assertThat(found(CaseSearch.NEWEST, new Actor("admin", "管理员", Set.of(Role.ADMINISTRATOR), "zwfw", null)))
                .isEmpty();
    }

    @Test
    @DisplayName("部门按环节查自己的，中心按部门和环节查；同一办件有两个事项在那里也只列一次，逐页读完不重不漏")
    void byDepartmentAndStep() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(0, cases.accept("find4", "last<find4"));
        }
        review(numbers.get(0), "find4");
        assertThat(found(new CaseSearch(null, null, Step.DECIDE), reviewer("find4")))
                .containsExactly(numbers.get(0));
        assertThat(found(new CaseSearch(null, "dep-find4", Step.REVIEW), MANAGER))
                .containsExactlyElementsOf(numbers.subList(1, 5));
        assertThat(found(new CaseSearch(null, "dep-find4", null), MANAGER)).containsExactlyElementsOf(numbers);
        deny(numbers.get(4), "find4");
        assertThat(found(new CaseSearch(null, "dep-find4", Step.DELIVER), MANAGER))
                .containsExactly(numbers.get(4));
    }

    @Test
    @DisplayName("同一办件在本部门有几个环节不同的事项，审批人员的列表里也只列一次")
    void onceThoughAtTwoSteps() {
        String number = cases.accept("find5", "find6");
        jdbc.sql("update approval.matter set department = 'dep-find5' where number = :number")
                .param("number", number)
                .update();
        review(number, "find5");
        assertThat(found(CaseSearch.NEWEST, reviewer("find5"))).containsExactly(number);
    }

    @Test
    @DisplayName("选环节要先选部门；不是中心的人按别的部门查，要同时写姓名")
    void whatDoesNotGo() {
        assertThatThrownBy(() -> found(new CaseSearch(null, null, Step.REVIEW), MANAGER))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults().get(0).pointer()).isEqualTo("/step"));
        assertThatThrownBy(() -> found(new CaseSearch(null, "dep-find4", null), CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults().get(0).pointer()).isEqualTo("/department"));
        assertThatThrownBy(() -> found(new CaseSearch(" ", "dep-find4", null), CLERK))
                .as("a blank name is none")
                .isInstanceOf(Problem.InvalidInput.class);
        assertThat(found(new CaseSearch("没有此人", "dep-find4", Step.REVIEW), CLERK))
                .isEmpty();
    }

    @Test
    @DisplayName("按姓名查找记入审计，不记姓名")
    void audited() {
        long before = searches();
        found(named("洛阳审计有限公司"), MANAGER);
        found(CaseSearch.NEWEST, MANAGER);
        assertThat(searches()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select count(*) from audit.entry e where e::text like '%洛阳审计%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long searches() {
        return jdbc.sql("select count(*) from audit.entry where act = 'case.search'")
                .query(Long.class)
                .single();
    }

    /** All pages, two a page. */
    private List<String> found(CaseSearch search, Actor actor) {
        List<String> numbers = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<CaseRow> page = finder.find(search, after, 2, actor);
            page.items().forEach(row -> numbers.add(row.file().number()));
            after = page.next();
        } while (after != null);
        return numbers;
    }

    private static CaseSearch named(String name) {
        return new CaseSearch(name, null, null);
    }

    private static Actor lead(String department) {
        return new Actor("lead", "牵头", Set.of(Role.LEAD_DEPARTMENT), department, null);
    }

    private static Actor clerkAt(String window) {
        return new Actor("c", "受理岗", Set.of(Role.CLERK), "zwfw", window);
    }

    private static Applicant organisation(String name) {
        return new Applicant(Applicant.Kind.ORGANISATION, name, IdType.USCC, "91410300MA000001XX", "13800000000", null);
    }
}
