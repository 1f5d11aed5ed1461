package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Recommendation;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("审批页面")
class ApprovalPagesTest extends HouseTest {

    private static final String REGISTRATION = "企业设立登记(有限责任公司)";
    private static final Actor REVIEWER = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
    private static final Actor DECIDER = SignedInAs.actor("scjg-decider", "scjg", null, Role.DECIDER);
    private static final Actor ELSEWHERE = SignedInAs.actor("zjj-reviewer", "zjj", null, Role.REVIEWER);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Approval approval;

    @Autowired
    private Cases cases;

    private String number = "";
    private String page = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        page = "/matters/" + number + "/" + startups.item(REGISTRATION);
    }

    @Test
    @DisplayName("收件箱列出本部门待办，点开事项看到表格（金额带单位，日期写成年月日）、材料和能办的动作")
    void inboxToMatter() throws Exception {
        mvc.perform(as(REVIEWER, get("/inbox").param("step", "REVIEW").param("due", "SOON")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(REGISTRATION)))
                .andExpect(content().string(containsString("期限")));
        mvc.perform(as(REVIEWER, get(page)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("审查意见")))
                .andExpect(content().string(containsString("建议准予")))
                .andExpect(content().string(containsString("已验纸质件")))
                .andExpect(content().string(containsString("张示例")))
                .andExpect(content().string(containsString("100.00万元")))
                .andExpect(content().string(containsString("<td>2029年12月31日</td>")))
                .andExpect(content().string(not(containsString("提交决定"))));
        mvc.perform(as(DECIDER, get(page))).andExpect(content().string(containsString("现在由市市场监管局有“审查”权限的人员办理")));
    }

    @Test
    @DisplayName("漏填时错误在原处，已填的还在；填齐后办成，回到收件箱并说明")
    void actsWithErrorsInPlace() throws Exception {
        String key = UUID.randomUUID().toString();
        mvc.perform(as(
                        REVIEWER,
                        post(page)
                                .param("act", "REVIEW")
                                .param("opinion", "材料齐全")
                                .param("key", key)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择审查结论")))
                .andExpect(content().string(containsString("#f-recommendation")))
                .andExpect(content().string(containsString("材料齐全</textarea>")));
        mvc.perform(as(
                        REVIEWER,
                        post(page)
                                .param("act", "REVIEW")
                                .param("recommendation", "GRANT")
                                .param("opinion", "材料齐全")
                                .param("key", key)))
                .andExpect(redirectedUrl("/inbox"))
                .andExpect(flash().attributeExists("notice"));
        mvc.perform(as(DECIDER, get(page)))
                .andExpect(content().string(containsString("提交决定")))
                .andExpect(content().string(containsString("出具不予决定书；行政许可法 第三十八条第二款；等它结果的「公章刻制备案」、「")));
    }

    @Test
    @DisplayName("别人已经办过时，在原页说明谁在何时办了什么")
    void conflictToldInPlace() throws Exception {
        approval.review(number, item(), Recommendation.GRANT, "齐全", REVIEWER, null);
        mvc.perform(as(
                        REVIEWER,
                        post(page)
                                .param("act", "REVIEW")
                                .param("recommendation", "GRANT")
                                .param("opinion", "齐全")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("scjg-reviewer已于10:00办理了“提出审查意见”")))
                .andExpect(content().string(containsString("办理记录")));
    }

    @Test
    @DisplayName("准予后说明接着开始办理的事项")
    void grantTellsWhatOpens() throws Exception {
        approval.review(number, item(), Recommendation.GRANT, "齐全", REVIEWER, null);
        var notice = mvc.perform(as(
                        DECIDER,
                        post(page)
                                .param("act", "GRANT")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getFlashMap()
                .get("notice");
        assertThat(String.valueOf(notice)).contains("公章刻制备案", "开始办理");
    }

    @Test
    @DisplayName("同一办件的其他部门、中心、审计和出件的人只看进展，看不到申请人填交的内容")
    void whatWasHandedInIsForTheDecidingDepartment() throws Exception {
        String own = page.substring(page.lastIndexOf('/') + 1);
        String other = cases.file(number, MANAGER).matters().stream()
                .map(Matter::department)
                .filter(department -> !department.equals("scjg"))
                .findFirst()
                .orElseThrow();
        for (Actor reader : List.of(
                SignedInAs.actor("other-reviewer", other, null, Role.REVIEWER),
                SignedInAs.actor("issuer", "zwfw", "ck", Role.ISSUING_CLERK),
                SignedInAs.actor("auditor", "zwfw", null, Role.AUDITOR),
                SignedInAs.actor("lead", "scjg", null, Role.LEAD_DEPARTMENT),
                MANAGER)) {
            mvc.perform(as(reader, get(page)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("张*例")))
                    .andExpect(content().string(not(containsString("张示例"))))
                    .andExpect(content().string(not(containsString("申请表（本事项需要的部分）"))))
                    .andExpect(content().string(containsString("只有办理本事项的部门可以查看")));
            assertThatThrownBy(() -> cases.dossier(number, own, reader)).isInstanceOf(Problem.NotFound.class);
        }
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(containsString("张示例")));
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'matter.read' and object = :number")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("其他部门的人和没有角色的人看不到事项，不属于这个事项的文件也打不开")
    void hidden() throws Exception {
        mvc.perform(as(ELSEWHERE, get(page))).andExpect(status().isNotFound());
        mvc.perform(as(ELSEWHERE, get("/cases/" + number))).andExpect(status().isNotFound());
        mvc.perform(as(CLERK, get("/inbox"))).andExpect(status().isForbidden());
        mvc.perform(as(REVIEWER, get(page + "/files/" + UUID.randomUUID()))).andExpect(status().isNotFound());
        mvc.perform(get(page)).andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("办件页给有关的人看进度；总览给牵头部门和中心")
    void caseAndOverview() throws Exception {
        mvc.perform(as(CLERK, get("/cases/" + number)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("等待「" + REGISTRATION + "」准予后开始办理")))
                .andExpect(content().string(containsString("首问责任")))
                .andExpect(content().string(containsString("受理岗（企业开办综合受理窗口）")))
                .andExpect(content().string(containsString("市市场监管局 审批人员（审查）")))
                .andExpect(content().string(containsString("申请人撤回")));
        mvc.perform(as(REVIEWER, get(page)))
                .andExpect(content().string(containsString("首办责任")))
                .andExpect(content().string(containsString("部门实质审查：是否符合法定条件、标准")));
        mvc.perform(as(MANAGER, post("/cases/search").param("text", number.replace("-", ""))))
                .andExpect(redirectedUrl("/cases/" + number));
        mvc.perform(as(MANAGER, get("/cases/" + number))).andExpect(content().string(not(containsString("撤回的原因"))));
        mvc.perform(as(MANAGER, get("/overview").param("overdue", "true")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(matchesRegex("(?s).*href=\"/overview\"[^>]*>在办\\s*<span class=\"count\">\\d+\\+?<.*")));
        LocalDateTime due = cases.file(number, CLERK).file().promisedDue();
        // Whatever other tests left that is due before.
        mvc.perform(as(MANAGER, get("/overview").param("after", due.minusSeconds(1) + "~")))
                .andExpect(content().string(containsString("企业开办一件事")));
        mvc.perform(as(REVIEWER, get("/overview"))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("窗口替申请人撤回，办件页说明结果；写得太长的在原处说明，写的还在")
    void withdraws() throws Exception {
        String[] items =
                cases.file(number, CLERK).matters().stream().map(Matter::item).toArray(String[]::new);
        String tooLong = "不办了。".repeat(1000);
        mvc.perform(withdrawing(tooLong, items))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("#f-withdraw-reason")))
                .andExpect(content().string(containsString(tooLong + "</textarea>")));
        mvc.perform(withdrawing("不办了"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("#f-items")));
        assertThat(cases.file(number, CLERK).file().isClosed()).isFalse();
        mvc.perform(withdrawing("不办了", items)).andExpect(redirectedUrl("/cases/" + number));
        mvc.perform(as(CLERK, get("/cases/" + number))).andExpect(content().string(containsString("已办结")));
    }

    private MockHttpServletRequestBuilder withdrawing(String reason, String... items) {
        return as(CLERK, post("/cases/" + number + "/withdrawal"))
                .param("items", items)
                .param("reason", reason)
                .param("key", UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("公众凭编号和查询码查进度，两种语言；不对时在原处说明，不泄露姓名")
    void tracks() throws Exception {
        String code = intake.dossier(number, CLERK).application().queryCode();
        mvc.perform(track(code))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("各部门进度")))
                .andExpect(content().string(containsString("民法典第二百零一条")))
                .andExpect(content().string(not(containsString("受理岗"))))
                .andExpect(content().string(not(containsString("张示例"))));
        mvc.perform(track(code).param("lang", "en"))
                .andExpect(content().string(containsString("Department by department")))
                .andExpect(content().string(containsString("The clock starts on")))
                .andExpect(content().string(containsString("<p>Company registration (limited liability company)")))
                .andExpect(content().string(not(containsString("民法典"))));
        mvc.perform(track("WRONG").param("lang", "en"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("No such case was found")))
                .andExpect(content().string(not(containsString("没有查到办件"))));
        mvc.perform(track("WRONG"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有查到办件")))
                .andExpect(content().string(not(containsString("各部门进度"))));
    }

    @Test
    @DisplayName("容缺受理的办件告诉申请人还要补交什么、到哪天前；补齐了就不再说")
    void tracksWhatIsOwed() throws Exception {
        number = startups.acceptDeferred();
        String code = intake.dossier(number, CLERK).application().queryCode();
        mvc.perform(track(code)).andExpect(content().string(containsString("还需补交")));

        startups.supply(number);
        mvc.perform(track(code)).andExpect(status().isOk()).andExpect(content().string(not(containsString("还需补交"))));
    }

    private MockHttpServletRequestBuilder track(String code) {
        return post("/track").param("number", number).param("code", code).with(csrf());
    }

    private String item() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.of(actor)).with(csrf());
    }
}
