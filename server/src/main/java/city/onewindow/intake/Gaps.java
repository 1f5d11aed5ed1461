package city.onewindow.intake;

import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Requirement;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Works out everything that is still missing or wrong, all at once, so that it can be told once (行政许可法
 * 第三十二条第一款第四项). Pure.
 */
final class Gaps {

    private static final String FORM = "申请表";

    private final Merge merge;
    private final FormCheck formCheck;

    Gaps(Merge merge, FormCheck formCheck) {
        this.merge = merge;
        this.formCheck = formCheck;
    }

    /**
     * Of the answers.
     *
     * @param unanswered questions that the form has brought up
     */
    List<Gap> of(List<Question> unanswered) {
        List<Gap> gaps = new ArrayList<>();
        unanswered.stream().map(Gaps::ofQuestion).forEach(gaps::add);
        merge.errand().undoable().ifPresent(why -> gaps.add(new Gap("/answers", "情形", "这样回答不能受理", why, "", false)));
        return gaps;
    }

    List<Gap> of(FormValues form) {
        return formCheck.open(form).stream().map(this::ofField).toList();
    }

    /**
     * Of the materials, and of values that are well formed and yet wrong.
     *
     * @param remarks what the window said of such, by code of the field
     */
    List<Gap> of(Map<String, CheckedMaterial> materials, Map<String, String> remarks) {
        List<Gap> gaps = new ArrayList<>();
        merge.fields().stream()
                .filter(field ->
                        field.isAsked() && remarks.containsKey(field.element().code()))
                .map(field ->
                        ofRemark(field, remarks.getOrDefault(field.element().code(), "")))
                .forEach(gaps::add);
        merge.materials().stream()
                .map(material -> ofMaterial(material, Optional.ofNullable(materials.get(material.key()))))
                .flatMap(Optional::stream)
                .forEach(gaps::add);
        return gaps;
    }

    private static Gap ofRemark(MergedField field, String remark) {
        return new Gap(
                "/form/" + field.element().code(),
                FORM,
                "「" + field.element().name() + "」：" + remark.replaceAll("。$", ""),
                "请核对后改正。",
                ground(field.reasons()),
                false);
    }

    private static Gap ofQuestion(Question question) {
        String answers = question.answers().stream().map(Option::text).collect(Collectors.joining("、"));
        return new Gap(
                "/answers/" + question.code(),
                "情形",
                "「" + question.text() + "」还没有回答",
                "请在申请表里回答：" + answers + "。",
                "",
                false);
    }

    private Gap ofField(Fault fault) {
        String code = fault.pointer().split("/", -1)[2];
        String ground =
                merge.field(code).map(MergedField::reasons).map(Gaps::ground).orElse("");
        return new Gap(fault.pointer(), FORM, fault.message().replaceAll("。$", ""), "请补填或改正。", ground, false);
    }

    private static Optional<Gap> ofMaterial(MergedMaterial material, Optional<CheckedMaterial> checked) {
        if (checked.isEmpty()) {
            return material.requirement() == Requirement.OPTIONAL
                            || !material.later().isEmpty()
                    ? Optional.empty()
                    : Optional.of(untouched(material));
        }
        CheckedMaterial found = checked.get();
        // The errand may have been revised since: what its new items don't allow, none may be accepted with.
        String fault = MaterialRules.fault(material, found);
        if (!fault.isEmpty()) {
            return Optional.of(
                    material.origin() == MergedMaterial.Origin.FETCHED
                            ? untouched(material)
                            : gap(material, "「" + found.way().words() + "」现在不适用", remedy(material)));
        }
        return switch (found.way()) {
            case DEFERRED, NOT_APPLICABLE, SETTLED -> Optional.empty();
            // What an earlier stage issued is the centre's own: nobody outside can mend it.
            case FILE, SEEN, FETCHED, SIGNED, TO_SHOW ->
                found.result() == null ? unmet(material, found) : Optional.empty();
        };
    }

    /** What nobody dealt with. */
    static Gap untouched(MergedMaterial material) {
        return switch (material.origin()) {
            case APPLICANT -> gap(material, "还没有提交", remedy(material));
            case FORM -> gap(material, "还没有签字", remedy(material));
            case FETCHED ->
                new Gap(
                        pointer(material),
                        material.name(),
                        "还没有共享获取",
                        "由窗口从" + material.shareableFrom() + "获取，不要求申请人提交。",
                        ground(material.reasons()),
                        true);
        };
    }

    private static String remedy(MergedMaterial material) {
        return material.origin() == MergedMaterial.Origin.FORM
                ? "请核对由申请表打印的本件并签字，不用另外准备。"
                : "请提交" + form(material) + "。";
    }

    private static Optional<Gap> unmet(MergedMaterial material, CheckedMaterial found) {
        String points = IntStream.range(0, material.reviewPoints().size())
                .filter(point -> !found.pointsMet().contains(point))
                .mapToObj(point -> material.reviewPoints().get(point))
                .collect(Collectors.joining("；"));
        if (points.isEmpty()) {
            return Optional.empty();
        }
        String remark = found.remark().isEmpty() ? "" : "（" + found.remark() + "）";
        return Optional.of(gap(material, "不符合要求" + remark, "应当：" + points + "。"));
    }

    private static Gap gap(MergedMaterial material, String problem, String remedy) {
        return new Gap(pointer(material), material.name(), problem, remedy, ground(material.reasons()), false);
    }

    private static String pointer(MergedMaterial material) {
        return "/materials/" + material.key();
    }

    /** In what form it is demanded, and how often. */
    static String form(MergedMaterial material) {
        return switch (material.form()) {
            case ORIGINAL -> material.copies() == 0 ? "原件（核对后当场退还）" : "原件" + material.copies() + "份";
            case COPY -> "复印件" + material.copies() + "份";
            case ELECTRONIC -> "电子件或纸质件";
        };
    }

    private static String ground(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::ground)
                .filter(ground -> !ground.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
    }
}
