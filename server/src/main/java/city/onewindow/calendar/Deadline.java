package city.onewindow.calendar;

import city.onewindow.kernel.DayWords;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When something is due, and why then.
 *
 * @param due the last moment; what is done at it is in time
 * @param days from the day of the start to the due day, without a gap
 * @param settled whether a published notice settles every day from the start to the due date; if not, the date may still move
 */
public record Deadline(
        LocalDateTime start, TimeLimit limit, LocalDateTime due, List<DayCounted> days, boolean settled) {

    static final String START = "开始当日";
    static final String MOVED = "最后一日遇休息日，顺延至此日";

    public Deadline {
        days = List.copyOf(days);
    }

    /** Why that date, sentence by sentence, in Chinese, with the law of each. */
    @JsonProperty
    public List<String> explanation() {
        List<String> sentences = new ArrayList<>();
        sentences.add(begin());
        sentences.addAll(exceptions());
        if (days.get(days.size() - 1).why().equals(MOVED)) {
            sentences.add("最后一日为休息日，顺延至其后第一个工作日（民法典第二百零三条）。");
        }
        sentences.add(
                "因此应于" + DayWords.weekday(due) + DayWords.time(due) + "前办结" + (isNoon() ? "。" : "（当日下班时，民法典第二百零三条）。"));
        if (!settled) {
            sentences.add("其中部分日期的放假安排尚未公布，暂按周一至周五（法律定了日期的节假日除外）为工作日计算，公布后可能调整。");
        }
        return sentences;
    }

    private String begin() {
        String from = "自" + DayWords.weekday(start);
        if (limit.isUnderADay()) {
            boolean atOnce = days.get(0).counted();
            return from + DayWords.time(start) + "起计" + limit.inWords() + (atOnce ? "" : "，因不在工作时间，从下一个工作日开始时起计")
                    + "（民法典第二百零一条第二款）。";
        }
        String rule = limit.unit() == DayUnit.WORKING ? "，法定节假日和休息日不计入（行政许可法第八十二条）" : "，节假日计入";
        return from + "起计" + limit.inWords() + "，开始当日不计入（民法典第二百零一条）" + rule + "。";
    }

    /** Stretches of days that an ordinary week doesn't explain. */
    private List<String> exceptions() {
        List<String> sentences = new ArrayList<>();
        List<DayCounted> after = days.subList(1, days.size());
        int end;
        for (int from = 0; from < after.size(); from = end) {
            DayCounted first = after.get(from);
            end = from + 1;
            while (end < after.size() && after.get(end).why().equals(first.why())) {
                end++;
            }
            if (isException(first)) {
                String stretch = stretch(first.date(), after.get(end - 1).date());
                sentences.add(stretch + first.why() + (first.counted() ? "，计入。" : "，不计入。"));
            }
        }
        return sentences;
    }

    private static boolean isException(DayCounted day) {
        return !day.why().equals("工作日")
                && !day.why().equals("休息日")
                && !day.why().equals(MOVED);
    }

    private static String stretch(LocalDate first, LocalDate last) {
        return DayWords.shortDay(first) + (first.equals(last) ? "" : "至" + DayWords.shortDay(last));
    }

    private boolean isNoon() {
        return due.toLocalTime().equals(LocalTime.NOON);
    }
}
