package city.onewindow.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing to mend.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into what was handed in, such as {@code /form/legal_rep_phone}; of a
 *     parameter, a header or a part of an upload, {@code /} and its name
 * @param message what is wrong and what to do, in Chinese
 */
public record Fault(String pointer, String message) {

    /** Every message of that place, one after the other; empty if nothing is wrong there. */
    public static String at(String pointer, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .map(Fault::message)
                .collect(Collectors.joining());
    }

    /** The place of a member whose name the caller chose, as a step of a pointer: {@code /a~1b} for {@code a/b}. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
