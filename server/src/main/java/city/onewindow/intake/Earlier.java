package city.onewindow.intake;

import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an application can take over from earlier cases of its applicant, and what of its form says the same as they did: from the
 * earlier stages of its project, or from the newest case of one who comes again. Pure.
 *
 * @param values of fields that are empty here, as the newest case that said them has them
 * @param materials of which nothing has come in here, and the newest case that holds files of them
 * @param sources by code of each field that says what an earlier case said, the number of that case
 * @param numbers of the earlier cases
 */
public record Earlier(FormValues values, List<Held> materials, Map<String, String> sources, List<String> numbers) {

    /** Where nobody has shown who he is, as online, and of an errand that is no stage. */
    public static final Earlier NOTHING = new Earlier(FormValues.EMPTY, List.of(), Map.of(), List.of());

    /**
     * Files that an earlier case has of a material.
     *
     * @param key of the material
     * @param from number of that case
     * @param remark where it comes from, as it is noted at the material
     */
    public record Held(String key, String from, String remark, List<UUID> files) {}

    public Earlier {
        materials = List.copyOf(materials);
        sources = Map.copyOf(sources);
        numbers = List.copyOf(numbers);
    }

    /** Whether there is anything to take over. */
    public boolean offers() {
        return !values.codes().isEmpty() || !materials.isEmpty();
    }

    /** @param before dossiers of its applicant's earlier stages, the newest first */
    static Earlier of(Dossier dossier, List<Dossier> before) {
        if (before.isEmpty()) {
            return NOTHING;
        }
        Application application = dossier.application();
        Earlier said = said(dossier, before, field -> true);
        List<Held> held = dossier.merge().materials().stream()
                .filter(material -> !application.materials().containsKey(material.key()))
                .flatMap(material -> held(material, before).stream())
                .toList();
        return new Earlier(said.values, held, said.sources, said.numbers);
    }

    /** Of these what was said of certain fields, and no materials. */
    static Earlier said(Dossier dossier, List<Dossier> before, Predicate<MergedField> those) {
        Said said = new Said(dossier.application().form(), before);
        dossier.merge().fields().stream()
                .filter(Earlier::isTaken)
                .filter(those)
                .forEach(field -> said.read(field.element().code()));
        return new Earlier(
                new FormValues(said.texts, said.tables),
                List.of(),
                said.sources,
                before.stream().map(one -> one.application().number()).toList());
    }

    /** Those of the values that the form takes; one that it would refuse stays for the clerk to type. */
    FormValues right(Dossier dossier) {
        FormValues form = dossier.application().form();
        Set<String> wrong = dossier.check().faults(form.with(values.texts(), values.tables())).stream()
                .map(fault -> fault.pointer().split("/", -1)[2])
                .collect(Collectors.toSet());
        return values.without(wrong);
    }

    /** A file is of the case for which it was uploaded; the project is how the stages are found. */
    private static boolean isTaken(MergedField field) {
        return field.isAsked()
                && field.element().type() != FieldType.FILE_REF
                && !field.element().code().equals(Stage.PROJECT_CODE);
    }

    /** What was said before, field by field: taken over where the form is empty, a source where it says the same. */
    private record Said(
            FormValues form,
            List<Dossier> before,
            Map<String, String> texts,
            Map<String, List<Map<String, String>>> tables,
            Map<String, String> sources) {

        Said(FormValues form, List<Dossier> before) {
            this(form, before, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void read(String code) {
            before.stream().filter(one -> one.form().has(code)).findFirst().ifPresent(said -> {
                FormValues theirs = said.form();
                if (form.has(code)) {
                    if (form.text(code).equals(theirs.text(code))
                            && form.rows(code).equals(theirs.rows(code))) {
                        sources.put(code, said.application().number());
                    }
                } else if (theirs.rows(code).isEmpty()) {
                    texts.put(code, theirs.text(code));
                } else {
                    tables.put(code, theirs.rows(code));
                }
            });
        }
    }

    private static Optional<Held> held(MergedMaterial material, List<Dossier> before) {
        return before.stream()
                .flatMap(one -> Optional.ofNullable(
                        one.application().materials().get(material.key()))
                        .filter(found ->
                                found.way() == Way.FILE && !found.files().isEmpty())
                        .map(found -> new Held(material.key(), one.application().number(), remark(one), found.files()))
                        .stream())
                .findFirst();
    }

    private static String remark(Dossier one) {
        return "沿用前阶段办件 " + one.application().number() + " 的电子件，请核对是否仍然有效。";
    }
}
