package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.onewindow.HouseTest;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("窗口出具的文书")
class WindowPapersTest extends HouseTest {

    @Autowired
    Reception reception;

    private Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private String text(String verifyCode) throws IOException {
        return PaperText.of(documents.read(verifyCode, Format.PDF, "clerk"));
    }

    @Test
    @DisplayName("受理通知书写明部门和中心；不收费的事项写不收费和说明")
    void acceptance() throws IOException {
        String number = number(counter.checkedBut());
        assertThat(text(reception.accept(number, null, CLERK).documents().get(0)))
                .contains("洛阳市市场监督管理局", "洛阳市政务服务中心", "不收费（备案不收费；")
                .doesNotContain("0(备案");
    }

    @Test
    @DisplayName("一次性告知书写明回到哪个窗口")
    void notice() throws IOException {
        String number = number(counter.checkedBut("ARTICLES"));
        assertThat(text(reception.notifyOnce(number, CLERK, null)))
                .contains("补正后到企业开办综合受理窗口的任一工位")
                .doesNotContain("任一受理窗口");
    }

    @Test
    @DisplayName("暂不决定的先出具收件凭证：列明收到的材料和五个工作日的期限，随后照常办理")
    void receipt() throws Exception {
        String number = number(counter.checkedBut("ARTICLES"));
        mvc.perform(post("/desk/" + number + "/receipt")
                        .param("at-version", Long.toString(version(number)))
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/" + number));
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("已收件，还没有作出决定")))
                .andExpect(content().string(containsString("收件凭证")))
                .andExpect(content().string(containsString("11月11日 止")));
        var receipt = documents.bySubject(number).get(0);
        assertThat(receipt.kind()).isEqualTo(DocumentKind.RECEIPT);
        assertThat(text(receipt.verifyCode()))
                .contains("收到您为申请办理", "申请表", "股东", "2026年11月4日10:00", "2026年11月11日前", "即为受理")
                .doesNotContain("章程");
        clock.forward(Duration.ofDays(1));
        assertThat(text(reception.receive(number, null, false, CLERK, null)))
                .as("the days are counted from what was first received")
                .contains("2026年11月11日前");
        reception.notifyOnce(number, CLERK, null);
        assertThat(text(reception.receive(number, null, false, CLERK, null)))
                .as("and anew for what is supplemented")
                .contains("2026年11月12日前");
        assertThat(intake.dossier(number, CLERK).application().status()).isEqualTo(ApplicationStatus.SUPPLEMENT);
    }

    @Test
    @DisplayName("接口重发收件凭证得到同一份；标识用到别处说明白；受理后不再出具")
    void receiptOnce() throws Exception {
        String number = number(counter.checkedBut());
        String key = UUID.randomUUID().toString();
        String first = receiptByApi(number, key);
        assertThat(receiptByApi(number, key)).isEqualTo(first);
        assertThat(documents.bySubject(number)).hasSize(1);
        assertThatThrownBy(() -> reception.refuse(number, new Refusal("理由", "依据", ""), CLERK, new IdempotencyKey(key)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Idempotency-Key");
        reception.accept(number, null, CLERK);
        assertThatThrownBy(() -> reception.receive(number, null, false, CLERK, null))
                .isInstanceOf(Problem.Conflict.class);
    }

    private String receiptByApi(String number, String key) throws Exception {
        String answer = mvc.perform(post("/api/applications/" + number + "/receipt")
                        .with(SignedInAs.of(CLERK))
                        .header("Idempotency-Key", key))
                .andExpect(jsonPath("$.verifyCode").isNotEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.verifyCode");
    }

    private long version(String number) {
        return intake.dossier(number, CLERK).application().version();
    }
}
