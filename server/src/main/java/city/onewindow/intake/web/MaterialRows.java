package city.onewindow.intake.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Gap;
import city.onewindow.intake.Way;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the third page, and of the page where deferred materials are supplied. */
final class MaterialRows {

    private final Dossier dossier;
    private final boolean supplying;
    private final Map<String, String> names;
    private final Set<String> open;

    /**
     * @param supplying whether the application is a case, so that only what was deferred may come in
     * @param names of the files taken in, by id
     */
    MaterialRows(Dossier dossier, boolean supplying, Map<String, String> names) {
        this.dossier = dossier;
        this.supplying = supplying;
        this.names = names;
        this.open = Stream.concat(dossier.gaps().stream(), dossier.late().stream())
                .map(Gap::pointer)
                .collect(Collectors.toSet());
    }

    List<MaterialRow> all() {
        return dossier.merge().materials().stream()
                .map(material -> row(material, null, List.of()))
                .toList();
    }

    /** Those that are still to follow. */
    List<MaterialRow> outstanding() {
        return dossier.outstanding().stream()
                .map(material -> row(material, null, List.of()))
                .toList();
    }

    /**
     * @param tried what was just tried and refused, shown again to be mended; null if nothing was
     * @param errors why it was refused
     */
    MaterialRow row(MergedMaterial material, @Nullable CheckedMaterial tried, List<String> errors) {
        CheckedMaterial kept = dossier.application().materials().get(material.key());
        CheckedMaterial shown = tried == null ? kept : tried;
        Set<Way> ways = dossier.waysOf(material);
        List<MaterialRow.Point> points = IntStream.range(
                        0, material.reviewPoints().size())
                .mapToObj(point -> new MaterialRow.Point(
                        point,
                        material.reviewPoints().get(point),
                        shown != null && shown.pointsMet().contains(point)))
                .toList();
        boolean lacking = open.contains("/materials/" + material.key());
        return new MaterialRow(
                material.key(),
                material.name(),
                demand(material),
                DeskWords.form(material.form(), material.copies()),
                origin(material),
                FormFields.reason(material.reasons()),
                material.later(),
                points,
                ways.stream()
                        .filter(way -> !supplying || way.isInHand())
                        .map(way -> new Choice(way.name(), way.words()))
                        .toList(),
                way(material, shown, ways).name(),
                shown == null ? List.of() : files(shown.files()),
                shown == null ? "" : shown.remark(),
                tone(material, kept, lacking),
                state(material, kept, lacking),
                !supplying && !lacking && kept != null && errors.isEmpty(),
                errors);
    }

    private Way way(MergedMaterial material, @Nullable CheckedMaterial shown, Set<Way> ways) {
        return shown != null && ways.contains(shown.way()) && (!supplying || shown.way() != Way.DEFERRED)
                ? shown.way()
                : dossier.usualWayOf(material);
    }

    private List<MaterialRow.TakenFile> files(List<UUID> ids) {
        String place = "/desk/" + dossier.application().number() + "/files/";
        return ids.stream()
                .map(UUID::toString)
                .map(id -> new MaterialRow.TakenFile(id, new Link(names.getOrDefault(id, "文件"), place + id)))
                .toList();
    }

    private static String demand(MergedMaterial material) {
        return switch (material.requirement()) {
            case REQUIRED -> material.later().isEmpty() ? "必要" : "受理后补";
            case DEFERRABLE -> "可容缺";
            case OPTIONAL -> "非必要";
        };
    }

    private static String origin(MergedMaterial material) {
        return switch (material.origin()) {
            case APPLICANT ->
                material.issuer().isEmpty() || material.issuer().startsWith("申请人")
                        ? "申请人提交"
                        : "申请人提交，" + material.issuer() + "出具";
            case FETCHED -> "不用交，由" + material.shareableFrom() + "共享";
            case FORM -> "由一表生成，请申请人签字";
        };
    }

    private static Tone tone(MergedMaterial material, @Nullable CheckedMaterial kept, boolean lacking) {
        if (kept == null) {
            return lacking ? Tone.WARN : material.later().isEmpty() ? Tone.IDLE : Tone.PAUSED;
        }
        return switch (kept.way()) {
            case DEFERRED -> lacking ? Tone.WARN : Tone.PAUSED;
            case NOT_APPLICABLE, SETTLED -> lacking ? Tone.WARN : Tone.IDLE;
            case FILE, SEEN, FETCHED, SIGNED, TO_SHOW -> lacking ? Tone.BAD : Tone.GOOD;
        };
    }

    private static String state(MergedMaterial material, @Nullable CheckedMaterial kept, boolean lacking) {
        if (kept == null) {
            return lacking ? "未核验" : material.later().isEmpty() ? "可不交" : "受理后补";
        }
        return switch (kept.way()) {
            case DEFERRED, NOT_APPLICABLE, SETTLED ->
                lacking ? "未核验" : kept.way().words();
            case FILE, SEEN, FETCHED, SIGNED, TO_SHOW ->
                lacking
                        ? "符合 " + kept.pointsMet().size() + "/"
                                + material.reviewPoints().size()
                        : kept.way().words() + (kept.result() == null ? "，符合" : "，前阶段结果");
        };
    }
}
