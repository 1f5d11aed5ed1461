package city.onewindow.intake;

import city.onewindow.catalog.MergedField;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of which fields something may be said, and how much. Pure. */
final class RemarkRules {

    private RemarkRules() {}

    /** @param remarks by code of the field */
    static List<Fault> faults(Dossier dossier, Map<String, String> remarks) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(remarks).forEach((code, remark) -> {
            String place = "/remarks" + Fault.step(code);
            if (dossier.merge().field(code).filter(MergedField::isAsked).isEmpty()) {
                faults.add(new Fault(place, "这件申请的表上没有代码为「" + code + "」的栏目。请刷新页面。"));
            } else if (!remark.isBlank() && !dossier.form().has(code)) {
                faults.add(new Fault(place, "这一栏没有填，没有可以说的内容；必填而缺的会自动列入一次性告知。"));
            } else if (remark.strip().length() > PreReview.Remark.LONGEST) {
                faults.add(new Fault(place, "一处最多写 " + PreReview.Remark.LONGEST + " 个字，请写短些。"));
            }
        });
        return faults;
    }
}
