package city.onewindow.approval;

import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.Collection;
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

    /** All of it, each material once. */
    static List<Slip.Line> whole(List<Slips.Paper> all) {
        return all.stream()
                .flatMap(paper -> paper.materials().stream())
                .map(CasePaper::line)
                .distinct()
                .toList();
    }

    /** What one department needs of it; empty if it needs none. */
    static List<Slip.Line> of(List<Slips.Paper> all, String department) {
        return all.stream()
                .filter(paper -> paper.department().equals(department))
                .flatMap(paper -> paper.materials().stream())
                .map(CasePaper::line)
                .toList();
    }

    private static Slip.Line line(PaperMaterial material) {
        return new Slip.Line(material.key(), material.name(), material.form());
    }

    /**
     * What of it goes on a slip.
     *
     * @param keys of the materials
     * @param faults what is wrong is added, for other materials or none
     */
    static List<Slip.Line> chosen(List<Slip.Line> paper, Collection<String> keys, List<Fault> faults) {
        Set<String> known = paper.stream().map(Slip.Line::key).collect(Collectors.toSet());
        if (keys.isEmpty() || !known.containsAll(keys)) {
            faults.add(new Fault("/materials", "请至少勾选一份材料，只能勾选列出的。"));
        }
        return paper.stream().filter(line -> keys.contains(line.key())).toList();
    }
}
