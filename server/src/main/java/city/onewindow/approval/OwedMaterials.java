package city.onewindow.approval;

import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a case that was accepted with a gap (容缺受理) still owes, and what has to wait for it. */
@Component
class OwedMaterials {

    private final Deferrals deferrals;
    private final CaseFiles files;
    private final Matters matters;
    private final Centre centre;

    OwedMaterials(Deferrals deferrals, CaseFiles files, Matters matters, Centre centre) {
        this.deferrals = deferrals;
        this.files = files;
        this.matters = matters;
        this.centre = centre;
    }

    /** What is owed of a case with these matters. */
    List<Deferral> open(String number, List<Matter> all) {
        return owed(deferrals.open(number), all);
    }

    /**
     * When the last came in of what each matter once lacked, as {@link #lacking} has it.
     *
     * @param all its matters, in the order of {@code seq}
     * @return by code; without those for which nothing came
     */
    Map<String, LocalDateTime> suppliedAt(String number, List<Matter> all) {
        Map<String, LocalDateTime> ofItems = deferrals.suppliedAt(number);
        Map<String, LocalDateTime> supplied = new HashMap<>();
        for (Matter matter : all) {
            Stream.concat(
                            Stream.ofNullable(ofItems.get(matter.itemName())),
                            matter.after().stream().map(supplied::get).filter(Objects::nonNull))
                    .max(LocalDateTime::compareTo)
                    .ifPresent(at -> supplied.put(matter.item(), at));
        }
        return supplied;
    }

    /** What is owed; until the transaction ends nothing more can be handed in. */
    List<Deferral> locked(String number) {
        return owed(deferrals.openAndLocked(number), matters.ofCase(centre.region(), number));
    }

    /**
     * What each matter lacks: what its own item needs, and what those lack on whose results it builds, for it can't stand without them.
     * An application of its own that lacks nothing goes on (容缺受理 is of the item: 行政许可法 第八条, 第四十四条).
     *
     * @param owed of the case
     * @param all its matters, in the order of {@code seq}
     * @return by code; without those that lack nothing
     */
    static Map<String, List<Deferral>> lacking(List<Deferral> owed, List<Matter> all) {
        Map<String, List<Deferral>> lacking = new HashMap<>();
        for (Matter matter : all) {
            Set<Deferral> before = matter.after().stream()
                    .flatMap(item -> lacking.getOrDefault(item, List.of()).stream())
                    .collect(Collectors.toSet());
            List<Deferral> own = owed.stream()
                    .filter(deferral -> deferral.items().contains(matter.itemName()) || before.contains(deferral))
                    .toList();
            if (isToCome(matter) && !own.isEmpty()) {
                lacking.put(matter.item(), own);
            }
        }
        return lacking;
    }

    /**
     * No result leaves the house before every deferred material that it lacks is in; a denial may, and so may what lacks nothing.
     *
     * @param items codes of those to be handed over
     * @return whether the case waits for anything
     */
    boolean refuseResultsOf(String number, List<String> items) {
        List<Deferral> awaited = deferrals.open(number);
        if (awaited.isEmpty()) {
            return false;
        }
        List<Matter> all = matters.ofCase(centre.region(), number);
        Map<String, List<Deferral>> lacking = lacking(owed(awaited, all), all);
        List<Matter> held = all.stream()
                .filter(matter -> items.contains(matter.item()) && matter.outcome() == Outcome.GRANTED)
                .filter(matter -> lacking.containsKey(matter.item()))
                .toList();
        if (!held.isEmpty()) {
            List<Deferral> missing = held.stream()
                    .flatMap(matter -> lacking.getOrDefault(matter.item(), List.of()).stream())
                    .distinct()
                    .toList();
            String names =
                    held.stream().map(matter -> "「" + matter.itemName() + "」").collect(Collectors.joining("、"));
            throw new Problem.Conflict("办件 " + number + " 是容缺受理的，" + names + "还缺：" + Deferral.words(missing)
                    + "。补齐后才能交付它的办理结果，其他结果可以先交付。");
        }
        return true;
    }

    /** What was deferred for what was denied alone, or for what ended with it, is asked of nobody any more. */
    void settleUnneeded(String number) {
        deferrals.settle(number, toCome(matters.ofCase(centre.region(), number)));
    }

    /** Nothing is awaited for a case that has ended, though it was never handed in. */
    void settleIfClosed(String number) {
        if (files.find(centre.region(), number).filter(CaseFile::isClosed).isPresent()) {
            settle(number);
        }
    }

    /** A case that runs again waits again for what never came, until what runs is due, or longer if that is near. */
    void demandAgain(String number, LocalDate due) {
        deferrals.demandAgain(number, due);
    }

    void settle(String number) {
        deferrals.settle(number);
    }

    private static List<Deferral> owed(List<Deferral> awaited, List<Matter> all) {
        return Deferral.owed(awaited, toCome(all));
    }

    private static Set<String> toCome(List<Matter> all) {
        return all.stream()
                .filter(OwedMaterials::isToCome)
                .map(Matter::itemName)
                .collect(Collectors.toSet());
    }

    /** What was handed over waits for nothing, though what it lacked once be demanded again for another. */
    private static boolean isToCome(Matter matter) {
        return matter.step() != Step.ENDED && Outcome.isToCome(matter.outcome());
    }
}
