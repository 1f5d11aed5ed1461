package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.CheckWords;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Translations;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Dates;
import city.onewindow.frame.Messages;
import city.onewindow.frame.Notice;
import city.onewindow.frame.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the pages of an application say, in the language of whoever reads them: at the window Chinese, at home as the applicant chose.
 *
 * @param names of what the content names
 */
record ReaderWords(Messages texts, Translations names) {

    static ReaderWords of(Messages texts, Catalog catalog) {
        return new ReaderWords(texts, new Translations(texts, catalog));
    }

    String t(String key, Object... values) {
        return texts.t(key, values);
    }

    /** What is told of wrong values. */
    CheckWords checks() {
        return texts.isEnglish() ? CheckWords.english() : CheckWords.CHINESE;
    }

    String title(Errand errand) {
        return names.say(DossierBar.title(errand));
    }

    String day(LocalDate day) {
        return new Dates(texts).date(day.atStartOfDay());
    }

    String form(MaterialForm form, int copies) {
        return texts.isEnglish() ? names.form(form, copies) : DeskWords.form(form, copies);
    }

    /** Which items ask for a field or a material. */
    String reason(List<Reason> reasons) {
        return t(
                "form.reason",
                joined(reasons.stream().map(Reason::item).distinct().toList()));
    }

    /** On what ground they do: laws have no English; empty if none is named. */
    String ground(List<Reason> reasons) {
        return FormFields.ground(reasons);
    }

    /** Names of the content, one after the other. */
    String joined(List<String> chinese) {
        return chinese.stream().map(names::say).collect(Collectors.joining(t("catalog.comma")));
    }

    List<Choice> choices(List<Option> options) {
        return options.stream()
                .map(option -> new Choice(option.code(), said(option)))
                .toList();
    }

    String said(Option option) {
        return texts.isEnglish() ? names.text(option) : option.text();
    }

    /** @param why in Chinese, as those who refuse it say it */
    static Notice refused(Messages texts, String told, String why) {
        return texts.isEnglish() ? new Notice(Tone.BAD, told, List.of(why)) : Notice.error(told + why);
    }
}
