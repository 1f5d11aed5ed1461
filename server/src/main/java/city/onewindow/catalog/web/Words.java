package city.onewindow.catalog.web;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Span;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Window;
import city.onewindow.frame.Messages;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the pages of the catalog say days, dates, names and conditions in the reader's language. */
public final class Words {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Messages texts;
    private final Catalog catalog;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfThisYear;

    public Words(Messages texts, Catalog catalog) {
        this.texts = texts;
        this.catalog = catalog;
        Locale locale = isEnglish() ? Locale.ENGLISH : Locale.CHINA;
        this.day = DateTimeFormatter.ofPattern(isEnglish() ? "EEE d MMM uuuu" : "uuuu年M月d日（EEE）", locale);
        this.dayOfThisYear = DateTimeFormatter.ofPattern(isEnglish() ? "EEE d MMM" : "M月d日（EEE）", locale);
    }

    Messages texts() {
        return texts;
    }

    public boolean isEnglish() {
        return texts.language().equals("en");
    }

    /** The lang attribute of content that exists in Chinese only; null where the page is Chinese anyway. */
    public @Nullable String chinese() {
        return isEnglish() ? "zh-CN" : null;
    }

    public String days(TimeLimit limit) {
        return limit.isOnTheSpot()
                ? texts.t("catalog.days.spot")
                : days(limit.days(), limit.unit() == DayUnit.WORKING ? "working" : "natural");
    }

    /** Working and natural days side by side, as the law counts them. */
    public String days(Span span) {
        List<String> parts = new ArrayList<>();
        if (span.workingDays().signum() > 0) {
            parts.add(days(span.workingDays(), "working"));
        }
        if (span.naturalDays().signum() > 0) {
            parts.add(days(span.naturalDays(), "natural"));
        }
        return parts.isEmpty() ? texts.t("catalog.days.spot") : String.join(" + ", parts);
    }

    private String days(BigDecimal number, String unit) {
        String form = number.compareTo(HALF) == 0 ? "half" : number.compareTo(BigDecimal.ONE) == 0 ? "one" : "many";
        return texts.t(
                "catalog.days." + unit + "." + form, number.stripTrailingZeros().toPlainString());
    }

    public String date(LocalDateTime moment) {
        return day.format(moment);
    }

    /** @param since when the limit began; its year needn't be said again */
    public String until(LocalDateTime due, LocalDateTime since) {
        DateTimeFormatter shown = due.getYear() == since.getYear() ? dayOfThisYear : day;
        return texts.t(
                due.toLocalTime().equals(LocalTime.NOON) ? "catalog.until.noon" : "catalog.until.close",
                shown.format(due));
    }

    /** The law's sentences in Chinese; in English one sentence that says the same. */
    public List<String> why(GuideItem item) {
        if (!isEnglish()) {
            return item.promised().end().explanation();
        }
        TimeLimit limit = item.promised().end().limit();
        String counted = limit.isUnderADay() ? "moment" : limit.unit() == DayUnit.WORKING ? "working" : "natural";
        return List.of(texts.t(
                "catalog.why." + counted,
                date(item.promised().start()),
                days(limit),
                until(item.promised().end().due(), item.promised().start())));
    }

    /** Free of charge, with the published remark; otherwise the words as published. */
    public String fee(Terms terms) {
        return terms.freeOfCharge()
                .map(remark -> remark.isEmpty() ? texts.t("catalog.fee.free") : texts.t("catalog.fee.free-but", remark))
                .orElse(terms.fee());
    }

    public String form(MaterialForm form, int copies) {
        return texts.t("catalog.form." + form + (copies == 0 ? ".shown" : ""), copies);
    }

    public String name(DataElement element) {
        return isEnglish() && !element.nameEn().isEmpty() ? element.nameEn() : element.name();
    }

    public String department(String code) {
        return catalog.department(code).map(this::name).orElse(code);
    }

    public String name(Department department) {
        return isEnglish() && !department.nameEn().isEmpty() ? department.nameEn() : department.name();
    }

    public String shortDepartment(String code) {
        return catalog.department(code)
                .map(it -> isEnglish() && !it.nameEn().isEmpty() ? it.nameEn() : it.shortName())
                .orElse(code);
    }

    public String name(Window window) {
        return isEnglish() && !window.nameEn().isEmpty() ? window.nameEn() : window.name();
    }

    public String name(LifeEvent event) {
        return isEnglish() && !event.nameEn().isEmpty() ? event.nameEn() : event.name();
    }

    public String text(Question question) {
        return isEnglish() && !question.textEn().isEmpty() ? question.textEn() : question.text();
    }

    /** Answers have no English; yes and no are understood by their codes. */
    public String text(Option option) {
        return switch (option.code()) {
            case "yes" -> texts.t("frame.yes");
            case "no" -> texts.t("frame.no");
            default -> option.text();
        };
    }

    public @Nullable String language(Option option) {
        return option.code().equals("yes") || option.code().equals("no") ? null : chinese();
    }
}
