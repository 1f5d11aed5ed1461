package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Constraint;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Region;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.RowTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each data element is filled in on a page: by which control, within which bounds, and why it is asked. */
final class FormFields {

    /** Longer texts get lines. */
    private static final int ONE_LINE = 120;

    /** Two short options are quicker seen side by side than unfolded; so many characters fit beside each other. */
    private static final int SIDE_BY_SIDE = 7;

    private final Catalog catalog;
    private final ReaderWords words;

    FormFields(Catalog catalog, ReaderWords words) {
        this.catalog = catalog;
        this.words = words;
    }

    Field field(MergedField merged) {
        Field field = control(merged.element())
                .reason(words.reason(merged.reasons()), words.ground(merged.reasons()))
                .shownWhen(merged.shownWhen().text());
        Expression must = merged.mandatoryWhen();
        if (must.equals(Expression.ALWAYS) || must.equals(merged.shownWhen())) {
            return field.required();
        }
        return must.equals(Expression.NEVER) ? field : field.requiredWhen(must.text());
    }

    RowTable table(MergedField merged, List<Map<String, String>> rows, Map<String, String> errors) {
        DataElement table = merged.element();
        List<Field> columns = table.constraint().columns().stream()
                .map(code -> catalog.element(code).orElseThrow())
                .map(column -> table.constraint().demands(column.code())
                        ? control(column).required()
                        : control(column))
                .toList();
        boolean must = !merged.mandatoryWhen().equals(Expression.NEVER);
        return new RowTable(table.code(), words.names().name(table), "", must, columns, rows, errors);
    }

    /** The control of an element, empty. */
    private Field control(DataElement element) {
        String name = element.code();
        String label = words.names().name(element);
        Constraint limits = element.constraint();
        Field field = switch (element.type()) {
            case NUMBER -> number(Field.number(name, label), limits);
            case MONEY -> number(Field.money(name, label), limits);
            case DATE -> Field.date(name, label);
            case BOOLEAN -> Field.yesNo(name, label).choices(words.choices(element.options()));
            case CHOICE -> choice(element, label);
            case MULTICHOICE -> Field.checkboxes(name, label, words.choices(element.options()));
            case REGION -> Field.region(name, label, regions(limits.level())).placeholder(words.t("form.region"));
            case PHONE -> Field.of(Field.Kind.PHONE, name, label);
            case EMAIL -> Field.of(Field.Kind.EMAIL, name, label);
            case TABLE, FILE_REF, TEXT, PERSON_ID, USCC, POSTCODE, ADDRESS -> text(element, label);
        };
        return field.autocomplete("off");
    }

    private Field text(DataElement element, String label) {
        BigDecimal max = element.constraint().max();
        Integer len = element.constraint().len();
        Integer longest = max != null ? Integer.valueOf(max.intValue()) : len;
        boolean lines = element.type() == FieldType.TEXT && longest != null && longest > ONE_LINE;
        Field field = lines
                ? Field.area(element.code(), label)
                : Field.text(element.code(), label).placeholder(example(element));
        return (element.type() == FieldType.ADDRESS ? field.broad() : field).longest(longest);
    }

    private Field number(Field field, Constraint limits) {
        BigDecimal min = limits.min();
        BigDecimal max = limits.max();
        if (min != null && max != null) {
            field.placeholder(words.t("form.range", min.toPlainString(), max.toPlainString()));
        }
        return field.unit(words.names().say(limits.unit()));
    }

    private Field choice(DataElement element, String label) {
        List<Choice> choices = words.choices(element.options());
        int length = choices.stream().mapToInt(choice -> choice.text().length()).sum();
        return choices.size() == 2 && length <= SIDE_BY_SIDE
                ? Field.radio(element.code(), label, choices)
                : Field.select(element.code(), label, choices);
    }

    private List<Choice> regions(String level) {
        return catalog.regions().stream()
                .filter(Region::isCurrent)
                .filter(region -> switch (level) {
                    case "province" -> region.code().endsWith("0000");
                    case "city" -> region.code().endsWith("00");
                    default -> !region.code().endsWith("00");
                })
                .map(region -> new Choice(region.code(), words.names().say(region.name())))
                .toList();
    }

    private @Nullable String example(DataElement element) {
        return element.example().isEmpty() ? null : words.t("form.example", element.example());
    }

    /** Who needs it and on what ground, in Chinese. */
    static String reason(List<Reason> reasons) {
        return "用于：" + reasons.stream().map(Reason::item).distinct().collect(Collectors.joining("、")) + "。"
                + ground(reasons);
    }

    /** On what ground it is asked for, in Chinese; empty if no law is named. */
    static String ground(List<Reason> reasons) {
        String grounds = reasons.stream()
                .map(Reason::ground)
                // A dash stands where no law asks for it, with the reason behind it in parentheses.
                .map(ground -> ground.replaceFirst("^—[(（](.*)[)）]$", "$1"))
                .filter(ground -> !ground.isEmpty() && !ground.equals("—"))
                .distinct()
                .collect(Collectors.joining("；"));
        return grounds.isEmpty() ? "" : "依据：" + grounds + "。";
    }
}
