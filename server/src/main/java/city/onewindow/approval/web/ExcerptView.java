package city.onewindow.approval.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Gap;
import city.onewindow.intake.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts an {@link Excerpt} into words. */
final class ExcerptView {

    private final Excerpt excerpt;
    private final Catalog catalog;
    private final String filesAt;
    private final Map<String, String> fileNames;

    /** Asked of the whole once, not line by line. */
    private final List<Gap> toVerify;

    /**
     * @param filesAt the address that a file's id is put behind
     * @param fileNames by id
     */
    ExcerptView(Excerpt excerpt, Catalog catalog, String filesAt, Map<String, String> fileNames) {
        this.excerpt = excerpt;
        this.catalog = catalog;
        this.filesAt = filesAt;
        this.fileNames = fileNames;
        this.toVerify = excerpt.toVerify();
    }

    List<FormGroup> form() {
        Map<String, List<FormGroup.Line>> groups = new LinkedHashMap<>();
        for (MergedField field : excerpt.fields()) {
            groups.computeIfAbsent(field.element().group(), group -> new ArrayList<>())
                    .add(line(field.element()));
        }
        return groups.entrySet().stream()
                .map(group -> new FormGroup(group.getKey(), group.getValue()))
                .toList();
    }

    List<MaterialLine> materials() {
        List<MaterialLine> lines = new ArrayList<>();
        excerpt.materials().forEach(material -> lines.add(line(material)));
        excerpt.produced()
                .forEach(material -> lines.add(new MaterialLine(
                        material.name(),
                        Tone.INFO,
                        "本办件产生",
                        List.of(),
                        "",
                        "由「" + material.producer() + "」产生，申请人不用提交",
                        List.of())));
        return lines;
    }

    private FormGroup.Line line(DataElement element) {
        if (element.type() == FieldType.TABLE) {
            List<DataElement> columns = element.constraint().columns().stream()
                    .flatMap(code -> catalog.element(code).stream())
                    .toList();
            List<List<String>> rows = excerpt.dossier().form().rows(element.code()).stream()
                    .map(row -> columns.stream()
                            .map(column -> catalog.inWords(column, row.getOrDefault(column.code(), "")))
                            .toList())
                    .toList();
            return new FormGroup.Line(
                    element.name(),
                    "",
                    columns.stream().map(DataElement::name).toList(),
                    rows,
                    null,
                    toVerify(element));
        }
        String value = excerpt.dossier().form().text(element.code());
        return new FormGroup.Line(
                element.name(),
                catalog.inWords(element, value),
                List.of(),
                List.of(),
                element.type() == FieldType.FILE_REF ? file(value) : null,
                toVerify(element));
    }

    private String toVerify(DataElement element) {
        return toVerify.stream()
                .filter(gap -> gap.concernsField(element.code()))
                .map(Gap::problem)
                .collect(Collectors.joining("；"));
    }

    private MaterialLine line(MergedMaterial material) {
        Optional<CheckedMaterial> checked = excerpt.checked(material);
        if (checked.isEmpty()) {
            boolean later = !material.later().isEmpty();
            String missing = toVerify(material, Gap::problem);
            return new MaterialLine(
                    material.name(),
                    later ? Tone.PAUSED : missing.isEmpty() ? Tone.IDLE : Tone.WARN,
                    later ? "受理后补" : missing.isEmpty() ? "未提交（非必要）" : "未提交",
                    List.of(),
                    missing,
                    material.later(),
                    List.of());
        }
        CheckedMaterial found = checked.get();
        return new MaterialLine(
                material.name(),
                tone(found.way()),
                found.way().words(),
                found.pointsMet().stream()
                        .filter(point -> point < material.reviewPoints().size())
                        .map(material.reviewPoints()::get)
                        .toList(),
                toVerify(material, Gap::remedy),
                found.remark(),
                found.files().stream().map(id -> file(id.toString())).toList());
    }

    private String toVerify(MergedMaterial material, Function<Gap, String> words) {
        return toVerify.stream()
                .filter(gap -> gap.concerns(material.key()))
                .map(words)
                .collect(Collectors.joining());
    }

    private Link file(String id) {
        return new Link(fileNames.getOrDefault(id, "文件"), filesAt + id);
    }

    private static Tone tone(Way way) {
        return switch (way) {
            case FILE, SEEN, FETCHED, SIGNED -> Tone.GOOD;
            case DEFERRED, TO_SHOW -> Tone.PAUSED;
            case NOT_APPLICABLE, SETTLED -> Tone.IDLE;
        };
    }
}
