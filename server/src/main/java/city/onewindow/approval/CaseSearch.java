package city.onewindow.approval;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What cases are looked for by; what is null doesn't narrow.
 *
 * @param name of the applicant, whole, as somebody typed it; a blank one is none
 * @param department code; a matter of the case is decided there
 * @param step at which that matter stands
 */
public record CaseSearch(
        @Nullable String name,
        @Nullable String department,
        @Nullable Step step) {

    public static final CaseSearch NEWEST = new CaseSearch(null, null, null);

    public CaseSearch {
        name = name == null || name.isBlank() ? null : name;
    }

    /** The same name however it was typed: in full or half width, with or without blanks, in any case. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
