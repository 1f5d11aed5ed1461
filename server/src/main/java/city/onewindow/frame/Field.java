package city.onewindow.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fill in, described in a template or a view model and drawn by {@code frame/field}: label, mark, hint,
 * error and unit, tied together for screen readers. Made, used and thrown away within one page.
 */
public final class Field {

    /** How it is filled in. */
    public enum Kind {
        TEXT,
        NUMBER,
        MONEY,
        DATE,
        PHONE,
        EMAIL,
        SECRET,
        AREA,
        SELECT,
        RADIO,
        CHECKBOXES,
        YES_NO,
        REGION,
        FILE
    }

    private final Kind kind;
    private final String name;
    private final String label;
    private String id;
    private String value = "";
    private boolean required;
    private boolean readOnly;
    private String hint = "";
    private String reason = "";
    private String filledFrom = "";
    private @Nullable String error;
    private String unit = "";
    private List<Choice> choices = List.of();
    private @Nullable Integer longest;
    private @Nullable String least;
    private @Nullable String most;
    private @Nullable String step;
    private @Nullable String placeholder;
    private @Nullable String autocomplete;
    private @Nullable String accept;
    private @Nullable String shownWhen;
    private boolean wide;

    private Field(Kind kind, String name, String label) {
        this.kind = kind;
        this.name = name;
        this.label = label;
        this.id = "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
        this.wide = kind == Kind.AREA || kind == Kind.CHECKBOXES || kind == Kind.FILE;
    }

    public static Field of(Kind kind, String name, String label) {
        return new Field(kind, name, label);
    }

    public static Field text(String name, String label) {
        return new Field(Kind.TEXT, name, label);
    }

    public static Field number(String name, String label) {
        return new Field(Kind.NUMBER, name, label);
    }

    public static Field money(String name, String label) {
        return new Field(Kind.MONEY, name, label);
    }

    /** Value as 2026-11-24. */
    public static Field date(String name, String label) {
        return new Field(Kind.DATE, name, label);
    }

    public static Field area(String name, String label) {
        return new Field(Kind.AREA, name, label);
    }

    public static Field select(String name, String label, List<Choice> choices) {
        return new Field(Kind.SELECT, name, label).choices(choices);
    }

    public static Field radio(String name, String label, List<Choice> choices) {
        return new Field(Kind.RADIO, name, label).choices(choices);
    }

    /** Several may be chosen; the value joins them with '|'. */
    public static Field checkboxes(String name, String label, List<Choice> choices) {
        return new Field(Kind.CHECKBOXES, name, label).choices(choices);
    }

    /** 是 or 否, both as answers: the choices say what is sent, {@code true} and {@code false} unless told. */
    public static Field yesNo(String name, String label) {
        return new Field(Kind.YES_NO, name, label);
    }

    /** A division code of six digits; the choices are the divisions known here. */
    public static Field region(String name, String label, List<Choice> choices) {
        return new Field(Kind.REGION, name, label).choices(choices);
    }

    public static Field file(String name, String label) {
        return new Field(Kind.FILE, name, label);
    }

    /** For forms that stand more than once on a page; otherwise the name makes the id. */
    public Field id(String unique) {
        this.id = unique;
        return this;
    }

    public Field value(@Nullable String text) {
        this.value = text == null ? "" : text;
        return this;
    }

    public Field required() {
        return required(true);
    }

    public Field required(boolean must) {
        this.required = must;
        return this;
    }

    public Field readOnly(boolean fixed) {
        this.readOnly = fixed;
        return this;
    }

    /** How to fill it in; stands between label and input. */
    public Field hint(String sentence) {
        this.hint = sentence;
        return this;
    }

    /** Who needs it and on what ground; folded away until asked for. */
    public Field reason(String sentence) {
        this.reason = sentence;
        return this;
    }

    /** Where a value came from that the applicant needn't type, such as 营业执照库. */
    public Field filledFrom(String source) {
        this.filledFrom = source;
        return this;
    }

