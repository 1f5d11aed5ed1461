package city.onewindow.identity.web;

import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with one field of a form. */
final class Faults {

    private Faults() {}

    /** Every message of that place, one after the other; empty if nothing is wrong there. */
    static String at(String pointer, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .map(Fault::message)
                .collect(Collectors.joining());
    }
}
