package city.onewindow.approval.web;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.SampleCases;
import city.onewindow.identity.SignedInAs;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("别人先办了的，写好的字还在")
class TypedTextKeptTest extends ApprovalHouseTest {

    @Test
    @DisplayName("听证笔录")
    void record() throws Exception {
        String number = cases.accept("a");
        mvc.perform(post("/matters/" + number + "/a/hearing")
                        .with(SignedInAs.of(SampleCases.reviewer("a")))
                        .with(csrf())
                        .param("act", "RECORD_HEARING")
                        .param("came", "申请人到场")
                        .param("spoken", "申请人说：排烟口离窗户有十二米。")
                        .param("signed", "均已签字")
                        .param("adjourned", "no")
                        .param("key", UUID.randomUUID().toString()))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("排烟口离窗户有十二米"), containsString("不能办理“制作听证笔录”"))));
    }

    @Test
    @DisplayName("听证告知，其间前序事项的决定被撤销，又在等它的结果")
    void waitsAgain() throws Exception {
        String number = cases.accept("a", "b<a");
        mvc.perform(post("/matters/" + number + "/b/hearing")
                        .with(SignedInAs.of(SampleCases.reviewer("b")))
                        .with(csrf())
                        .param("act", "TELL_HEARING")
                        .param("reason", "排烟口离窗户有十二米。")
                        .param("key", UUID.randomUUID().toString()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("排烟口离窗户有十二米")));
    }

    @Test
    @DisplayName("出件窗口的交付")
    void handover() throws Exception {
        String number = cases.accept("a", "b");
        certify(number, "a");
        certify(number, "b");
        deliver(number, "a");
        mvc.perform(post("/issuing/" + number)
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .param("items", "a", "b")
                        .param("key", UUID.randomUUID().toString())
                        .param("name", "王小明")
                        .param("relation", "SELF")
                        .param("idNumber", "11010519491231002X"))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("value=\"王小明\""), containsString("所选结果均未交付"))));
    }
}