    /** What is wrong and what to do; null or empty if nothing is wrong. */
    public Field error(@Nullable String sentence) {
        this.error = sentence == null || sentence.isEmpty() ? null : sentence;
        return this;
    }

    public Field unit(String word) {
        this.unit = word;
        return this;
    }

    public Field choices(List<Choice> all) {
        this.choices = List.copyOf(all);
        return this;
    }

    /** In characters. */
    public Field longest(@Nullable Integer characters) {
        this.longest = characters;
        return this;
    }

    public Field least(@Nullable String bound) {
        this.least = bound;
        return this;
    }

    public Field most(@Nullable String bound) {
        this.most = bound;
        return this;
    }

    /** The smallest difference of two numbers, such as 0.01. */
    public Field step(@Nullable String difference) {
        this.step = difference;
        return this;
    }

    /** A fictitious value; never the only place of a hint. */
    public Field placeholder(String example) {
        this.placeholder = example;
        return this;
    }

    public Field autocomplete(String token) {
        this.autocomplete = token;
        return this;
    }

    /** Endings of a file, such as .pdf,.jpg. */
    public Field accept(String endings) {
        this.accept = endings;
        return this;
    }

    /**
     * An expression over other fields of the form, such as {@code q == 'a'}; while it doesn't hold the field is hidden
     * and not sent.
     */
    public Field shownWhen(String expression) {
        this.shownWhen = expression.isBlank() ? null : expression;
        return this;
    }

    /** Takes the whole width of the form. */
    public Field wide() {
        this.wide = true;
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String id() {
        return id;
    }

    public String value() {
        return value;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public String hint() {
        return hint;
    }

    public String reason() {
        return reason;
    }

    public String filledFrom() {
        return filledFrom;
    }

    public @Nullable String error() {
        return error;
    }

    public String unit() {
        return unit;
    }

    public List<Choice> choices() {
        return choices;
    }

    public @Nullable Integer longest() {
        return longest;
    }

    public @Nullable String least() {
        return least;
    }

    public @Nullable String most() {
        return most;
    }

    public @Nullable String step() {
        return step;
    }

    public @Nullable String placeholder() {
        return placeholder;
    }

    public @Nullable String autocomplete() {
        return autocomplete;
    }

    public @Nullable String accept() {
        return accept;
    }

    public @Nullable String shownWhen() {
        return shownWhen;
    }

    public boolean isWide() {
        return wide;
    }

    /** Whether it is a group of inputs under one legend. */
    public boolean isGroup() {
        return kind == Kind.RADIO || kind == Kind.CHECKBOXES || kind == Kind.YES_NO;
    }

    public boolean isChosen(Choice choice) {
        return kind == Kind.CHECKBOXES
                ? List.of(value.split("\\|")).contains(choice.value())
                : value.equals(choice.value());
    }

    /** Whether a unit stands after the input: an amount always has one. */
    public boolean hasUnit() {
        return !unit.isEmpty() || kind == Kind.MONEY;
    }

    /** The ids of unit, hint and error for aria-describedby; null if there is none of them. */
    public @Nullable String describedBy() {
        List<String> ids = new ArrayList<>();
        if (hasUnit() && !isGroup()) {
            ids.add(id + "-unit");
        }
        if (!hint.isEmpty()) {
            ids.add(id + "-hint");
        }
        if (error != null) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The type of the input element. */
    public String inputType() {
        return switch (kind) {
            case DATE -> "date";
            case PHONE -> "tel";
            case EMAIL -> "email";
            case SECRET -> "password";
            case FILE -> "file";
            case RADIO, YES_NO -> "radio";
            case CHECKBOXES -> "checkbox";
            default -> "text";
        };
    }

    /** The keyboard a phone shows. */
    public @Nullable String inputMode() {
        return switch (kind) {
            case NUMBER, MONEY -> "decimal";
            case REGION -> "numeric";
            default -> null;
        };
    }

    /** A class for the width its values need. */
    public String css() {
        return "field field-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + (wide ? " is-wide" : "");
    }
}
