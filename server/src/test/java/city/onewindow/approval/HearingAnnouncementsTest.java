package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.DocumentKind;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("听证：公告")
class HearingAnnouncementsTest extends HearingHouseTest {

    private static final LocalDateTime SESSION = LocalDateTime.parse("2026-11-18T09:30");
    private static final LocalDateTime LATER = LocalDateTime.parse("2026-12-01T09:30");

    @Autowired
    private HearingAnnouncements announcements;

    @BeforeEach
    void noneOfOthers() {
        jdbc.sql("update approval.hearing set announcement = null").update();
    }

    @Test
    @DisplayName("依职权举行的登出来，公告可以核验，到那一天为止；没有姓名和编号")
    void ownMotion() {
        hearings.call(
                number, item, session(SESSION, "scjg-decide", false), "涉及公共利益。", List.of(NEIGHBOUR), REVIEWER, null);
        AnnouncedHearing one = announcements.toCome().get(0);
        assertThat(one.at()).isEqualTo(SESSION);
        assertThat(one.department()).isEqualTo("scjg");
        assertThat(one.announcement())
                .isEqualTo(papers(DocumentKind.HEARING_ANNOUNCEMENT).get(0).verifyCode());
        assertThat(one.toString()).doesNotContain("赵邻居").doesNotContain("张示例").doesNotContain(number);
        at("2026-11-18T18:00");
        assertThat(announcements.toCome()).hasSize(1);
        at("2026-11-19T00:00");
        assertThat(announcements.toCome()).isEmpty();
    }

    @Test
    @DisplayName("有人申请的，公告了才登出来；都放弃、申请撤回以后不再登")
    void onlyWhatIsToCome() {
        asked();
        call(SESSION, false);
        assertThat(announcements.toCome()).isEmpty();
        aCase();
        asked();
        call(SESSION, true);
        assertThat(announcements.toCome()).hasSize(1);
        requests.waive(number, item, null, "都放弃。", REVIEWER, null);
        assertThat(announcements.toCome()).isEmpty();
        aCase();
        asked();
        call(SESSION, true);
        approval.withdraw(number, "不办了。", StartupCases.CLERK, null);
        assertThat(announcements.toCome()).isEmpty();
    }

    @Test
    @DisplayName("依职权举行的延期以后不再登，另行通知时一律重新公告")
    void announcedAgain() {
        call(SESSION, false, "涉及公共利益。");
        at("2026-11-18T12:00");
        hearings.record(number, item, new AskedRecord("双方", "主持人回避。", "均签字", true), REVIEWER, null);
        assertThat(announcements.toCome()).isEmpty();
        call(LATER, false);
        assertThat(announcements.toCome()).extracting(AnnouncedHearing::at).containsExactly(LATER);
        assertThat(papers(DocumentKind.HEARING_ANNOUNCEMENT)).hasSize(2);
    }

    private void asked() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
    }
}
