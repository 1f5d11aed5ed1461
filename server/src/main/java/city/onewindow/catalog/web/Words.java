package city.onewindow.catalog.web;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.LifeEvent;
import city.onewindow.catalog.Span;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Translations;
import city.onewindow.frame.Dates;
import city.onewindow.frame.Messages;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the pages of the catalog say days, dates, names and conditions in the reader's language. */
public final class Words extends Translations {

    /** As the content says that no law asks for something: —(办事指南列明). */
    private static final Pattern NO_LAW = Pattern.compile("[—－-]+\\s*[(（](.*)[)）]");

    private final Dates dates;

    public Words(Messages texts, Catalog catalog) {
        super(texts, catalog);
        this.dates = new Dates(texts);
    }

    Messages texts() {
        return texts;
    }

    /** On what ground something is asked for, in Chinese; said plainly where no law is named. */
    public String ground(String ground) {
        Matcher without = NO_LAW.matcher(ground.strip());
        return without.matches() ? "没有写明法律依据（" + without.group(1) + "）" : ground;
    }

    public String days(TimeLimit limit) {
        return dates.days(limit);
    }

    /** Working and natural days side by side, as the law counts them. */
    public String days(Span span) {
        List<String> parts = new ArrayList<>();
        if (span.workingDays().signum() > 0) {
            parts.add(dates.days(span.workingDays(), DayUnit.WORKING));
        }
        if (span.naturalDays().signum() > 0) {
            parts.add(dates.days(span.naturalDays(), DayUnit.NATURAL));
        }
        return parts.isEmpty() ? texts.t("frame.days.spot") : String.join(" + ", parts);
    }

    /** What the law allows for the whole. */
    public String statutory(GuideView guide) {
        Span statutory = guide.statutory();
        return statutory == null ? texts.t("catalog.item.statutory.none") : days(statutory);
    }

    public String date(LocalDateTime moment) {
        return dates.date(moment);
    }

    /** @param since when the limit began; its year needn't be said again */
    public String until(LocalDateTime due, LocalDateTime since) {
        return dates.until(due, since);
    }

    /** Why an item is due then, sentence by sentence. */
    public List<String> why(GuideItem item) {
        return dates.why(item.promised().end());
    }

    /** Free of charge, with the published remark; otherwise the words as published. */
    public String fee(Terms terms) {
        return terms.freeOfCharge()
                .map(remark -> remark.isEmpty() ? texts.t("catalog.fee.free") : texts.t("catalog.fee.free-but", remark))
                .orElse(terms.fee());
    }

    public String department(String code) {
        return catalog.department(code).map(this::name).orElse(code);
    }

    public String shortDepartment(String code) {
        return catalog.department(code)
                .map(it -> isEnglish() && !it.nameEn().isEmpty() ? it.nameEn() : it.shortName())
                .orElse(code);
    }

    /** Who takes in what no window does, and why none does. */
    public String outside(GuideItem item) {
        return texts.t(
                "catalog.outside",
                department(item.department()),
                item.item().item().particulars().outsideReason());
    }

    public String name(LifeEvent event) {
        return isEnglish() && !event.nameEn().isEmpty() ? event.nameEn() : event.name();
    }
}
