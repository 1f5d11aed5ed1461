package city.onewindow.intake;

import java.util.List;

/**
 * What came of handing over all that lay at a closed window (转窗口).
 *
 * @param moved what another window has now
 * @param changed numbers of what somebody changed at that moment, and was therefore left: an applicant who withdraws, or hands in anew
 */
public record ReroutedAll(List<Rerouted> moved, List<String> changed) {

    public ReroutedAll {
        moved = List.copyOf(moved);
        changed = List.copyOf(changed);
    }
}
