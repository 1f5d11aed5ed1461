package city.onewindow.approval.web;

import city.onewindow.frame.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that finds cases.
 *
 * @param typed the name or number
 * @param departments to choose among; none for those who see only some departments' cases
 * @param steps to choose among; none for those who decide nothing
 * @param fault what was wrong with the search
 */
public record CaseSearchView(
        String typed,
        String department,
        String step,
        List<Choice> departments,
        List<Choice> steps,
        @Nullable String fault,
        List<CaseRowView> rows) {

    CaseSearchView with(List<CaseRowView> found) {
        return new CaseSearchView(typed, department, step, departments, steps, fault, found);
    }

    /** Whether anything narrows the list. */
    public boolean narrowed() {
        return !typed.isEmpty() || !department.isEmpty() || !step.isEmpty();
    }
}
