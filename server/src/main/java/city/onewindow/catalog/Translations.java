package city.onewindow.catalog;

import city.onewindow.frame.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How pages call what the content names, in the reader's language; what has no English stays Chinese and is marked as such. */
public class Translations {

    protected final Messages texts;
    protected final Catalog catalog;

    public Translations(Messages texts, Catalog catalog) {
        this.texts = texts;
        this.catalog = catalog;
    }

    public final boolean isEnglish() {
        return texts.isEnglish();
    }

    /** The lang attribute of what exists in Chinese only, see {@link Messages#chinese}. */
    public final @Nullable String chinese() {
        return texts.chinese();
    }

    /** The lang attribute of words among which some may have stayed Chinese. */
    public final @Nullable String spoken(String text) {
        return texts.spoken(text);
    }

    public final String name(DataElement element) {
        return isEnglish() && !element.nameEn().isEmpty() ? element.nameEn() : element.name();
    }

    public final String name(Department department) {
        return isEnglish() && !department.nameEn().isEmpty() ? department.nameEn() : department.name();
    }

    /** A department by its Chinese name. */
    public final String departmentNamed(String chinese) {
        return catalog.departments().stream()
                .filter(department -> department.name().equals(chinese))
                .map(this::name)
                .findFirst()
                .orElse(chinese);
    }

    public final String name(Window window) {
        return isEnglish() && !window.nameEn().isEmpty() ? window.nameEn() : window.name();
    }

    public final String text(Question question) {
        return isEnglish() && !question.textEn().isEmpty() ? question.textEn() : question.text();
    }

    /** Yes and no are understood by their codes. */
    public final String text(Option option) {
        return switch (option.code()) {
            case "yes" -> texts.t("frame.yes");
            case "no" -> texts.t("frame.no");
            default -> say(option.text());
        };
    }

    public final @Nullable String language(Option option) {
        return option.code().equals("yes") || option.code().equals("no") ? null : language(option.text());
    }

    /** In what form a material is handed in, and how many. */
    public final String form(MaterialForm form, int copies) {
        return texts.t("catalog.form." + form + (copies == 0 ? ".shown" : ""), copies);
    }

    /** Whether the page is in English and the content has English for it. */
    public final boolean isTranslated(String chinese) {
        return isEnglish() && english(chinese).isPresent();
    }

    /** What the content names, in English where it is translated. */
    public final String say(String chinese) {
        return isEnglish() ? english(chinese).orElse(chinese) : chinese;
    }

    /** The lang attribute of {@link #say}. */
    public final @Nullable String language(String chinese) {
        return isTranslated(chinese) ? null : chinese();
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
}
