package city.onewindow.intake.web;

import city.onewindow.catalog.FormValues;
import city.onewindow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a call changes of a form: only the fields named; null takes a value away.
 *
 * @param cleared codes whose value is taken away
 */
record FormPatch(FormValues values, Set<String> cleared) {

    /** @throws Problem.InvalidInput for what can be no value of a form */
    static FormPatch of(Map<String, @Nullable Object> sent) {
        FormValues values = FormValues.ofJson(sent.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Object) entry.getValue())));
        return new FormPatch(
                values, sent.keySet().stream().filter(code -> !values.has(code)).collect(Collectors.toSet()));
    }

    /** Who sends one part of an application is told of its faults from that part on. */
    static <T> T part(String place, Supplier<T> change) {
        try {
            return change.get();
        } catch (Problem.InvalidInput wrong) {
            throw wrong.within(place);
        }
    }
}
