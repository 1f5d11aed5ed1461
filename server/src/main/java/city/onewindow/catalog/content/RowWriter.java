package city.onewindow.catalog.content;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.SituationExample;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes records of the content as the rows they would be read from: what {@link ContentReader} reads back is the same. */
public final class RowWriter {

    /** Nothing kept says how far a text was compared with the law; whoever edits it answers for it. */
    private static final String CHECKED = "partly";

    private final Content content;

    public RowWriter(Content content) {
        this.content = content;
    }

    /** An item in full: its own row, its materials, its fields, its situations. */
    public ContentRows item(Item item, String source) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(ItemsFile.NAME, List.of(own(item)));
        rows.put(
                MaterialsFile.NAME,
                item.materials().stream()
                        .map(material -> material(item, material))
                        .toList());
        rows.put(
                FieldsFile.NAME,
                item.fields().stream().map(field -> field(item, field)).toList());
        Situations own = item.situations();
        situations(rows, item.name(), own.questions(), own.effects(), own.examples());
        return new ContentRows(source, rows, List.of(item.name()));
    }

    /** A one-thing in full: its items, questions, effects, examples, its place on the home page. */
    public ContentRows oneThing(OneThing thing, String source) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(
                OneThingsFile.NAME,
                thing.members().stream().map(member -> member(thing, member)).toList());
        situations(rows, thing.name(), thing.questions(), thing.effects(), thing.examples());
        Map<String, String> topic = new LinkedHashMap<>();
        topic.put("one_thing", thing.name());
        topic.put("audience", thing.audience().name().toLowerCase(Locale.ROOT));
        topic.put("life_event", thing.lifeEvent());
        topic.put("status", thing.status().term());
        rows.put(TopicsFile.NAME, List.of(topic));
        return new ContentRows(source, rows, List.of(thing.name()));
    }

    /** A window: its own row is all there is of it. */
    public ContentRows window(Window window, String source) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", window.code());
        row.put("name_zh", window.name());
        row.put("name_en", window.nameEn());
        row.put("kind", window.kind().name().toLowerCase(Locale.ROOT));
        row.put("lead_department", window.leadDepartment());
        row.put("cooperating_departments", String.join("|", window.cooperatingDepartments()));
        row.put("scope_zh", window.scope());
        row.put("order", String.valueOf(window.order()));
        return new ContentRows(source, Map.of(WindowsFile.NAME, List.of(row)), List.of());
    }

    /** @param asker name of who asks */
    private static void situations(
            Map<String, List<Map<String, String>>> rows,
            String asker,
            List<Question> questions,
            List<Effect> effects,
            List<SituationExample> examples) {
        rows.put(
                SituationsFile.NAME,
                questions.stream().map(question -> question(asker, question)).toList());
        rows.put(
                EffectsFile.NAME,
                effects.stream().map(effect -> effect(asker, effect)).toList());
        rows.put(
                ExamplesFile.NAME,
                examples.stream().map(example -> example(asker, example)).toList());
    }

    private Map<String, String> own(Item item) {
        Particulars particulars = item.particulars();
        Map<String, String> row = new LinkedHashMap<>();
        ItemsFile.COLUMNS.forEach(column -> row.put(column, ""));
        row.put("item", item.name());
        row.put("status", particulars.status().term());
        terms(item.terms(), row);
        row.put("department", content.departmentName(item.department()));
        row.put("home_window", window(item.homeWindow()));
        particulars(particulars, row);
        row.put("confidence", item.confidence());
        return row;
    }

    /** What a department says of its item beside its terms. */
    static void particulars(Particulars particulars, Map<String, String> row) {
        row.put("fee_basis", particulars.feeBasis());
        row.put("basic_code", particulars.basicCode());
        row.put("implementation_code", particulars.implementationCode());
        row.put("level", particulars.level());
        row.put("serves", String.join("|", particulars.serves()));
        row.put("conditions", Sentences.numbered(particulars.conditions()));
        row.put("channels", String.join("|", particulars.channels()));
        row.put("range", particulars.range());
        row.put("visits", particulars.visits() == null ? "" : String.valueOf(particulars.visits()));
        row.put("visit_reason", particulars.visitReason());
        row.put("address", particulars.address());
        row.put("hours", particulars.hours());
        row.put("phone", particulars.phone());
        row.put("complaint_phone", particulars.complaintPhone());
        row.put(
                "chain",
                particulars.chain() == Chain.TWO ? "" : particulars.chain().term());
        boolean usual = particulars.extension().equals(Extension.USUAL);
        row.put(
                ItemsFile.EXTENSION_DAYS,
                usual ? "" : String.valueOf(particulars.extension().days()));
        row.put(ItemsFile.EXTENSION_GROUND, usual ? "" : particulars.extension().ground());
        row.put(
                ItemsFile.TECHNICAL_CHECK,
                particulars.technicalCheck() == null
                        ? ""
                        : particulars.technicalCheck().term());
        row.put("result_sample", particulars.resultSample());
        row.put("remedies", Sentences.numbered(particulars.remedies()));
        row.put("common_questions", Sentences.numbered(particulars.commonQuestions()));
        row.put("outside_reason", particulars.outsideReason());
    }

    private Map<String, String> member(OneThing thing, Member member) {
        Item item = content.items().get(member.item());
        Map<String, String> row = new LinkedHashMap<>();
        row.put("one_thing", thing.name());
        row.put("item", member.item());
        terms(member.terms(), row);
        row.put("department", item == null ? "" : content.departmentName(item.department()));
        row.put("window", window(thing.window()));
        row.put("after_items", String.join(";", member.after()));
        row.put("seq", String.valueOf(member.seq()));
        row.put("optional", member.optional() ? "选办" : "必办");
        row.put("home_window", item == null ? "" : window(item.homeWindow()));
        row.put("choice_group", member.choiceGroup());
        row.put("law_text_checked", CHECKED);
        row.put("confidence", item == null ? "" : item.confidence());
        return row;
    }

    private static void terms(Terms terms, Map<String, String> row) {
        row.put("item_type", terms.itemType());
        row.put("legal_basis", terms.legalBasis());
        row.put("statutory_days", days(terms.statutory()));
        row.put("promised_days", days(terms.promised()));
        row.put("fee", terms.fee());
        row.put("result_doc", terms.result());
        row.put(ResultNumber.COLUMN, ResultNumber.word(terms.numberedByDepartment()));
        row.put("case_kind", terms.kind().term());
        row.put("day_unit", terms.promised().unit().term());
        row.put("special_steps", terms.specialSteps());
        row.put("note", terms.note());
    }

    private static Map<String, String> material(Item item, Material material) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("item", item.name());
        row.put("material", material.name());
        row.put("required", material.requirement().term());
        row.put("form", material.form().term());
        row.put("copies", String.valueOf(material.copies()));
        row.put("source", material.source());
        row.put("issuer", material.issuer());
        row.put("shareable_from", material.shareableFrom());
        row.put("review_points", Sentences.numbered(material.reviewPoints()));
        row.put("legal_basis", material.legalBasis());
        row.put("shared_key", material.key());
        row.put("condition", material.condition());
        row.put("law_text_checked", CHECKED);
        row.put("confidence", material.confidence());
        for (FormPaper paper : FormPaper.values()) {
            OwnForm form = material.forms().get(paper);
            row.put(paper.column(), form == null ? "" : form.written());
        }
        return row;
    }

    private static Map<String, String> field(Item item, FieldUse field) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("item", item.name());
        row.put("data_element", field.element());
        row.put("required", field.mandatory() ? "必填" : "选填");
        row.put("condition", field.condition().text());
        row.put("order", String.valueOf(field.order()));
        row.put("note", field.note());
        return row;
    }

    private static Map<String, String> question(String asker, Question question) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("one_thing", asker);
        row.put("question_code", question.code());
        row.put("order", String.valueOf(question.order()));
        row.put("question_zh", question.text());
        row.put("question_en", question.textEn());
        row.put("answers", question.answers().stream().map(RowWriter::option).collect(Collectors.joining("|")));
        row.put("default", question.defaultAnswer());
        row.put("shown_when", question.shownWhen().text());
        row.put("fills_element", question.fillsElement() == null ? "" : question.fillsElement());
        return row;
    }

    private static String option(Option option) {
        return option.code() + "=" + option.text();
    }

    private static Map<String, String> effect(String asker, Effect effect) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("one_thing", asker);
        row.put("question_code", effect.question());
        row.put("answer", effect.answer());
        row.put(
                "effect",
                effect.kind() == Effect.Kind.DEFER_MATERIAL
                        ? "drop_material"
                        : effect.kind().name().toLowerCase(Locale.ROOT));
        row.put("target", effect.material().isEmpty() ? effect.item() : effect.item() + "::" + effect.material());
        row.put("note", effect.note());
        return row;
    }

    private static Map<String, String> example(String asker, SituationExample example) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("one_thing", asker);
        row.put("given_answers", ExamplesFile.written(example));
        row.put("expected_items", String.join("|", example.items()));
        row.put("expected_materials", String.join("|", example.materials()));
        row.put("expected_fields", String.join("|", example.fields()));
        row.put("note", example.note());
        return row;
    }

    private static String days(@Nullable TimeLimit limit) {
        return limit == null ? "" : limit.days().stripTrailingZeros().toPlainString();
    }

    private String window(String code) {
        Window window = content.windows().get(code);
        return window == null ? code : window.name();
    }
}
