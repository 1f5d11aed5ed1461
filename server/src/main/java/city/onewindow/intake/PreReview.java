package city.onewindow.intake;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 网上预审: how the look at an application stands that its applicant filled in online.
 *
 * @param submittedAt when it was last handed in for it; null before
 * @param remarks what the window found missing or wrong the last time, all of it; empty unless it came back
 */
public record PreReview(@Nullable LocalDateTime submittedAt, List<Remark> remarks) {

    static final PreReview NONE = new PreReview(null, List.of());

    /**
     * What is missing or wrong at one place.
     *
     * @param pointer {@code /form/element}, {@code /materials/key}, or {@code /} for what concerns the whole
     */
    public record Remark(String pointer, String text) {

        /** The longest that anybody may write at one place, in characters. */
        public static final int LONGEST = 500;

        static final String WHOLE = "/";

        static Remark of(Gap gap) {
            return new Remark(gap.pointer(), gap.problem() + "。" + gap.remedy());
        }

        static List<Remark> of(Map<String, String> written) {
            return written.entrySet().stream()
                    .map(entry -> new Remark(entry.getKey(), entry.getValue().strip()))
                    .filter(remark -> !remark.text.isEmpty())
                    .sorted(Comparator.comparing(Remark::pointer))
                    .toList();
        }
    }

    public PreReview {
        remarks = List.copyOf(remarks);
    }

    /** What is said of one place; empty if nothing is. */
    public String said(String pointer) {
        return remarks.stream()
                .filter(remark -> remark.pointer().equals(pointer))
                .map(Remark::text)
                .findFirst()
                .orElse("");
    }
}
