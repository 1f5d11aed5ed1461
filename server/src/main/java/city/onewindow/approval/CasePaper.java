package city.onewindow.approval;

import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The paper that a window keeps of a case, by the department whose items need it. */
@Component
class CasePaper {

    private final Intake intake;

    CasePaper(Intake intake) {
        this.intake = intake;
    }

    /** By department, in the order of the matters. */
    List<Slips.Paper> of(String number, List<Matter> matters) {
        Map<String, Set<String>> items = new LinkedHashMap<>();
        for (Matter matter : matters) {
            items.computeIfAbsent(matter.department(), department -> new LinkedHashSet<>())
                    .add(matter.itemName());
        }
        Dossier dossier = intake.dossierOfCase(number);
        List<Slips.Paper> paper = new ArrayList<>();
        items.forEach((department, names) -> {
            List<PaperMaterial> materials = dossier.paper(names);
            if (!materials.isEmpty()) {
                paper.add(new Slips.Paper(department, materials));
            }
        });
        return paper;
    }

    /**
     * What of it goes on a slip.
     *
     * @param keys of the materials
     * @throws Problem.InvalidInput for a department that needs no paper, for materials that aren't its, or none
     */
    static List<Slip.Line> chosen(List<Slips.Paper> all, String department, Set<String> keys) {
        List<PaperMaterial> paper = all.stream()
                .filter(one -> one.department().equals(department))
                .flatMap(one -> one.materials().stream())
                .toList();
        if (paper.isEmpty()) {
            throw new Problem.InvalidInput("/department", "这件办件没有要移交给这个部门的纸质材料。请从列出的部门里选。");
        }
        Set<String> known = paper.stream().map(PaperMaterial::key).collect(Collectors.toSet());
        if (keys.isEmpty() || !known.containsAll(keys)) {
            throw new Problem.InvalidInput("/materials", "请至少勾选一份要移交的材料，只能勾选这个部门的事项要用的。");
        }
        return paper.stream()
                .filter(material -> keys.contains(material.key()))
                .map(material -> new Slip.Line(material.key(), material.name(), material.form()))
                .toList();
    }
}
