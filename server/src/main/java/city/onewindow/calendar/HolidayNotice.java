package city.onewindow.calendar;

import city.onewindow.kernel.DayWords;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The State Council's yearly notice (国务院办公厅关于某年部分节假日安排的通知), read from its own words, which are the same every year:
 * “二、春节：2月15日（…周日）至23日（…周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。” Whatever doesn't add up is a fault:
 * weekdays, numbers of days, holidays that are missing.
 *
 * @param year 0 if it couldn't be read
 * @param days in order; only good if there are no faults
 */
public record HolidayNotice(int year, List<Holiday> days, List<String> faults) {

    /** 全国年节及纪念日放假办法 第二条. */
    private static final List<String> ALL = List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");

    private static final int LONGEST = 20_000;

    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年\\s*部分节假日");
    private static final Pattern PART = Pattern.compile("[一二三四五六七八九十]+、([^:。]{2,16}):");
    private static final Pattern DATE = Pattern.compile(
            "(至)?(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*?(?:周|星期)([一二三四五六日天]))?[^)]*\\))?");
    private static final Pattern COUNT = Pattern.compile("(?:共|放假)(\\d{1,2})天");

    private static final String WEEKDAYS = "一二三四五六日";

    public HolidayNotice {
        days = List.copyOf(days);
        faults = List.copyOf(faults);
    }

    /** Never throws: what can't be read is among the faults. */
    public static HolidayNotice of(String text) {
        String plain = Normalizer.normalize(text.substring(0, Math.min(LONGEST, text.length())), Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
        Matcher year = YEAR.matcher(plain);
        if (!year.find()) {
            return new HolidayNotice(0, List.of(), List.of("没有读到是哪一年的通知。请把通知全文粘贴进来，标题里应有“××××年部分节假日安排”。"));
        }
        return new Reading(Integer.parseInt(year.group(1))).of(plain);
    }

    /** One notice being read. */
    private static final class Reading {

        private final int year;
        private final Map<LocalDate, Holiday> days = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Reading(int year) {
            this.year = year;
        }

        HolidayNotice of(String plain) {
            Matcher part = PART.matcher(plain);
            String name = "";
            int from = -1;
            while (part.find()) {
                if (from >= 0) {
                    read(name, plain.substring(from, part.start()));
                }
                name = part.group(1);
                from = part.end();
            }
            if (from >= 0) {
                read(name, plain.substring(from));
            }
            String missing = ALL.stream()
                    .filter(holiday -> names.stream().noneMatch(read -> read.contains(holiday)))
                    .map(holiday -> "“" + holiday + "”")
                    .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                faults.add("没有读到" + missing + "的安排。请把通知从标题到最后一个节日全部粘贴进来。");
            }
            List<Holiday> sorted = days.values().stream()
                    .sorted(Comparator.comparing(Holiday::date))
                    .toList();
            return new HolidayNotice(year, sorted, faults);
        }

        private void read(String name, String words) {
            if (ALL.stream().noneMatch(name::contains)) {
                return;
            }
            names.add(name);
            // What follows the last holiday is no date of it: 节假日期间，各地区…
            for (String sentence : words.split("[。;]")) {
                if (sentence.contains("放假") && DATE.matcher(sentence).find()) {
                    off(name, sentence);
                } else if (sentence.contains("上班")) {
                    dates(name, sentence).forEach(date -> work(name, date));
                }
            }
        }

        private void off(String name, String sentence) {
            List<LocalDate> off = dates(name, sentence);
            off.forEach(date -> add(new Holiday(date, Holiday.Kind.HOLIDAY, name, year)));
            Matcher count = COUNT.matcher(sentence);
            if (count.find() && Integer.parseInt(count.group(1)) != off.size()) {
                faults.add("“" + name + "”写着放假 " + count.group(1) + " 天，读到的日期有 " + off.size() + " 天。");
            }
        }

        private void work(String name, LocalDate date) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                faults.add("“" + name + "”：" + DayWords.of(date) + "不是周末，不会是调休上班的日子。");
            }
            add(new Holiday(date, Holiday.Kind.WORKDAY, name, year));
        }

        private void add(Holiday day) {
            Holiday other = days.putIfAbsent(day.date(), day);
            if (other != null) {
                faults.add(DayWords.of(day.date()) + "出现了两次（" + other.name() + "、" + day.name() + "）。");
            }
        }

        /** Every day that a sentence names, ranges in full. */
        private List<LocalDate> dates(String name, String sentence) {
            List<LocalDate> found = new ArrayList<>();
            Matcher matcher = DATE.matcher(sentence);
            LocalDate last = null;
            while (matcher.find()) {
                LocalDate date = date(name, matcher, last);
                if (date == null) {
                    continue;
                }
                checkWeekday(name, date, matcher.group(6));
                if (matcher.group(1) != null && last != null) {
                    if (date.isBefore(last) || date.isAfter(last.plusDays(31))) {
                        faults.add("“" + name + "”：从" + DayWords.of(last) + "至" + DayWords.of(date) + "读不通。");
                        continue;
                    }
                    last.plusDays(1).datesUntil(date.plusDays(1)).forEach(found::add);
                } else {
                    found.add(date);
                }
                last = date;
            }
            return found;
        }

        /** A year or a month that isn't said is the one said before. */
        private @Nullable LocalDate date(String name, Matcher found, @Nullable LocalDate last) {
            int inYear =
                    found.group(2) != null ? Integer.parseInt(found.group(2)) : last == null ? year : last.getYear();
            int month =
                    found.group(3) != null ? Integer.parseInt(found.group(3)) : last == null ? 0 : last.getMonthValue();
            int day = Integer.parseInt(found.group(4));
            try {
                LocalDate date = LocalDate.of(inYear, month, day);
                if (Math.abs(inYear - year) <= 1) {
                    return date;
                }
            } catch (DateTimeException impossible) {
                // Told below, as a year that is far away.
            }
            faults.add("“" + name + "”：“" + found.group() + "”不是 " + year + " 年通知里会有的日期。");
            return null;
        }

        private void checkWeekday(String name, LocalDate date, @Nullable String said) {
            if (said == null) {
                return;
            }
            int number = WEEKDAYS.indexOf(said.replace("天", "日")) + 1;
            if (number != date.getDayOfWeek().getValue()) {
                faults.add("“" + name + "”：" + DayWords.of(date) + "写着周" + said + "，按日历是"
                        + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA) + "。请核对年份和日期。");
            }
        }
    }
}
