package city.onewindow.intake.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the browser learns when a field was kept, or only checked, as it was left.
 *
 * @param errors by id of the input
 * @param at when it was kept, as 10:32; empty if nothing was
 * @param version of the application afterwards
 * @param progress how full the form is now; null if there is no form
 * @param redraws whether the form asks for something else now, so that the page must be drawn anew
 */
public record Kept(
        Map<String, String> errors,
        String at,
        long version,
        @Nullable Progress progress,
        @Nullable DossierBar bar,
        boolean redraws) {

    static Kept checked(Map<String, String> errors) {
        return new Kept(errors, "", 0, null, null, false);
    }

    /**
     * How full a form is.
     *
     * @param missing how many fields still have to be filled in or mended
     */
    public record Progress(List<Part> parts, int missing) {}

    /**
     * One group of the form.
     *
     * @param href to its first field that is open, or to its head
     * @param must how many fields must be filled in
     */
    public record Part(String name, String href, int done, int must) {

        public boolean isDone() {
            return done >= must;
        }
    }
}
