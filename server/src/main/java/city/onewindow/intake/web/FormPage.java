package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Question;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Earlier;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the second page out of a dossier and what was last typed.
 *
 * @param typed laid over what is kept, so that a wrong value stays to be mended
 * @param faults told at their fields
 * @param addedRow code of the table that gets one more empty row; empty if none
 */
record FormPage(FormDesk desk, Dossier dossier, Catalog catalog, TypedForm typed, List<Fault> faults, String addedRow) {

    private static final int POINTER_WITH_CELL = 5;

    FormView show(boolean mayGoOn) {
        FormValues values = typed.over(dossier.application().form());
        Map<String, String> texts = new HashMap<>();
        Map<String, Map<String, String>> cells = new HashMap<>();
        faults.forEach(fault -> tell(fault, texts, cells));
        ReaderWords words = words();
        FormFields fields = new FormFields(catalog, words);
        Earlier earlier = desk.earlier().apply(dossier);
        Earlier returning = desk.returning().apply(dossier);
        Map<String, String> sources = sources(earlier, returning);
        FormQuestions questions = FormQuestions.of(dossier);
        List<FormView.Group> groups = new ArrayList<>();
        grouped(dossier).forEach((name, members) -> {
            List<FormView.Entry> entries = new ArrayList<>();
            for (MergedField member : members) {
                if (member.isAsked()) {
                    entries.add(entry(member, fields, values, texts, cells, sources.getOrDefault(code(member), "")));
                    questions
                            .behind(member)
                            .forEach(question -> entries.add(FormView.Entry.of(
                                    questions.field(question, member, words).error(texts.get(question.code())))));
                }
            }
            List<String> settled = members.stream()
                    .filter(member -> !member.isAsked())
                    .map(field -> settled(field, words))
                    .toList();
            groups.add(
                    new FormView.Group("g-" + (groups.size() + 1), words.names().say(name), entries, settled));
        });
        return new FormView(
                desk.bar().apply(dossier, words),
                groups,
                progress(dossier, words),
                dossier.application().version(),
                faults.stream()
                        .map(fault -> new Link(fault.message(), "#" + TypedForm.NOTHING.inputOf(fault)))
                        .toList(),
                mayGoOn,
                desk.alike().apply(dossier),
                earlier,
                returning,
                desk.demo());
    }

    private ReaderWords words() {
        return ReaderWords.of(desk.texts(), catalog);
    }

    /** How full the form is, as it is kept. */
    static Kept.Progress progress(Dossier dossier, ReaderWords words) {
        FormValues form = dossier.application().form();
        Map<String, String> known = dossier.check().known(form);
        Map<String, Fault> open = new LinkedHashMap<>();
        dossier.check().open(form).forEach(fault -> open.putIfAbsent(TypedForm.codeOf(fault), fault));
        FormQuestions questions = FormQuestions.of(dossier);
        List<Kept.Part> parts = new ArrayList<>();
        grouped(dossier).forEach((name, members) -> {
            List<String> must = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (MergedField member : members) {
                String code = code(member);
                if (member.isAsked() && (member.mandatoryWhen().holds(known) || open.containsKey(code))) {
                    must.add(code);
                }
                if (open.containsKey(code)) {
                    missing.add(code);
                }
                for (Question question : questions.behind(member)) {
                    must.add(question.code());
                    if (questions.isOpen(question)) {
                        missing.add(question.code());
                    }
                }
            }
            String href = missing.isEmpty() ? "#g-" + (parts.size() + 1) : "#f-" + missing.get(0);
            parts.add(new Kept.Part(words.names().say(name), href, must.size() - missing.size(), must.size()));
        });
        return new Kept.Progress(parts, open.size() + dossier.unanswered().size());
    }

    private FormView.Entry entry(
            MergedField member,
            FormFields fields,
            FormValues values,
            Map<String, String> texts,
            Map<String, Map<String, String>> cells,
            String source) {
        String code = code(member);
        String shownWhen = member.shownWhen().text();
        String reason = words().reason(member.reasons());
        String ground = words().ground(member.reasons());
        if (member.element().type() == FieldType.TABLE) {
            List<Map<String, String>> rows = new ArrayList<>(values.rows(code));
            if (code.equals(addedRow)) {
                rows.add(Map.of());
            }
            Map<String, String> errors = cells.getOrDefault(code, Map.of());
            return new FormView.Entry(null, fields.table(member, rows, errors), null, shownWhen, reason, ground);
        }
        if (member.element().type() == FieldType.FILE_REF) {
            FormView.Upload upload = upload(member, values.text(code), texts.get(code));
            return new FormView.Entry(null, null, upload, shownWhen, reason, ground);
        }
        Field field = fields.field(member)
                .value(values.text(code))
                .error(texts.get(code))
                .filledFrom(source);
        return new FormView.Entry(field, null, null, "", reason, ground);
    }

    /** Where what a field says is known from, by its code. */
    private Map<String, String> sources(Earlier earlier, Earlier returning) {
        Map<String, String> sources = new HashMap<>();
        returning.sources().forEach((code, number) -> sources.put(code, "上次办件 " + number));
        earlier.sources().forEach((code, number) -> sources.put(code, "前阶段办件 " + number));
        dossier.prefilled().forEach(code -> sources.put(code, words().t("form.source.applicant")));
        return sources;
    }

    private FormView.Upload upload(MergedField member, String value, @Nullable String error) {
        DataElement element = member.element();
        ReaderWords words = words();
        Field file = Field.file("file", words.names().name(element))
                .id("f-" + element.code())
                .required(member.mandatoryWhen().equals(Expression.ALWAYS)
                        || member.mandatoryWhen().equals(member.shownWhen()))
                .reason(words.reason(member.reasons()), words.ground(member.reasons()))
                .error(error)
                .hint(words.checks().file(element.constraint()))
                .accept(Uploads.accept(element.constraint()));
        Link taken = value.isEmpty() ? null : new Link(words.t("form.file.taken"), desk.place() + "/files/" + value);
        return new FormView.Upload(
                file,
                "upload-" + element.code(),
                desk.form() + "/files/" + element.code(),
                taken,
                FormView.Upload.Limits.of(element.constraint()));
    }

    private static void tell(Fault fault, Map<String, String> texts, Map<String, Map<String, String>> cells) {
        String[] steps = fault.pointer().split("/", -1);
        texts.putIfAbsent(steps[2], fault.message());
        String cell = steps.length < POINTER_WITH_CELL ? "" : steps[3] + "/" + steps[4];
        cells.computeIfAbsent(steps[2], table -> new HashMap<>()).putIfAbsent(cell, fault.message());
    }

    private static String settled(MergedField field, ReaderWords words) {
        String name = words.names().name(field.element());
        if (!field.producer().isEmpty()) {
            return words.t("form.settled.produced", name, words.names().say(field.producer()));
        }
        String said = field.element().options().stream()
                .filter(option -> option.code().equals(field.given()))
                .map(words::said)
                .findFirst()
                .orElse(field.given());
        return words.t("form.settled.answered", name, said);
    }

    private static Map<String, List<MergedField>> grouped(Dossier dossier) {
        return dossier.merge().fields().stream()
                .collect(Collectors.groupingBy(
                        field -> field.element().group(), LinkedHashMap::new, Collectors.toList()));
    }

    private static String code(MergedField field) {
        return field.element().code();
    }
}
