package city.onewindow.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the other matters of a case when a ruling changes what was decided on one: what ended only because of it waits
 * again, what can't be granted any more ends, what was opened on a result that holds no longer goes on and its departments are told.
 *
 * @param waiting those that wait then, or open at once, in the order of {@code seq}
 * @param doomed those that waited and can't be granted any more
 * @param learning those that were opened on the result
 */
record Aftermath(List<Standing> waiting, List<Matter> doomed, List<Matter> learning) {

    /**
     * One that waits.
     *
     * @param pending for how many; 0: it opens
     * @param again whether it had ended
     */
    record Standing(Matter matter, int pending, boolean again) {}

    private enum Prospect {
        GRANTED,
        TO_COME,
        LOST;

        static Prospect of(@Nullable Outcome outcome) {
            if (outcome == null) {
                return TO_COME;
            }
            return outcome == Outcome.GRANTED ? GRANTED : LOST;
        }
    }

    /**
     * Works it out.
     *
     * @param outcome of the matter by the ruling; null if it is decided anew
     * @param together codes of those that ended in the same act as the matter, and with it begin again
     */
    static Aftermath of(Whole whole, @Nullable Outcome outcome, Set<String> together) {
        String ruled = whole.matter().item();
        Map<String, Prospect> prospects = new HashMap<>();
        whole.all().forEach(one -> prospects.put(one.item(), Prospect.of(one.outcome())));
        prospects.put(ruled, Prospect.of(outcome));
        List<Standing> waiting = new ArrayList<>();
        List<Matter> doomed = new ArrayList<>();
        Set<String> returning = new HashSet<>(together);
        whole.all().stream()
                .filter(one -> one.outcome() == Outcome.TERMINATED)
                .forEach(one -> returning.add(one.item()));
        for (Matter one : whole.all()) {
            boolean again = returning.contains(one.item());
            if (one.item().equals(ruled) || one.step() != Step.WAITING && !again) {
                continue;
            }
            List<Prospect> before = one.after().stream().map(prospects::get).toList();
            if (!before.contains(Prospect.LOST)) {
                int pending = Math.toIntExact(before.stream()
                        .filter(prospect -> prospect != Prospect.GRANTED)
                        .count());
                waiting.add(new Standing(one, pending, again));
                prospects.put(one.item(), Prospect.TO_COME);
            } else if (!again) {
                doomed.add(one);
                prospects.put(one.item(), Prospect.LOST);
            }
        }
        boolean lost = whole.matter().outcome() == Outcome.GRANTED;
        return new Aftermath(waiting, doomed, lost ? whole.openedOn() : List.of());
    }

    /** By how many the open matters of the case grow, the one ruled upon not counted. */
    int growth() {
        return Math.toIntExact(waiting.stream().filter(Standing::again).count()) - doomed.size();
    }
}
