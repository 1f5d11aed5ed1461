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
import city.onewindow.frame.Dates;
import city.onewindow.frame.Messages;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the pages of the catalog say days, dates, names and conditions in the reader's language. */
public final class Words {

    /** As the content says that no law asks for something: —(办事指南列明). */
    private static final Pattern NO_LAW = Pattern.compile("[—－-]+\\s*[(（](.*)[)）]");

    private final Messages texts;
    private final Catalog catalog;
    private final Dates dates;

    public Words(Messages texts, Catalog catalog) {
        this.texts = texts;
        this.catalog = catalog;
        this.dates = new Dates(texts);
    }

    Messages texts() {
        return texts;
    }

    public boolean isEnglish() {
        return texts.isEnglish();
    }

    /** The lang attribute of what exists in Chinese only, see {@link Messages#chinese}. */
    public @Nullable String chinese() {
        return texts.chinese();
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

    public String text(Question question) {
        return isEnglish() && !question.textEn().isEmpty() ? question.textEn() : question.text();
    }

    /** Yes and no are understood by their codes. */
    public String text(Option option) {
        return switch (option.code()) {
            case "yes" -> texts.t("frame.yes");
            case "no" -> texts.t("frame.no");
            default -> say(option.text());
        };
    }

    public @Nullable String language(Option option) {
        return option.code().equals("yes") || option.code().equals("no") ? null : language(option.text());
    }

    /** Whether the page is in English and the content has English for it. */
    public boolean isTranslated(String chinese) {
        return isEnglish() && english(chinese).isPresent();
    }

    /** What the content names, in English where it is translated. */
    public String say(String chinese) {
        return isEnglish() ? english(chinese).orElse(chinese) : chinese;
    }

    /** Of several names in a row all or none. */
    private Optional<String> english(String chinese) {
        return catalog.english(chinese).or(() -> {
            List<Optional<String>> parts =
                    Stream.of(chinese.split("[、；]")).map(catalog::english).toList();
            return parts.stream().allMatch(Optional::isPresent)
                    ? Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")))
                    : Optional.empty();
        });
    }

    /** The lang attribute of words among which some may have stayed Chinese. */
    public @Nullable String spoken(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? chinese() : null;
    }

    /** The lang attribute of {@link #say}. */
    public @Nullable String language(String chinese) {
        return isTranslated(chinese) ? null : chinese();
    }
}
