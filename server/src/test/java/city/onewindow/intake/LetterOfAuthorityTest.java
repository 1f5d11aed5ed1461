package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.LetterOfAuthority;
import city.onewindow.notice.Print;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("授权委托书")
class LetterOfAuthorityTest extends HouseTest {

    private static final List<String> POWERS =
            List.of("一般委托：提交、补正申请材料", "代为签署告知承诺书、容缺受理承诺书", "代为领取办理结果", "委托期限", "民法典");

    @Test
    @DisplayName("指南上能打印空白的：事项填好，委托人、受托人、编号留给笔")
    void blank() throws Exception {
        try (PDDocument whole = Loader.loadPDF(pdf(get("/things/qykb/letter-of-authority.pdf")))) {
            assertThat(whole.getNumberOfPages()).as("signed as one leaf").isOne();
        }
        for (String path : List.of("/things/qykb", "/items/qysldj")) {
            String text = text(get(path + "/letter-of-authority.pdf"));
            assertThat(text)
                    .contains(POWERS)
                    .contains("授权委托书", "企业设立登记", "委托人（签名或者盖章）", "委托人签名或者盖章后有效", LetterOfAuthority.BLANK);
        }
        assertThat(text(get("/merge/letter-of-authority.pdf?item=qysldj&item=gzkzba")))
                .contains("1.企业设立登记", "2.公章刻制备案");
        mvc.perform(get("/things/nothing/letter-of-authority.pdf")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("窗口打印的填着双方姓名、证件号码、编号；没有经办人的，受托人留空")
    void filled() throws Exception {
        String number = begun(new Applicant.Agent("王经办", IdType.ID_CARD, "410311198804040007", "13800000002", "委托书"));
        for (String path : List.of("/desk/", "/api/applications/")) {
            String text = text(get(path + number + "/letter-of-authority").with(SignedInAs.of(Counter.CLERK)));
            assertThat(text)
                    .contains(POWERS)
                    .contains("张示例", Counter.ID_NUMBER, "王经办", "410311198804040007", number, "企业设立登记");
        }
        String alone = begun(null);
        assertThat(text(get("/desk/" + alone + "/letter-of-authority").with(SignedInAs.of(Counter.CLERK))))
                .contains("张示例", "受托人" + LetterOfAuthority.BLANK)
                .doesNotContain("王经办");
    }

    @Test
    @DisplayName("是申请人自己的文件：不编号、不留存；别的窗口打印不了")
    void nobodyElses() {
        String number = begun(null);
        intake.letterOfAuthority(number, Counter.CLERK);
        assertThat(documents.bySubject(number)).isEmpty();
        assertThatThrownBy(() ->
                        intake.letterOfAuthority(number, SignedInAs.actor("clerk-ssdj", "scjg", "ssdj", Role.CLERK)))
                .isInstanceOf(Problem.NotFound.class);
    }

    private String begun(Applicant.@Nullable Agent agent) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", agent);
        String code = new Counter(intake, catalogs).errandCode();
        return Counter.number(intake.begin(
                new NewApplication(
                        new ErrandChoice(code, List.of(), Map.of("q_agent", agent == null ? "no" : "yes")), applicant),
                Counter.CLERK,
                new IdempotencyKey(UUID.randomUUID().toString())));
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return PaperText.of(new Print(pdf(request), ""));
    }

    private byte[] pdf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
