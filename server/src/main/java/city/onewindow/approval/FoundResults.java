package city.onewindow.approval;

import java.util.List;

/**
 * What of an application's materials earlier stages of its project issued.
 *
 * @param offered of materials of which nothing has come in, the newest first
 * @param taken what it already rests on
 */
public record FoundResults(List<StageResult> offered, List<TakenResult> taken) {

    static final FoundResults NOTHING = new FoundResults(List.of(), List.of());

    public FoundResults {
        offered = List.copyOf(offered);
        taken = List.copyOf(taken);
    }
}
