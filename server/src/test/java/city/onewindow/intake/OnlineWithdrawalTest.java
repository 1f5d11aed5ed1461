package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上申请，网上撤回")
class OnlineWithdrawalTest extends HouseTest {

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    Reception reception;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    @Test
    @DisplayName("告知以后撤回的，出具退件通知书，只一份：都是电子件，没有要领回的")
    void afterTheNotice() throws Exception {
        OpenedApplication opened = applied();
        List<MergedMaterial> brought = home.brought(opened);
        home.lookedAt(opened.number(), intake, brought.get(0).key());
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        IdempotencyKey again = new IdempotencyKey("retract-" + opened.number());
        online.retract(opened, again);
        online.retract(opened, again);

        List<IssuedDocument> told = remote.told(online.dossier(opened));
        assertThat(told)
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.RECEIPT, DocumentKind.ONE_TIME_NOTICE, DocumentKind.RETURN);
        assertThat(PaperText.of(documents.read(told.get(2).verifyCode(), Format.PDF, "public")))
                .contains("已经由您撤回", "不需要您来领回", "电子件1份", brought.get(1).name())
                .doesNotContain("签收");
    }

    @Test
    @DisplayName("申请以后、告知以前撤回的，也出具")
    void beforeAnyNotice() {
        OpenedApplication opened = applied();
        online.retract(opened, null);
        assertThat(remote.told(online.dossier(opened)))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.RECEIPT, DocumentKind.RETURN);
    }

    private OpenedApplication applied() {
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        return opened;
    }
}
