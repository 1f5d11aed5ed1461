package city.onewindow.approval;

import static city.onewindow.Pictures.take;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdempotencyKey;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the pictures of docs/approval.md, on demand: see scripts/pictures.sh. Its name keeps it out of the ordinary run. */
@DisplayName("并联审批文档里的图")
class ApprovalPictures extends BrowserTest {

    private static final int WIDE = 1280;
    private static final int HAND = 390;
    private static final Actor REGISTRY =
            new Actor("scjg-system", "市场监管局", Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER), "scjg", null);

    @Autowired
    private Approval approval;

    @Autowired
    private Issuance issuance;

    @Autowired
    private OnlineApplications online;

    @Autowired
    private RemoteApplications remote;

    @Autowired
    private Sweep sweep;

    private String item = "";

    @BeforeEach
    void cases() {
        item = startups.item("企业设立登记(有限责任公司)");
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from approval.leave").update();
    }

    private Page staff(String account) {
        Page page = signedIn(account, DemoAccounts.PASSWORD, WIDE);
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    @Test
    @DisplayName("网上预审、网上申请")
    void takeOnline() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication looked = home.filledToApply();
        online.submit(looked, null);
        OpenedApplication applied = home.filledToApply();
        remote.apply(applied, null);
        Page clerk = staff("clerk");
        clerk.navigate("/desk/" + looked.number() + "/pre-review");
        take(clerk, "pre-review");
        clerk.navigate("/pre-reviews");
        take(clerk, "handed-in-online");
        Page phone = visitor(HAND);
        phone.navigate("/online");
        phone.locator("#f-number").fill(applied.number());
        phone.locator("#f-code").fill(online.dossier(applied).application().queryCode());
        phone.locator("main form button").first().click();
        phone.locator("#now").scrollIntoViewIfNeeded();
        phone.evaluate("document.getElementById('now').closest('section').scrollIntoView()");
        take(phone, "applied-online");
    }

    @Test
    @DisplayName("请假代理")
    void takeLeaves() {
        Page absent = staff("scjg-review");
        absent.navigate("/leaves/new");
        absent.locator("[name=from]").fill("2026-11-04");
        absent.locator("[name=until]").fill("2026-11-06");
        absent.getByLabel("病假").check();
        absent.locator("[name=standIn]").selectOption("scjg-examine");
        absent.locator("form.form button[data-submits]").press("Enter");
        assertThat(absent.getByText("已登记市市场监管局审查岗的请假")).isVisible();
        absent.navigate("/leaves");
        take(absent, "leaves");
    }

    @Test
    @DisplayName("移送")
    void takeTransfer() {
        Page sender = staff("scjg-decide");
        sender.navigate("/matters/" + startups.accept() + "/" + item);
        sender.getByText("移送其他部门").press("Enter");
        sender.locator("[name=department]").selectOption("zjj");
        sender.locator("[name=reason]").fill("该事项已随机构改革划转，现由贵局办理。");
        take(sender, "transfer");
    }

    @Test
    @DisplayName("联合踏勘")
    void takeInspection() {
        Page lead = staff("lead-scjg");
        lead.navigate("/cases/" + startups.accept());
        lead.getByText("约联合踏勘").press("Enter");
        lead.getByLabel("踏勘日期").fill("2026-11-05");
        lead.getByLabel("时间").selectOption("09:30");
        lead.getByLabel("踏勘地点").fill("洛阳市西工区示例路1号");
        lead.getByLabel("踏勘内容").fill("住所是否与申请一致");
        lead.getByLabel("请申请人准备").fill("租赁合同原件");
        lead.getByLabel("本部门踏勘人员").fill("王一\n王二");
        lead.keyboard().press("Control+Enter");
        assertThat(lead.getByText("已约定").first()).isVisible();
        take(lead, "inspection");
    }

    @Test
    @DisplayName("复议、诉讼结果")
    void takeRuling() {
        String number = startups.accept();
        approval.review(number, item, Recommendation.DENY, "住所证明不符。", REGISTRY, null);
        approval.deny(number, item, "住所证明不符。", "市场主体登记管理条例第十九条", REGISTRY, null);
        Applicant applicant = intake.applicantOfCase(number);
        issuance.handOver(
                number,
                List.of(item),
                new Taker(applicant.name(), Relation.SELF, applicant.idType(), applicant.idNumber(), ""),
                SampleCases.ISSUER,
                new IdempotencyKey("picture-" + number));
        Page decider = staff("scjg-decide");
        decider.navigate("/matters/" + number + "/" + item);
        decider.getByText("登记复议、诉讼结果").click();
        decider.locator("[name=organ][value=REVIEW_ORGAN]").check();
        decider.locator("[name=organName]").fill("洛阳市人民政府");
        decider.locator("[name=document]").fill("洛政复决〔2026〕12号");
        decider.locator("[name=dated]").fill("2026-11-04");
        decider.locator("[name=reachedOn]").fill("2026-11-04");
        decider.locator("[name=kind][value=DECIDE_ANEW]").check();
        take(decider, "ruling");
    }

    @Test
    @DisplayName("送达的黄牌")
    void takeCards() {
        String number = startups.accept();
        approval.review(number, item, Recommendation.GRANT, "材料齐全，符合法定形式。", REGISTRY, null);
        approval.grant(number, item, "同意。", REGISTRY, null);
        approval.certify(number, item, "91410300MA0000000X", REGISTRY, null);
        clock.forward(Duration.ofDays(13));
        sweep.sweep();
        Page manager = staff("manager");
        manager.navigate("/cards");
        take(manager, "cards");
    }
}
