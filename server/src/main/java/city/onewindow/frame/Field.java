package city.onewindow.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fill in, described in a template or a view model and drawn by {@code frame/field}: label, mark, hint,
 * error and unit, tied together for screen readers. Made, used and thrown away within one page.
 */
public final class Field {

    /** How it is filled in: the type of its input element, and the keyboard a phone shows for it. */
    public enum Kind {
        TEXT("text"),
        NUMBER("text", "decimal"),
        MONEY("text", "decimal"),
        DATE("date"),
        PHONE("tel"),
        EMAIL("email"),
        SECRET("password"),
        AREA(""),
        SELECT(""),
        RADIO("radio"),
        CHECKBOXES("checkbox"),
        YES_NO("radio"),
        REGION("text"),
        FILE("file");

        private final String inputType;
        private final @Nullable String inputMode;

        Kind(String inputType) {
            this(inputType, null);
        }

        Kind(String inputType, @Nullable String inputMode) {
            this.inputType = inputType;
            this.inputMode = inputMode;
        }

        /** Of the input element. */
        public String inputType() {
            return inputType;
        }

        public @Nullable String inputMode() {
            return inputMode;
        }

        /** Whether it is several inputs under one legend. */
        public boolean isGroup() {
            return this == RADIO || this == CHECKBOXES || this == YES_NO;
        }
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
    private String ground = "";
    private String filledFrom = "";
    private @Nullable String error;
    private String unit = "";
    private List<Choice> choices = List.of();
    private @Nullable String shownWhen;
    private @Nullable String requiredWhen;
    private final Map<String, String> attributes = new HashMap<>();
    private boolean wide;
    private boolean broad;

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

    /** The same question under another name, not yet answered: a cell of a column. */
    Field as(String other) {
        Field copy = new Field(kind, other, label)
                .choices(choices)
                .required(required)
                .hint(hint)
                .unit(unit);
        copy.attributes.putAll(attributes);
        return copy;
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

    /** Who needs it and on what ground, which is Chinese or empty; folded away until asked for. */
    public Field reason(String sentence, String law) {
        this.reason = sentence;
        this.ground = law;
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
        return attribute("maxlength", characters);
    }

    public Field least(@Nullable String bound) {
        return attribute("min", bound);
    }

    public Field most(@Nullable String bound) {
        return attribute("max", bound);
    }

    /** A fictitious value; never the only place of a hint. */
    public Field placeholder(@Nullable String example) {
        return attribute("placeholder", example);
    }

    public Field autocomplete(@Nullable String token) {
        return attribute("autocomplete", token);
    }

    /** Id of a datalist with values that may stand here; null if there is none. */
    public Field suggestions(@Nullable String list) {
        return attribute("list", list);
    }

    /** Endings of a file, such as .pdf,.jpg. */
    public Field accept(@Nullable String endings) {
        return attribute("accept", endings);
    }

    /**
     * An expression over other fields of the form, such as {@code q == 'a'}; while it doesn't hold the field is hidden
     * and not sent.
     */
    public Field shownWhen(String expression) {
        this.shownWhen = expression.isBlank() ? null : expression;
        return this;
    }

    /** An expression over other fields of the form; while it holds the field is marked as a must, as if required. */
    public Field requiredWhen(String expression) {
        this.requiredWhen = expression.isBlank() ? null : expression;
        return this;
    }

    /** Takes the whole width of the form. */
    public Field wide() {
        this.wide = true;
        return this;
    }

    /** Takes twice the width of its neighbours in a form of columns. */
    public Field broad() {
        this.broad = true;
        return this;
    }

    private Field attribute(String attribute, @Nullable Object text) {
        if (text != null) {
            attributes.put(attribute, text.toString());
        }
        return this;
    }

    /** What the templates draw. */
    public FieldFacts facts() {
        return new FieldFacts(
                kind,
                name,
                label,
                id,
                value,
                required,
                requiredWhen,
                readOnly,
                hint,
                reason,
                ground,
                filledFrom,
                error,
                unit,
                choices,
                attributes,
                shownWhen,
                wide,
                broad);
    }
}
