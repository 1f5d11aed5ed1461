package city.onewindow.window.filing;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;

/** Why a file is not read at all. */
final class Refused {

    /** Enough to see the pattern; the rest would hide it. */
    static final int TOLD = 20;

    static final String POINTER = "/file";

    private Refused() {}

    static Problem.InvalidInput because(String reason) {
        return new Problem.InvalidInput(POINTER, reason);
    }

    /** @param reasons not empty */
    static Problem.InvalidInput because(List<String> reasons) {
        return new Problem.InvalidInput(reasons.stream()
                .limit(TOLD)
                .map(reason -> new Fault(POINTER, reason))
                .toList());
    }
}
