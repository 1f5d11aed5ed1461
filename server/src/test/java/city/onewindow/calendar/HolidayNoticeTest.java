package city.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("从放假通知的原话读出日期")
class HolidayNoticeTest {

    @ParameterizedTest(name = "{0}年")
    @ValueSource(ints = {2023, 2025, 2026})
    @DisplayName("读出的日期与随附的日历一天不差")
    void asShipped(int year) {
        HolidayNotice notice = HolidayNotice.of(NoticeTexts.of(year));
        assertThat(notice.faults()).isEmpty();
        assertThat(notice.year()).isEqualTo(year);
        assertThat(notice.days())
                .extracting(day -> day.date() + " " + day.kind())
                .containsExactlyElementsOf(Notices.PUBLISHED.stream()
                        .filter(day -> day.noticeYear() == year)
                        .map(day -> day.date() + " " + day.kind())
                        .toList());
    }

    @Test
    @DisplayName("年份写错时，星期对不上，逐处说明")
    void wrongYear() {
        HolidayNotice notice = HolidayNotice.of(NoticeTexts.of(2026).replace("2026年部分", "2027年部分"));
        assertThat(notice.faults()).anyMatch(fault -> fault.contains("2027年1月1日写着周四，按日历是周五"));
    }

    @Test
    @DisplayName("天数不符、漏了节日、调休不在周末、日期不存在、重复的日期，都说明")
    void doesNotAddUp() {
        String text = NoticeTexts.of(2026);
        assertThat(faults(text.replace("共9天", "共8天"))).containsExactly("“春节”写着放假 8 天，读到的日期有 9 天。");
        assertThat(faults(text.replaceAll("三、清明节.*\n", ""))).containsExactly("没有读到“清明节”的安排。请把通知从标题到最后一个节日全部粘贴进来。");
        assertThat(faults("关于2027年部分节假日安排的通知")).singleElement().asString().contains("“春节”、“清明节”");
        assertThat(faults(text.replace("5月9日（周六）上班", "5月7日上班"))).containsExactly("“劳动节”：2026年5月7日不是周末，不会是调休上班的日子。");
        assertThat(faults(text.replace("5月9日（周六）", "2月30日")))
                .singleElement()
                .asString()
                .contains("2月30日");
        assertThat(faults(text.replace("5月9日（周六）", "10月10日（周六）"))).containsExactly("2026年10月10日出现了两次（劳动节、国庆节）。");
    }

    @Test
    @DisplayName("不是通知的，说明要粘贴什么，不报别的错")
    void somethingElse() {
        assertThat(faults("今天天气不错")).singleElement().asString().contains("通知全文");
        assertThat(faults("")).hasSize(1);
        assertThat(faults("2027年部分节假日安排" + "一、元旦：".repeat(3000))).isNotEmpty();
    }

    @Test
    @DisplayName("跨年的日期归通知所在的那一年")
    void acrossNewYear() {
        assertThat(HolidayNotice.of(NoticeTexts.of(2023)).days())
                .first()
                .isEqualTo(new Holiday(LocalDate.parse("2022-12-31"), Holiday.Kind.HOLIDAY, "元旦", 2023));
    }

    private static List<String> faults(String text) {
        return HolidayNotice.of(text).faults();
    }
}
