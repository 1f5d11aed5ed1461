package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FormFilesTest extends HouseTest {

    private static final String PHOTO = "person_photo";

    @Autowired
    Files files;

    private OneThing thing;
    private Actor clerk;

    @BeforeEach
    void aClerk() {
        thing = catalogs.current().oneThingNamed("驾驶证期满换证(含体检)一件事").orElseThrow();
        clerk = new Actor("clerk-" + thing.window(), "受理岗", Set.of(Role.CLERK), "gaj", thing.window());
    }

    private String begun() {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "410311199001010001", "13800000000", null);
        return intake.begin(
                        new NewApplication(new ErrandChoice(thing.code(), List.of(), Map.of()), applicant),
                        clerk,
                        key())
                .application()
                .number();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private String kept(String number, String name, byte[] content) {
        return files.keep(new Upload(name, content), number, clerk.account(), key())
                .id();
    }

    private void refused(String number, String value, String message) {
        FormValues patch = new FormValues(Map.of(PHOTO, value), Map.of());
        assertThatThrownBy(() -> intake.fill(number, patch, Set.of(), clerk))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/form/" + PHOTO);
                            assertThat(fault.message()).contains(message);
                        }));
    }

    @Test
    @DisplayName("照片一栏只收为这件申请上传的照片，不收文字，也不收别的申请的文件")
    void aFieldThatIsAFileTakesThisApplicationsFiles() {
        String number = begun();
        String other = begun();
        refused(number, "随便写的", "不是为这件申请上传的");
        refused(number, kept(other, "照片.png", BlankImage.png(400, 500)), "不是为这件申请上传的");
        String photo = kept(number, "照片.png", BlankImage.png(400, 500));
        FormValues patch = new FormValues(Map.of(PHOTO, photo), Map.of());
        assertThat(intake.fill(number, patch, Set.of(), clerk).form().text(PHOTO))
                .isEqualTo(photo);
    }

    @Test
    @DisplayName("太小的照片、不是照片的文件，说明应是什么样的")
    void thePictureFits() {
        String number = begun();
        refused(number, kept(number, "照片.png", BlankImage.png(100, 100)), "至少 358×441 像素");
        refused(number, kept(number, "照片.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)), "jpg、png 格式");
    }
}
