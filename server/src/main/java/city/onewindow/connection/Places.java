package city.onewindow.connection;

import city.onewindow.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Where a reader goes on. */
final class Places {

    private Places() {}

    /** @throws Problem.InvalidInput unless it is a place that was answered before */
    static long read(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new Problem.InvalidInput("/after", "“" + after + "”不是上一次答复给出的位置。请原样传回上一次答复中的值；从头读起时不传。");
        }
        return Long.parseLong(after);
    }
}
