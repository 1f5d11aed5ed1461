package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A matter whose clock is about to change, among all of its case, locked.
 *
 * @param procedures of the whole case, by item
 */
record Counting(Whole whole, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {

    /**
     * The same with the matter as it shall be, but for its step.
     *
     * @param yellowFrom from when its clock is yellow then
     */
    record Counted(Counting after, LocalDateTime yellowFrom) {

        Matter matter() {
            return after.matter();
        }

        /** When the case is due then: worked out for whoever asks, since it takes all of the case. */
        CaseClock due() {
            return CaseClock.of(after.whole.to(), after.whole.all(), after.procedures, after.deadlines);
        }
    }

    Matter matter() {
        return whole.matter();
    }

    /** The matter's own procedures, oldest first. */
    List<SpecialProcedure> own() {
        return procedures.getOrDefault(matter().item(), List.of());
    }

    /** The one that stops the clock now. */
    SpecialProcedure running() {
        return own().stream().filter(SpecialProcedure::isRunning).findFirst().orElseThrow();
    }

    Counted with(SpecialProcedure begun) {
        return counted(
                matter().extensionAsked(),
                0,
                false,
                Stream.concat(own().stream(), Stream.of(begun)).toList());
    }

    Counted over(SpecialProcedure ended) {
        return counted(
                matter().extensionAsked(),
                0,
                false,
                own().stream().map(one -> one.isRunning() ? ended : one).toList());
    }

    /**
     * @param asked days of extension that somebody has yet to answer
     * @param more days by which the limits are longer now
     * @param promises whether the promise is longer, too
     */
    Counted extended(int asked, int more, boolean promises) {
        return counted(asked, more, promises, own());
    }

    /** The same by other holidays. */
    Counted again() {
        return counted(matter().extensionAsked(), 0, false, own());
    }

    private Counted counted(int asked, int more, boolean promises, List<SpecialProcedure> mine) {
        Matter after = matter().recounted(asked, more, promises, mine, deadlines);
        Map<String, List<SpecialProcedure>> all = new HashMap<>(procedures);
        all.put(after.item(), mine);
        List<Matter> matters = whole.all().stream()
                .map(one -> one.item().equals(after.item()) ? after : one)
                .toList();
        Counting changed = new Counting(new Whole(whole.to(), matters, after), all, deadlines);
        return new Counted(changed, yellowFrom(after, mine));
    }

    private LocalDateTime yellowFrom(Matter after, List<SpecialProcedure> mine) {
        Matter.Clock clock = after.running();
        return deadlines.yellowFrom(clock.openedAt(), clock.promisedDue(), SpecialProcedure.suspensions(mine));
    }
}
