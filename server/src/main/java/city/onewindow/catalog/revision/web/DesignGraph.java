package city.onewindow.catalog.revision.web;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Dependence;
import city.onewindow.catalog.web.FlowPicture;
import city.onewindow.catalog.web.FlowStep;
import city.onewindow.catalog.web.FlowStep.After;
import city.onewindow.catalog.web.FlowStep.Bond;
import city.onewindow.catalog.web.GuideView;
import city.onewindow.catalog.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items of a one-thing that is being designed, and which of them waits for which: drawn from the rows as they stand, right or
 * wrong, so that it can be seen at any time.
 *
 * @param guide what the items come to; null while they can't be read
 * @param leftOut what doesn't count in that before it is mended
 */
public record DesignGraph(
        Catalog catalog, List<Step> steps, @Nullable GuideView guide, LeftOut leftOut) {

    /**
     * @param questions whether none is asked, since one of them is wrong
     * @param effects how many rows of effects are wrong
     */
    public record LeftOut(boolean questions, int effects) {}

    /**
     * An item.
     *
     * @param number of its row, from 1
     * @param department code of it; empty if nobody has such an item
     * @param promised null while it can't be read
     * @param optional whether it is done only if an answer includes it
     * @param byDefault whether it is done while nobody has answered anything
     * @param critical whether the whole takes longer if it does
     * @param waits in the order of the rows
     * @param own materials, by key and by name, and codes of data elements that no other item here asks for
     */
    public record Step(
            int number,
            String item,
            String department,
            @Nullable TimeLimit promised,
            boolean optional,
            boolean byDefault,
            boolean critical,
            List<Wait> waits,
            List<String> own) {

        /** Those that the rows state. */
        public List<Wait> stated() {
            return waits.stream().filter(wait -> wait.bond() != Bond.FOUND).toList();
        }

        public boolean waitsFor(Step other) {
            return stated().stream().anyMatch(wait -> wait.number() == other.number());
        }
    }

    /**
     * That an item waits for another.
     *
     * @param number of the row of the one that comes before, {@code item} its name
     */
    public record Wait(int number, String item, Bond bond, boolean critical) {}

    /** Whether {@code step} can't be put after {@code before}, since that one waits for it along some chain. */
    public boolean wouldRing(Step before, Step step) {
        Map<String, List<String>> stated = new LinkedHashMap<>();
        steps.forEach(one ->
                stated.put(one.item(), one.stated().stream().map(Wait::item).toList()));
        return Dependence.of(stated).before(before.item()).contains(step.item());
    }

    /** Those that wait for themselves, along whatever chain. */
    public List<String> ring() {
        return steps.stream()
                .filter(step -> step.waits().stream().anyMatch(wait -> wait.bond() == Bond.RING))
                .map(Step::item)
                .toList();
    }

    public boolean hasFound() {
        return steps.stream().flatMap(step -> step.waits().stream()).anyMatch(wait -> wait.bond() == Bond.FOUND);
    }

    public boolean hasConditional() {
        return steps.stream().anyMatch(step -> !step.byDefault());
    }

    public int edges() {
        return steps.stream().mapToInt(step -> step.stated().size()).sum();
    }

    public Step step(int number) {
        return steps.stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** How many different departments have items in it. */
    public long departments() {
        return steps.stream()
                .map(Step::department)
                .filter(code -> !code.isEmpty())
                .distinct()
                .count();
    }

    /** Whose an item is and how long it takes, as far as it is known. */
    public List<String> about(Step step, Words words) {
        return Stream.of(
                        Optional.of(step.department())
                                .filter(code -> !code.isEmpty())
                                .map(words::shortDepartment),
                        Optional.ofNullable(step.promised()).map(words::days))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param start and {@code end}: the words in the two ends */
    public FlowPicture picture(Words words, String start, String end) {
        List<FlowStep> drawn = steps.stream()
                .map(step -> new FlowStep(
                        step.number(),
                        step.item(),
                        about(step, words),
                        step.critical(),
                        !step.byDefault(),
                        step.waits().stream()
                                .map(wait -> new After(wait.number(), wait.bond(), wait.critical()))
                                .toList()))
                .toList();
        return FlowPicture.of(drawn, start, end);
    }
}
