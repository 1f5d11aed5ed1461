package city.onewindow.intake.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Counter;
import city.onewindow.intake.NewApplication;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("传照片时，还没存下的栏目一起送来：填对的存下，填错的退回")
class PhotoWithUnkeptTest extends HouseTest {

    private static final Actor CLERK = new Actor("clerk-ssdj", "受理岗", Set.of(Role.CLERK), "scjg", "ssdj");
    private static final byte[] LARGE_ENOUGH = BlankImage.png(400, 500);

    private String number = "";

    @BeforeEach
    void begin() {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", null);
        ErrandChoice choice = new ErrandChoice("kbcyd", List.of(), Map.of("q_health_check", "yes", "q_agent", "no"));
        number = number(intake.begin(
                new NewApplication(choice, applicant),
                CLERK,
                new IdempotencyKey(UUID.randomUUID().toString())));
    }

    @Test
    @DisplayName("填对的存下")
    void rightIsKept() throws Exception {
        upload(LARGE_ENOUGH, "13800138000", "示例体检中心")
                .andExpect(redirectedUrl("/desk/" + number + "/form#f-person_photo"));
        assertThat(form().text("phone")).isEqualTo("13800138000");
        assertThat(form().text("health_check_org")).isEqualTo("示例体检中心");
        assertThat(form().text("person_photo")).isNotEmpty();
    }

    @Test
    @DisplayName("有一栏填错：照片和填对的存下，错的留在栏里")
    void besideWhatIsWrong() throws Exception {
        upload(LARGE_ENOUGH, "123", "示例体检中心")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"f-phone-error\"")))
                .andExpect(content().string(containsString("value=\"123\"")));
        assertThat(form().text("phone")).isNotEqualTo("123");
        assertThat(form().text("health_check_org")).isEqualTo("示例体检中心");
        assertThat(form().text("person_photo")).isNotEmpty();
    }

    @Test
    @DisplayName("照片不合要求：填对的照样存下")
    void besideARefusedFile() throws Exception {
        upload(BlankImage.png(10, 10), "13800138000", "示例体检中心")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"f-person_photo-error\"")));
        assertThat(form().text("phone")).isEqualTo("13800138000");
        assertThat(form().text("health_check_org")).isEqualTo("示例体检中心");
        assertThat(form().text("person_photo")).isEmpty();
    }

    @Test
    @DisplayName("答复丢在路上，又发了一次：照片已经收下，照样往下走；其间改过的栏目不盖掉，填的留在栏里")
    void sentAgain() throws Exception {
        long version = version();
        for (int time = 0; time < 2; time++) {
            upload(LARGE_ENOUGH, "13800138000", "示例体检中心", version)
                    .andExpect(redirectedUrl("/desk/" + number + "/form#f-person_photo"));
        }
        upload(LARGE_ENOUGH, "13800138001", "示例体检中心", version)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("刚刚在别处改过")))
                .andExpect(content().string(containsString("value=\"13800138001\"")));
        upload(BlankImage.png(10, 10), "13800138001", "示例体检中心", version)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("id=\"f-person_photo-error\"")));
        assertThat(form().text("phone")).isEqualTo("13800138000");
        assertThat(form().text("person_photo")).isNotEmpty();
    }

    private long version() {
        return intake.dossier(number, CLERK).application().version();
    }

    private ResultActions upload(byte[] photo, String phone, String body) throws Exception {
        return upload(photo, phone, body, version());
    }

    private ResultActions upload(byte[] photo, String phone, String body, long version) throws Exception {
        return mvc.perform(multipart("/desk/{number}/form/files/{code}", number, "person_photo")
                .file(new MockMultipartFile("file", "照片.png", null, photo))
                .param("at-version", String.valueOf(version))
                .param("keep", "phone", "health_check_org")
                .param("phone", phone)
                .param("health_check_org", body)
                .with(SignedInAs.of(CLERK))
                .with(csrf()));
    }

    private FormValues form() {
        return intake.dossier(number, CLERK).form();
    }
}
