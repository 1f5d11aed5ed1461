package city.onewindow.catalog.web;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Remote;
import city.onewindow.catalog.Savings;
import city.onewindow.catalog.Span;
import city.onewindow.catalog.WaitingQuestion;
import city.onewindow.frame.Figure;
import city.onewindow.frame.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of one guide. */
public final class GuideWords {

    /** More options than these say less, not more. */
    private static final int OPTIONS = 6;

    private static final int NAMES = 3;

    private final Messages texts;
    private final GuideView guide;
    private final Words words;
    private final ConditionWords conditions;

    public GuideWords(GuideView guide, Words words) {
        this.texts = words.texts();
        this.guide = guide;
        this.words = words;
        List<Question> questions = Stream.concat(
                        guide.errand().questions().stream(),
                        guide.errand().waiting().stream().map(WaitingQuestion::question))
                .toList();
        this.conditions = new ConditionWords(texts, new GuideNames(words, guide.catalog(), questions));
    }

    /** What one window saves of something: the number before is shown only if there is a difference. */
    public Figure saved(String key, Savings.Change change) {
        String before = change.before() == change.after() ? "" : String.valueOf(change.before());
        return new Figure(texts.t(key), String.valueOf(change.after()), texts.t(key + ".unit", change.after()), before);
    }

    /** The trips that it saves, and by which way they are counted: who applies online makes none of those to hand in. */
    public Figure trips(Savings savings) {
        Figure trips = saved("catalog.savings.trips", savings.trips());
        return isRemote()
                ? new Figure(texts.t("catalog.savings.trips.at-window"), trips.value(), trips.unit(), trips.before())
                : trips;
    }

    private boolean isRemote() {
        return guide.onlineAddress().isPresent() && Remote.of(guide.errand()).offer() != Remote.Offer.LOOK;
    }

