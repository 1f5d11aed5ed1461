package city.onewindow.approval;

import city.onewindow.catalog.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project as those concerned see it: all stages of its kind, those to come as well. It says nothing of any applicant. */
public record ProjectView(String code, List<StageView> stages) {

    public ProjectView {
        stages = List.copyOf(stages);
    }

    /**
     * @param code of the one-thing
     * @param cases its own, and those of its items handed in by themselves; oldest first
     * @param missing what keeps the project out of it now
     * @param allowances given to let it in, and those of them that were taken back
     * @param mayAllow whether the reader's department may give one
     * @param mayTakeBack ids of those that it may take back: nothing was accepted on them
     */
    public record StageView(
            String code,
            Stage stage,
            List<StagedCaseView> cases,
            List<MissingItem> missing,
            List<Allowance> allowances,
            boolean mayAllow,
            List<Long> mayTakeBack) {

        public StageView {
            cases = List.copyOf(cases);
            missing = List.copyOf(missing);
            allowances = List.copyOf(allowances);
            mayTakeBack = List.copyOf(mayTakeBack);
        }

        public boolean isBegun() {
            return !cases.isEmpty();
        }
    }

    /** @param mayOpen whether the reader may see the case itself */
    public record StagedCaseView(
            String number, String title, boolean closed, boolean mayOpen, List<StagedMatter> matters) {

        public StagedCaseView {
            matters = List.copyOf(matters);
        }
    }

    public record StagedMatter(
            String item,
            String itemName,
            String department,
            Step step,
            @Nullable Outcome outcome) {}
}
