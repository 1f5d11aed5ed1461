package city.onewindow.intake;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Requirement;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;

/** In which ways a material may be dealt with; each refusal says which other way is open. Pure. */
final class MaterialRules {

    private MaterialRules() {}

    static List<Fault> faults(MergedMaterial material, CheckedMaterial checked) {
        List<Fault> faults = new ArrayList<>();
        String place = "/materials/" + material.key();
        if (checked.pointsMet().stream()
                .anyMatch(point -> point < 0 || point >= material.reviewPoints().size())) {
            faults.add(new Fault(
                    place + "/pointsMet",
                    "「" + material.name() + "」的审查要点只有第 0 至 "
                            + (material.reviewPoints().size() - 1) + " 项。"));
        }
        String fault = switch (checked.way()) {
            case FILE -> checked.files().isEmpty() ? "请先上传文件，或改选其他方式。" : "";
            case SEEN -> "";
            case FETCHED -> material.shareableFrom().isEmpty() ? "没有可共享获取的来源，请收取电子件或查验纸质件。" : "";
            case DEFERRED -> material.mayFollow() ? "" : "是必要材料，不能容缺。材料不齐的，请用「一次性告知」。";
            case NOT_APPLICABLE -> notApplicable(material, checked);
        };
        if (!fault.isEmpty()) {
            faults.add(new Fault(place + "/way", "「" + material.name() + "」" + fault));
        }
        return faults;
    }

    private static String notApplicable(MergedMaterial material, CheckedMaterial checked) {
        boolean conditional = material.reasons().stream()
                .noneMatch(reason -> reason.condition().isEmpty());
        if (material.requirement() != Requirement.OPTIONAL && !conditional) {
            return "对每个申请人都必要，不能选「不适用」。";
        }
        return material.requirement() != Requirement.OPTIONAL
                        && checked.remark().isEmpty()
                ? "选「不适用」时请在备注里写明理由。"
                : "";
    }
}
