package city.onewindow.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the identifiers have in common: how a typed one is read, and how a refused one is told. */
final class Typed {

    private Typed() {}

    /** Blanks around it and lower-case letters are forgiven. */
    static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** For values that the program itself holds: a refusal is a defect, not somebody's typing. */
    static void insist(Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** For values that a person typed at the place the pointer names. */
    static <T> T orFault(Optional<String> refusal, String pointer, Supplier<T> identifier) {
        refusal.ifPresent(reason -> {
            throw new Problem.InvalidInput(pointer, reason);
        });
        return identifier.get();
    }
}
