package city.onewindow.catalog.revision.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@DisplayName("只能看的修改和历次版本：条件、回答、作用用人话说，不是代码")
class ReadInWordsTest extends HouseTest {

    private static final String ERRAND = "企业开办一件事";
    private static final String ITEM = "企业设立登记(有限责任公司)";
    private static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Revisions revisions;

    private ResultActions version(Revision.Kind kind, String name) throws Exception {
        return mvc.perform(get("/revisions/versions/1")
                        .param("kind", kind.name())
                        .param("name", name)
                        .with(SignedInAs.of(CENTRE)))
                .andExpect(MockMvcResultMatchers.status().isOk());
    }

    @Test
    @DisplayName("一件事的出现条件、默认答案、作用")
    void questions() throws Exception {
        version(Revision.Kind.ONE_THING, ERRAND)
                .andExpect(content().string(containsString("“是否已有职工需要参保？”为“是”")))
                .andExpect(content().string(not(containsString("q_has_employees =="))))
                .andExpect(content().string(not(containsString("yes=是"))));
    }

    @Test
    @DisplayName("表单字段的出现条件")
    void fields() throws Exception {
        version(Revision.Kind.ITEM, ITEM)
                .andExpect(content().string(containsString("“经营期限”为“固定期限”")))
                .andExpect(content().string(not(containsString("business_term_kind =="))));
    }

    @Test
    @DisplayName("别人起草的修改，中心看到的是话；起草的人照样改原来的写法")
    void whoWrites() throws Exception {
        Actor lead = SignedInAs.actor("lead", "scjg", null, Role.LEAD_DEPARTMENT);
        Revision begun = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        try {
            mvc.perform(get("/revisions/" + begun.id()).with(SignedInAs.of(CENTRE)))
                    .andExpect(content().string(containsString("“是否已有职工需要参保？”为“是”")));
            mvc.perform(get("/revisions/" + begun.id()).with(SignedInAs.of(lead)))
                    .andExpect(content().string(containsString("q_has_employees == &#39;yes&#39;")));
        } finally {
            revisions.withdraw(begun.id(), lead);
        }
    }
}
