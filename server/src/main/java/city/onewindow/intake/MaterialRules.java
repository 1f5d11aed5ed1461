package city.onewindow.intake;

import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Requirement;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** In which ways a material may be dealt with; each refusal says which other way is open. Pure. */
final class MaterialRules {

    private MaterialRules() {}

    /** The ways open to a material at all; {@link Way#NOT_APPLICABLE} may want a remark besides. */
    static Set<Way> ways(MergedMaterial material) {
        Set<Way> ways = EnumSet.of(Way.FILE, Way.SEEN);
        // One item's source doesn't answer another's demand: where any of them wants it brought, it is brought.
        ways.add(usual(material));
        if (material.mayFollow()) {
            ways.add(Way.DEFERRED);
        }
        boolean conditional = material.reasons().stream()
                .noneMatch(reason -> reason.condition().isEmpty());
        if (conditional || material.requirement() == Requirement.OPTIONAL) {
            ways.add(Way.NOT_APPLICABLE);
        }
        return ways;
    }

    /**
     * In which ways one may be dealt with whose applicant applied online and isn't there: nothing is seen, signed or promised before
     * he comes.
     */
    static Set<Way> unseen(MergedMaterial material) {
        Set<Way> ways = EnumSet.of(usualUnseen(material));
        if (ways(material).contains(Way.NOT_APPLICABLE)) {
            ways.add(Way.NOT_APPLICABLE);
        }
        return ways;
    }

    /** Of one whose applicant isn't there. */
    static Way usualUnseen(MergedMaterial material) {
        return switch (material.origin()) {
            case APPLICANT -> isOnPaper(material) ? Way.TO_SHOW : Way.FILE;
            case FETCHED -> Way.FETCHED;
            case FORM -> Way.TO_SHOW;
        };
    }

    static boolean isOnPaper(MergedMaterial material) {
        return material.form() != MaterialForm.ELECTRONIC;
    }

    /** What a clerk means who only says that everything is met. */
    static Way usual(MergedMaterial material) {
        return switch (material.origin()) {
            case APPLICANT -> Way.SEEN;
            case FETCHED -> Way.FETCHED;
            case FORM -> Way.SIGNED;
        };
    }

    /** @param open in which ways it may be dealt with where the application stands */
    static List<Fault> faults(MergedMaterial material, CheckedMaterial checked, Set<Way> open) {
        List<Fault> faults = new ArrayList<>();
        String place = "/materials/" + material.key();
        if (checked.pointsMet().stream()
                .anyMatch(point -> point < 0 || point >= material.reviewPoints().size())) {
            faults.add(new Fault(
                    place + "/pointsMet",
                    "「" + material.name() + "」的审查要点只有第 0 至 "
                            + (material.reviewPoints().size() - 1) + " 项。"));
        }
        String fault = fault(material, checked);
        if (!fault.isEmpty()) {
            faults.add(new Fault(place + "/way", "「" + material.name() + "」" + fault));
        } else if (!open.contains(checked.way())) {
            faults.add(new Fault(
                    place + "/way",
                    "「" + material.name() + "」现在不能按「" + checked.way().words() + "」处理，可以选："
                            + open.stream().map(Way::words).collect(Collectors.joining("、")) + "。"));
        }
        return faults;
    }

    /** Why it can't be dealt with in this way, and which other is open; empty if it can. */
    static String fault(MergedMaterial material, CheckedMaterial checked) {
        boolean open = ways(material).contains(checked.way());
        return switch (checked.way()) {
            case FILE -> checked.files().isEmpty() ? "请先上传文件，或改选其他方式。" : "";
            case SEEN -> "";
            case TO_SHOW ->
                material.origin() == MergedMaterial.Origin.FORM
                                || !checked.files().isEmpty()
                        ? ""
                        : "申请人还没有上传，请用「一次性告知」。";
            case FETCHED ->
                open || checked.result() != null
                        ? ""
                        : material.origin() == MergedMaterial.Origin.FORM
                                ? "是由申请表打印的，请由申请人签字，选「已打印签字」。"
                                : "没有可共享获取的来源，请收取电子件或查验纸质件。";
            case SIGNED -> open ? "" : "不是由申请表打印的材料，请收取电子件或查验纸质件。";
            case DEFERRED -> open ? "" : "是必要材料，不能容缺。材料不齐的，请用「一次性告知」。";
            case NOT_APPLICABLE -> open ? unexplained(material, checked) : "对每个申请人都必要，不能选「不适用」。";
            case SETTLED -> "是否不再需要由系统在事项不予或者终止时登记，请改选其他方式。";
        };
    }

    private static String unexplained(MergedMaterial material, CheckedMaterial checked) {
        return material.requirement() != Requirement.OPTIONAL
                        && checked.remark().isEmpty()
                ? "选「不适用」时请在备注里写明理由。"
                : "";
    }
}
