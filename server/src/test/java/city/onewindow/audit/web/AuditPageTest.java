package city.onewindow.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("审计日志页面")
class AuditPageTest extends HouseTest {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    Audit audit;

    private final String who = "p-" + UUID.randomUUID();

    @Test
    @DisplayName("按条件查，条件留在表单里，尖括号原样显示")
    void filters() throws Exception {
        audit.record(who, "case.accept", "410300-1", "<b>x</b>");
        audit.record(who, "sign-in", "410300-2", "");
        mvc.perform(audit("/audit")
                        .param("who", " " + who + " ")
                        .param("act", "case")
                        .param("from", "2026-11-04"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-11-04 10:00:00")))
                .andExpect(content().string(containsString("&lt;b&gt;x&lt;/b&gt;")))
                .andExpect(content().string(containsString("value=\"case\"")))
                .andExpect(content().string(not(containsString("410300-2"))));
        mvc.perform(audit("/audit").param("who", who).param("until", "2026-11-03"))
                .andExpect(content().string(containsString("没有符合条件的记录")));
    }

    @Test
    @DisplayName("行为按页面上的名称查，不用知道代码")
    void byTheNameOfAnAct() throws Exception {
        audit.record(who, "application.accept", "410300-3", "");
        audit.record(who, "application.refuse", "410300-4", "");
        mvc.perform(audit("/audit").param("who", who).param("act", " 受理 "))
                .andExpect(content().string(containsString("<option value=\"不予受理\">")))
                .andExpect(content().string(containsString("410300-3")))
                .andExpect(content().string(not(containsString("410300-4"))));
    }

    @Test
    @DisplayName("代码旁边写名称：谁、哪个事项、哪样材料怎么收的；不认识的原样显示")
    void namesOfCodes() throws Exception {
        audit.record("clerk", "matter.grant", "qysldj", "csyxzmqf");
        audit.record(who, "application.check", "410300-5", "PHOTO SEEN");
        audit.record(who, "worked-there.set", "qysldj", "nobody-knows");
        mvc.perform(audit("/audit").param("who", "clerk").param("object", "qysldj"))
                .andExpect(content().string(containsString("综合受理")))
                .andExpect(content().string(containsString("企业设立登记")))
                .andExpect(content().string(containsString("出生医学证明签发")))
                .andExpect(content().string(containsString("csyxzmqf")));
        mvc.perform(audit("/audit").param("who", who))
                .andExpect(content().string(containsString("已验纸质件")))
                .andExpect(content().string(containsString("PHOTO SEEN")))
                .andExpect(content().string(containsString("nobody-knows")));
    }

    @Test
    @DisplayName("英文的说明也写成中文：从哪里登录、第几版、怎么导入的、改成什么角色；原样的写在下面")
    void englishWords() throws Exception {
        audit.record(who, "sign-in", who, "page");
        audit.record(who, "catalog.import", "edition 7", "added 3, changed 12, from revision 5");
        audit.record(who, "revision.publish", "企业设立登记", "edition 7, as scheduled");
        audit.record(who, "wording.publish", "ACCEPTANCE_BY_SILENCE", "version 2");
        audit.record(who, "filing.upload", "annex 3 qykb", "13");
        audit.record(who, "form.keep", "x", "1,1 , ,");
        audit.record(who, "account.change", "zhang", "REVIEWER @ scjg -> REVIEWER,DECIDER @ scjg qykb");
        mvc.perform(audit("/audit").param("who", who))
                .andExpect(content().string(containsString("网页<small class=\"code\">page</small>")))
                .andExpect(content().string(containsString("目录第 7 版<small")))
                .andExpect(content().string(containsString("新增 3 项，改动 12 项，来自修改 5<small")))
                .andExpect(content().string(containsString("目录第 7 版，按排定的日期<small")))
                .andExpect(content().string(containsString("受理通知书（视为受理）<small")))
                .andExpect(content().string(containsString("版本 2<small")))
                .andExpect(content().string(containsString("附件3 企业开办综合受理窗口<small")))
                .andExpect(content().string(containsString("由 市市场监管局 审批人员（审查） 改为 市市场监管局 企业开办综合受理窗口 审批人员")))
                .andExpect(content().string(containsString("审批人员（审查）、审批人员（决定）<small")));
    }

    @Test
    @DisplayName("几个事项共用、各有各的叫法的材料，几种叫法都写出来，不挑错一种")
    void materialOfManyNames() throws Exception {
        audit.record(who, "application.check", "410300-6", "ARTICLES SEEN");
        mvc.perform(audit("/audit").param("who", who))
                .andExpect(content().string(containsString("公司章程／")))
                .andExpect(content().string(containsString("修改后的章程或章程修正案")));
    }

    @Test
    @DisplayName("一万条也翻得快")
    void tenThousand() throws Exception {
        jdbc.sql("""
                        insert into audit.entry (region, at, who, act, object, detail)
                        select '410300', timestamptz '2020-01-01 00:00+08' + n * interval '1 minute', :who,
                            'bulk', 'object ' || n, ''
                        from generate_series(1, 10000) as n
                        """).param("who", who).update();
        String path = "/audit?who=" + who;
        String first = page(path);
        assertThat(first).contains("object 10000<", "object 9951<").doesNotContain("object 9950<");
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            path = next(page(path));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(page(path)).contains("object 9000<", "第一页");
    }

    @Test
    @DisplayName("日期写错、翻页标识写错都说明白，不出故障页")
    void nonsense() throws Exception {
        mvc.perform(audit("/audit").param("from", "yesterday")).andExpect(status().is4xxClientError());
        mvc.perform(audit("/audit").param("after", "nonsense")).andExpect(status().isUnprocessableContent());
    }

    private String page(String path) throws Exception {
        return mvc.perform(audit(path)).andReturn().getResponse().getContentAsString();
    }

    private static String next(String page) {
        Matcher link = NEXT.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static MockHttpServletRequestBuilder audit(String path) {
        return get(java.net.URI.create(path)).with(SignedInAs.role(Role.AUDITOR));
    }
}
