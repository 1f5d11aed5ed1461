package city.onewindow.approval;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 前阶段结果变动: a result of an earlier stage of the project holds no longer, and this case builds on it. No law ends the case for that
 * (行政许可法 第六十九条 leaves it to whoever decided): its departments, and the one that leads it, say what they do.
 *
 * @param number of the case of the later stage
 * @param id with the number, its identity
 * @param department code of who has to say something
 * @param items codes of the matters that it concerns: the department's own; all that go on, for who only leads the case
 * @param fallenNumber number of the earlier case
 * @param fallenItem code of the item whose result holds no longer
 * @param said what happened to it, in words
 * @param restored whether it is granted again by now
 * @param answer null while nobody of the department has said anything
 */
public record Setback(
        String number,
        long id,
        String department,
        List<String> items,
        String fallenNumber,
        String fallenItem,
        String fallenName,
        String said,
        LocalDateTime at,
        boolean restored,
        @Nullable Answer answer) {

    /**
     * What the department does about it.
     *
     * @param by account
     * @param byName how the person is called
     */
    public record Answer(String text, String by, String byName, LocalDateTime at) {}

    public Setback {
        items = List.copyOf(items);
    }

    /** Whether it is the matter's department that has to say something, and on account of that matter. */
    boolean concerns(Matter matter) {
        return department.equals(matter.department()) && items.contains(matter.item());
    }
}
