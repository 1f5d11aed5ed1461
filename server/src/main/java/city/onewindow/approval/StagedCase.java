package city.onewindow.approval;

import java.util.List;
import java.util.Optional;

/** A case of a project: one of its stages, or items of one handed in by themselves. */
public record StagedCase(CaseFile file, List<Matter> matters) {

    public StagedCase {
        matters = List.copyOf(matters);
    }

    Optional<Matter> matter(String item) {
        return matters.stream().filter(matter -> matter.item().equals(item)).findFirst();
    }
}
