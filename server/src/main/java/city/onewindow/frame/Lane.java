package city.onewindow.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One department's part of a case on the timeline.
 *
 * @param department who
 * @param matter what they decide
 * @param tone and {@code status}: how it stands
 * @param due its clock; null when it has none
 * @param moments what happened and what is to come, in order
 * @param note what the reader should know, such as why it waits; empty if nothing
 */
public record Lane(
        String department,
        String matter,
        Tone tone,
        String status,
        @Nullable Due due,
        List<Moment> moments,
        String note) {

    public Lane {
        moments = List.copyOf(moments);
    }

    /**
     * A thing that happened, happens or is expected.
     *
     * @param when as shown, such as 11月20日 14:05, or 预计 11月25日
     * @param note who, or why this date; empty if nothing
     */
    public record Moment(String text, String when, Step.State state, String note) {}
}
