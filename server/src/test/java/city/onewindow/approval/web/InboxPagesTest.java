package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("待办：领取和批量办理的页面")
class InboxPagesTest extends HouseTest {

    private static final Actor REVIEWER = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
    private static final Actor DECIDER = SignedInAs.actor("scjg-decider", "scjg", null, Role.DECIDER);
    private static final Actor CERTIFIER = SignedInAs.actor("scjg-certifier", "scjg", null, Role.CERTIFIER);

    @Autowired
    private Approval approval;

    private String number = "";
    private String item = "";
    private String page = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        item = startups.item("企业设立登记(有限责任公司)");
        page = "/matters/" + number + "/" + item;
    }

    @Test
    @DisplayName("领取后同事的页面上没有表单，只能改由自己办；改由自己办之后原来的人看到是谁在办")
    void takenAndTakenOver() throws Exception {
        Actor colleague = SignedInAs.actor("scjg-colleague", "scjg", null, Role.REVIEWER);
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(containsString("还没有人领取")));
        mvc.perform(as(REVIEWER, post(page + "/holder"))).andExpect(redirectedUrl(page));
        mvc.perform(as(REVIEWER, get("/inbox").param("mine", "true")))
                .andExpect(content().string(containsString(number)));
        mvc.perform(as(colleague, get(page)))
                .andExpect(content().string(containsString("已由scjg-reviewer领取办理")))
                .andExpect(content().string(containsString("改由我办")))
                .andExpect(content().string(not(containsString("提交“提出审查意见”"))));
        mvc.perform(as(colleague, post(page + "/holder"))).andExpect(flash().attributeExists("notice"));
        mvc.perform(as(colleague, post(page + "/holder").param("from", "scjg-reviewer")))
                .andExpect(flash().attributeCount(0));
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(containsString("已由scjg-colleague领取办理")));
        mvc.perform(as(colleague, post(page + "/holder").param("back", "true"))).andExpect(redirectedUrl(page));
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(containsString("还没有人领取")));
    }

    @Test
    @DisplayName("已经决定的事项，页面上不再约联合踏勘；整件还有在办的，办件页上可以")
    void inspectionOfWhatIsOpen() throws Exception {
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(containsString("约联合踏勘")));
        approval.review(number, item, Recommendation.GRANT, "材料属实。", REVIEWER, null);
        approval.grant(number, item, "同意。", DECIDER, null);
        mvc.perform(as(REVIEWER, get(page))).andExpect(content().string(not(containsString("约联合踏勘"))));
        mvc.perform(as(REVIEWER, get("/cases/" + number))).andExpect(content().string(containsString("约联合踏勘")));
    }

    @Test
    @DisplayName("别的部门征求意见，被问的部门在待办事项里就看得到，答复以后不再有")
    void askedByAnother() throws Exception {
        Actor asked = SignedInAs.actor("gjaq-reviewer", "gjaq", null, Role.REVIEWER);
        mvc.perform(as(asked, get("/inbox"))).andExpect(content().string(not(containsString("待答复的征求意见"))));
        String until = LocalDate.now(clock).plusDays(2).toString();
        mvc.perform(as(REVIEWER, post(page + "/consultations"))
                .param("department", "gjaq")
                .param("question", "是否涉及国家安全事项？")
                .param("until", until)
                .param("key", UUID.randomUUID().toString()));
        mvc.perform(as(asked, get("/inbox")))
                .andExpect(content().string(containsString("待答复的征求意见")))
                .andExpect(content().string(containsString("这里没有待办事项，还有别的要办")));
        mvc.perform(
                as(asked, post("/consultations/" + number + "/" + item + "/1")).param("opinion", "AGREE"));
        mvc.perform(as(asked, get("/inbox"))).andExpect(content().string(not(containsString("待答复的征求意见"))));
    }

    @Test
    @DisplayName("地址里没有这个环节：办件查找和待办一样答 400，说出可以写的")
    void unknownStep() throws Exception {
        for (String list : new String[] {"/cases", "/inbox"}) {
            mvc.perform(as(REVIEWER, get(list).param("step", "XYZ").accept(MediaType.TEXT_HTML)))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("step")))
                    .andExpect(content().string(containsString("REVIEW")));
        }
        mvc.perform(as(REVIEWER, get("/cases").param("step", ""))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("勾了不同事项的，回到原来筛选的那一页，勾还在")
    void ticksAreKept() throws Exception {
        Actor both = SignedInAs.actor("scjg-both", "scjg", null, Role.REVIEWER, Role.DECIDER);
        approval.review(number, item, Recommendation.GRANT, "材料齐全。", REVIEWER, null);
        String second = startups.accept();
        List<String> ticked = List.of(number + "~" + item, second + "~" + item);
        mvc.perform(as(both, post("/matters/" + second + "/" + item + "/holder")));
        Cookie session = Objects.requireNonNull(mvc.perform(as(
                        both,
                        get("/inbox/together")
                                .param("matter", ticked.toArray(String[]::new))
                                .param("mine", "true")
                                .param("due", "SOON")))
                .andExpect(redirectedUrl("/inbox?due=SOON&mine=true"))
                .andReturn()
                .getResponse()
                .getCookie("onewindow"));
        mvc.perform(get("/inbox?due=SOON&mine=true").cookie(session).with(SignedInAs.of(both)))
                .andExpect(content().string(matchesRegex("(?s).*value=\"" + second + "~" + item + "\" checked.*")));
    }

    @Test
    @DisplayName("在待办里勾选同一事项的几件一起办；选了不同事项或一件没选，回到待办并说明")
    void togetherFromTheInbox() throws Exception {
        String second = startups.accept();
        String[] both = {number + "~" + item, second + "~" + item};
        mvc.perform(as(REVIEWER, get("/inbox"))).andExpect(content().string(containsString("批量办理所选")));
        mvc.perform(as(REVIEWER, get("/inbox/together")))
                .andExpect(redirectedUrl("/inbox"))
                .andExpect(flash().attributeExists("notice"));
        mvc.perform(as(REVIEWER, get("/inbox/together").param("matter", both)))
                .andExpect(content().string(containsString("对勾选的各件提出审查意见")));
        mvc.perform(as(
                        REVIEWER,
                        post("/inbox/together")
                                .param("matter", both)
                                .param("act", "REVIEW")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请填写审查意见")));
        mvc.perform(as(
                        REVIEWER,
                        post("/inbox/together")
                                .param("matter", both)
                                .param("act", "REVIEW")
                                .param("opinion", "材料齐全。")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(content().string(containsString("已办理 2 件")));
        approval.grant(number, item, "", DECIDER, null);
        mvc.perform(as(DECIDER, get("/inbox/together").param("matter", both))).andExpect(redirectedUrl("/inbox"));
        mvc.perform(as(
                        DECIDER,
                        post("/inbox/together")
                                .param("matter", both)
                                .param("act", "GRANT")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(content().string(containsString("已办理 1 件，1 件没有办理")))
                .andExpect(content().string(containsString("办理了“准予”")))
                .andExpect(content().string(stringContainsInOrder(number, "没有办理", second, "已办理")));
        String other = startups.accept();
        String[] oneGone = {other + "~" + item, "410300-20200101-000001~" + item};
        mvc.perform(as(
                        REVIEWER,
                        post("/inbox/together")
                                .param("matter", oneGone)
                                .param("act", "REVIEW")
                                .param("opinion", "材料齐全。")
                                .param("key", UUID.randomUUID().toString())))
                .andExpect(content().string(containsString("已办理 1 件，1 件没有办理")));
        mvc.perform(as(CERTIFIER, get("/inbox/together").param("matter", both)))
                .andExpect(content().string(containsString("由部门编定")));
        MockHttpServletRequestBuilder certify = post("/inbox/together")
                .param("matter", both)
                .param("act", "CERTIFY")
                .param("key", UUID.randomUUID().toString())
                .param("certificate-" + number, "91410300MA0000000X");
        mvc.perform(as(CERTIFIER, certify))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"91410300MA0000000X\"")))
                .andExpect(content().string(containsString("请填写「营业执照")));
        mvc.perform(as(CERTIFIER, certify.param("certificate-" + second, "91410300MA0000001X")))
                .andExpect(content().string(containsString("已办理 2 件")));
    }

    @Test
    @DisplayName("可以一起办的：同类而且自己能办的；别人领取的、建议不予的、自己审查过的不在其中")
    void alike() throws Exception {
        Actor both = SignedInAs.actor("scjg-both", "scjg", null, Role.REVIEWER, Role.DECIDER);
        beforeAllThatIsOpen();
        String[] mine = {startups.accept(), startups.accept()};
        String held = startups.accept();
        mvc.perform(as(REVIEWER, post("/matters/" + held + "/" + item + "/holder")));
        String inReview = alike(both, "REVIEW", "");
        assertThat(inReview).contains(mine).doesNotContain(held);
        assertThat(alike(both, "REVIEW", "2026-06-01T09:00~1&2~x")).contains("&amp;after=2026-06-01T09%3A00~1%262~x");
        String toDeny = startups.accept();
        String own = startups.accept();
        for (String reviewed : mine) {
            approval.review(reviewed, item, Recommendation.GRANT, "材料齐全。", REVIEWER, null);
        }
        approval.review(toDeny, item, Recommendation.DENY, "名称重复。", REVIEWER, null);
        approval.review(own, item, Recommendation.GRANT, "材料齐全。", both, null);
        assertThat(alike(both, "DECIDE", "")).contains(mine).doesNotContain(toDeny, own);
        mvc.perform(as(
                        DECIDER,
                        get("/inbox/together")
                                .param("matter", mine[0] + "~" + item, toDeny + "~" + item)
                                .param("step", "DECIDE")))
                .andExpect(content().string(containsString("name=\"step\" value=\"DECIDE\"")))
                .andExpect(content().string(containsString("value=\"" + mine[0] + "~" + item + "\" checked")))
                .andExpect(content().string(not(containsString("value=\"" + toDeny + "~" + item + "\""))))
                .andExpect(content().string(containsString("单独办理")));
        mvc.perform(as(
                        DECIDER,
                        post("/inbox/together")
                                .param("act", "GRANT")
                                .param("key", UUID.randomUUID().toString())
                                .param("step", "DECIDE")))
                .andExpect(redirectedUrl("/inbox?step=DECIDE"));
    }

    /** The addresses of what goes together. */
    private String alike(Actor actor, String step, String after) throws Exception {
        String inbox = mvc.perform(as(actor, get("/inbox").param("step", step).param("after", after)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("href=\"(/inbox/together\\?[^\"]*)\"")
                .matcher(inbox)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.of(actor)).with(csrf());
    }
}