    /** How many trips it takes together, and what for; and how many materials nobody has to prepare. */
    public List<String> aboutSavings(Savings savings) {
        List<String> sentences = new ArrayList<>();
        String way = isRemote() ? "catalog.savings.trips.remote." : "catalog.savings.trips.";
        sentences.add(texts.t(way + (savings.trips().after() > 1 ? "two" : "one")));
        String unasked = Stream.of(
                        unasked("fetched", savings.fetched()),
                        unasked("printed", savings.printed()),
                        unasked("produced", savings.produced()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(texts.t("catalog.comma")));
        if (!unasked.isEmpty()) {
            sentences.add(texts.t("catalog.savings.unasked", unasked));
        }
        return sentences;
    }

    private String unasked(String kind, int number) {
        return number == 0 ? "" : texts.t("catalog.savings." + kind, number);
    }

    /** The days as a number beside what they would be one after another; in words if the law counts two kinds of days. */
    public Figure savedDays(Savings savings) {
        String label = texts.t("catalog.savings.days");
        boolean saves = !savings.promised().equals(savings.promisedOneByOne());
        boolean numbers = Stream.of(savings.promised(), savings.promisedOneByOne())
                .allMatch(span ->
                        span.naturalDays().signum() == 0 && span.workingDays().signum() > 0);
        return numbers
                ? new Figure(
                        label,
                        plain(savings.promised()),
                        texts.t("catalog.savings.days.unit", plain(savings.promised())),
                        saves ? plain(savings.promisedOneByOne()) : "")
                : new Figure(
                        label, words.days(savings.promised()), "", saves ? words.days(savings.promisedOneByOne()) : "");
    }

    private static String plain(Span span) {
        return span.workingDays().stripTrailingZeros().toPlainString();
    }

    /** The first materials to bring, by name. */
    public String bring() {
        List<MergedMaterial> materials = guide.toBring();
        String some = materials.stream()
                .limit(NAMES)
                .map(material -> words.say(material.name()))
                .collect(Collectors.joining(texts.t("catalog.comma")));
        return materials.size() > NAMES ? texts.t("catalog.brief.bring.more", some) : some;
    }

    /** In what form a material comes, or from where. */
    public String source(MergedMaterial material) {
        return switch (material.origin()) {
            case APPLICANT -> words.form(material.form(), material.copies());
            case FETCHED -> texts.t("catalog.material.fetched", words.say(material.shareableFrom()));
            case FORM -> texts.t("catalog.material.printed");
        };
    }

    /** What stands under an item's name in the picture. */
    public List<String> under(GuideItem item) {
        return List.of(
                words.shortDepartment(item.department()),
                words.days(item.terms().promised()));
    }

    /** When an item begins. */
    public String starts(GuideItem item) {
        if (item.after().isEmpty()) {
            return texts.t("catalog.item.starts.at-once");
        }
        String numbers = item.after().stream()
                .map(GuideItem::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(texts.t("catalog.comma")));
        return texts.t("catalog.item.starts.after", numbers);
    }

    /** The picture of the flow for those who can't see it. */
    public String flow() {
        return guide.items().stream()
                .map(item -> texts.t(
                        "catalog.flow.item",
                        item.number(),
                        words.say(item.name()),
                        String.join(texts.t("catalog.comma"), under(item)),
                        starts(item)))
                .collect(Collectors.joining());
    }

    /** What kind of value a field takes, and whether it fills itself. */
    public String kind(MergedField field) {
        DataElement element = field.element();
        List<String> parts = new ArrayList<>();
        parts.add(texts.t("catalog.type." + element.type()));
        if (!element.options().isEmpty() && element.type() != FieldType.BOOLEAN) {
            parts.add(options(element.options()));
        }
        if (element.type() == FieldType.TABLE) {
            parts.add(element.constraint().columns().stream()
                    .map(column ->
                            guide.catalog().element(column).map(words::name).orElse(column))
                    .collect(Collectors.joining(texts.t("catalog.comma"))));
        }
        if (field.isAsked() && !element.prefillSource().equals("none")) {
            parts.add(texts.t("catalog.field.prefilled"));
        }
        return String.join(texts.t("catalog.colon"), parts);
    }

    private String options(List<Option> options) {
        String some =
                options.stream().limit(OPTIONS).map(words::text).collect(Collectors.joining(texts.t("catalog.comma")));
        return options.size() > OPTIONS ? texts.t("catalog.field.options.more", some, options.size()) : some;
    }

    /** Whether the field must be filled in, or why it needn't. */
    public String must(MergedField field) {
        if (!field.given().isEmpty()) {
            String value = field.element().options().stream()
                    .filter(option -> option.code().equals(field.given()))
                    .map(words::text)
                    .findFirst()
                    .orElse(field.given());
            return texts.t("catalog.field.given", value);
        }
        if (!field.producer().isEmpty()) {
            return texts.t("catalog.field.produced", words.say(field.producer()));
        }
        if (field.mandatoryWhen().equals(Expression.ALWAYS)) {
            return texts.t("catalog.field.must.always");
        }
        if (field.mandatoryWhen().equals(Expression.NEVER)) {
            return texts.t("catalog.field.must.never");
        }
        return field.mandatoryWhen().equals(field.shownWhen())
                ? texts.t("catalog.field.must.shown")
                : texts.t("catalog.field.must.when", conditions.of(field.mandatoryWhen()));
    }

    /** When the field is asked at all; empty if always. */
    public String shown(MergedField field) {
        return shown(field, "catalog.field.shown");
    }

    /** The same on paper, where nothing is asked. */
    String writtenWhen(MergedField field) {
        return shown(field, "catalog.field.written");
    }

    private String shown(MergedField field, String key) {
        return field.shownWhen().equals(Expression.ALWAYS) || !field.isAsked()
                ? ""
                : texts.t(key, conditions.of(field.shownWhen()));
    }

    /** On what in the form a question hangs. */
    public String waits(WaitingQuestion waiting) {
        return texts.t("catalog.waiting.when", conditions.of(waiting.when()), words.text(waiting.question()));
    }

    /** What each answer to a question that waits would bring, as far as it is papers or services. */
    public List<String> brings(WaitingQuestion waiting) {
        List<String> sentences = new ArrayList<>();
        for (Option option : waiting.question().answers()) {
            List<String> parts = new ArrayList<>();
            parts.add(brought(waiting, option, Effect.Kind.INCLUDE_ITEM, "catalog.waiting.item"));
            parts.add(brought(waiting, option, Effect.Kind.EXCLUDE_ITEM, "catalog.waiting.no-item"));
            parts.add(brought(waiting, option, Effect.Kind.REQUIRE_MATERIAL, "catalog.waiting.material"));
            parts.add(brought(waiting, option, Effect.Kind.DEFER_MATERIAL, "catalog.waiting.later"));
            parts.removeIf(String::isEmpty);
            if (!parts.isEmpty()) {
                sentences.add(texts.t(
                        "catalog.waiting.answer",
                        words.text(option),
                        String.join(texts.t("catalog.semicolon"), parts)));
            }
        }
        return sentences;
    }

    private String brought(WaitingQuestion waiting, Option option, Effect.Kind kind, String key) {
        String names = waiting.effects().stream()
                .filter(effect -> effect.kind() == kind && effect.answer().equals(option.code()))
                .map(effect -> effect.material().isEmpty() ? effect.item() : effect.material())
                .distinct()
                .collect(Collectors.joining(texts.t("catalog.comma")));
        return names.isEmpty() ? "" : texts.t(key, names);
    }

    /** Which items need a field or a material. */
    public String needing(List<Reason> reasons) {
        List<String> items = reasons.stream().map(Reason::item).distinct().toList();
        if (items.size() == guide.items().size() && items.size() > 1) {
            return texts.t("catalog.field.reasons.all");
        }
        return items.stream()
                .map(item -> guide.isMerged() ? guide.item(item).number() + ". " + item : item)
                .collect(Collectors.joining(texts.t("catalog.semicolon")));
    }

    /** What changed, for those who can't see the page change. */
    public String said() {
        return texts.t(
                "catalog.guide.said",
                guide.items().size(),
                guide.toBring().size(),
                words.days(guide.promised().span()));
    }
}
