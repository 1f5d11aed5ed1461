package city.onewindow.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a text that a person or a program handed in, in the words that everybody is told it in. */
public final class TextFaults {

    private TextFaults() {}

    /** @param what the field's word for it */
    public static void demand(List<Fault> faults, String pointer, String what, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            faults.add(new Fault(pointer, "请填写" + what + "。"));
        }
        limit(faults, pointer, what, text, longest);
    }

    /** Where nothing need be said. */
    public static void limit(List<Fault> faults, String pointer, String what, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            faults.add(new Fault(pointer, what + "最多 " + longest + " 个字，现为 " + text.length() + " 个，请精简。"));
        }
    }
}
