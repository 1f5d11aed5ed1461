package city.onewindow.catalog;

import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When each item of an errand starts and is due if everybody takes the whole time allowed: an item starts when the last of
 * those that it waits for is due, licences that are done together no later than that. Two schedules side by side, by promise and by law.
 *
 * @param start when the errand is accepted
 * @param slots in an order in which no item comes before one that it waits for; never empty
 * @param joint when licences of several departments must be done together; null for what isn't {@link JointHandling}
 */
public record Schedule(
        LocalDateTime start, List<Slot> slots, @Nullable Deadline joint) {

    /**
     * One item's place.
     *
     * @param statutory where no law sets a limit, the promise stands for it
     */
    public record Slot(CaseItem item, Stretch promised, Stretch statutory) {}

    /** From the start of the clock to its end. */
    public record Stretch(LocalDateTime start, Deadline end) {}

    public Schedule {
        slots = List.copyOf(slots);
    }

    public static Schedule of(Errand errand, Deadlines deadlines, LocalDateTime start) {
        Deadline joint = JointHandling.isOf(errand.items()) ? deadlines.of(start, JointHandling.LIMIT) : null;
        List<Slot> slots = new ArrayList<>();
        for (CaseItem item : inOrder(errand)) {
            List<Slot> before = slots.stream()
                    .filter(slot -> item.after().contains(slot.item().name()))
                    .toList();
            slots.add(new Slot(
                    item,
                    stretch(
                            before,
                            slot -> slot.promised().end(),
                            start,
                            item.terms().promised(),
                            deadlines),
                    stretch(before, slot -> lawful(slot, joint), start, lawful(item.terms()), deadlines)));
        }
        return new Schedule(start, slots, joint);
    }

    /** When the whole errand is done by promise: the date of the item that is due last. */
    public Deadline promised() {
        return last(slot -> slot.promised().end());
    }

    /** When the whole errand must be done by law: the joint limit is the licences' alone. */
    public Deadline statutory() {
        return last(slot -> lawful(slot, joint));
    }

    private Deadline last(Function<Slot, Deadline> end) {
        return slots.stream().map(end).max(Comparator.comparing(Deadline::due)).orElseThrow();
    }

    private static Deadline lawful(Slot slot, @Nullable Deadline joint) {
        Deadline own = slot.statutory().end();
        return joint != null
                        && JointHandling.isLicence(slot.item())
                        && joint.due().isBefore(own.due())
                ? joint
                : own;
    }

    private static TimeLimit lawful(Terms terms) {
        TimeLimit statutory = terms.statutory();
        return statutory == null ? terms.promised() : statutory;
    }

    private static Stretch stretch(
            List<Slot> before,
            Function<Slot, Deadline> end,
            LocalDateTime start,
            TimeLimit limit,
            Deadlines deadlines) {
        LocalDateTime begin = before.stream()
                .map(slot -> end.apply(slot).due())
                .max(Comparator.naturalOrder())
                .orElse(start);
        return new Stretch(begin, deadlines.of(begin, limit));
    }

    /** As the errand lists them, except that what is waited for comes first. */
    private static Collection<CaseItem> inOrder(Errand errand) {
        Map<String, CaseItem> order = new LinkedHashMap<>();
        errand.items().forEach(item -> place(item, errand, order));
        return order.values();
    }

    private static void place(CaseItem item, Errand errand, Map<String, CaseItem> order) {
        if (!order.containsKey(item.name())) {
            item.after().forEach(before -> place(errand.item(before).orElseThrow(), errand, order));
            order.put(item.name(), item);
        }
    }
}
