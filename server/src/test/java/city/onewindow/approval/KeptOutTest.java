package city.onewindow.approval;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Counter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("后面阶段的申请，能不能受理在按“受理”以前就写明")
class KeptOutTest extends HouseTest {

    private static final String READY = "材料齐全，可以受理";
    private static final String KEPT_OUT = "材料齐全，但现在还不能受理";

    private SecondStage second;

    @BeforeEach
    void aSecondStage() {
        second = new SecondStage(house, transaction, clock);
    }

    @Test
    @DisplayName("前面阶段还没有准予：窗口的页面写明哪一项在哪个办件、怎么办，受理按不了；准予以后可以受理")
    void notGranted() throws Exception {
        seeAll();
        page().andExpect(content()
                .string(allOf(
                        containsString(KEPT_OUT),
                        containsString("没有准予：办件 " + second.permit.number()),
                        containsString("href=\"/projects/" + second.cases.project() + "\">项目"),
                        containsString("<button class=\"button\" disabled data-alt=\"s\""),
                        not(containsString(READY)))));
        second.issue();
        page().andExpect(content().string(allOf(containsString(READY), not(containsString(KEPT_OUT)))));
    }

    @Test
    @DisplayName("取用的前阶段结果不再有效：同样事先写明")
    void fallen() throws Exception {
        second.issue();
        second.take();
        page().andExpect(content().string(not(containsString("已经不再有效"))));
        seeAll();
        second.cases.setAside(second.permit.number(), second.permit.item());
        page().andExpect(content()
                .string(allOf(
                        containsString(KEPT_OUT),
                        containsString("编号 " + second.permit.certificate() + "）已经不再有效"),
                        not(containsString(READY)))));
    }

    private void seeAll() {
        for (MergedMaterial material : second.dossier().merge().materials()) {
            if (!second.dossier().application().materials().containsKey(material.key())) {
                intake.check(second.number, Counter.seen(material), second.clerk);
            }
        }
    }

    private ResultActions page() throws Exception {
        return mvc.perform(get("/desk/" + second.number + "/materials").with(SignedInAs.of(second.clerk)));
    }
}
