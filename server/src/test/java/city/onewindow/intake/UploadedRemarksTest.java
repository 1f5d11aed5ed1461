package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.Upload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上申请：说过的意见")
class UploadedRemarksTest extends HouseTest {

    @Autowired
    private OnlineApplications online;

    @Autowired
    private PreReviewDesk desk;

    @Test
    @DisplayName("说还没有提交的材料，传了就不再这么说；别的意见还在")
    void notMissingAnyMore() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.submitted();
        MergedMaterial material = home.brought(opened).get(0);
        String pointer = "/materials/" + material.key();
        String missing = PreReview.Remark.of(Gaps.untouched(material)).text();
        Map<String, String> said = Map.of(pointer, missing, "/form/org_name", "字号重名");
        desk.giveBack(opened.number(), said, Map.of(), Counter.CLERK, null);
        assertThat(online.preReview(opened).said(pointer)).isEqualTo(missing);
        online.attach(opened, material.key(), List.of(new Upload("photo.png", BlankImage.png(9, 9))), AtHome.address());
        assertThat(online.preReview(opened).remarks())
                .extracting(PreReview.Remark::pointer)
                .containsExactly("/form/org_name");
    }
}
