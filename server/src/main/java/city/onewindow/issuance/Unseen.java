package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import city.onewindow.kernel.Fault;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What of a case that was applied for online has to be shown or signed before a granted result leaves. Whoever comes to the window can
 * show and sign, and must. To whom it is brought, sent or announced, he can't, or won't: then it is delivered all the same, and the
 * clerk says why it wasn't seen, which the receipt repeats; nobody has to tick what didn't happen. A denial needs nothing: whoever is
 * refused learns of it at once.
 */
@Component
class Unseen {

    private static final int LONGEST = 200;

    private final Originals originals;

    Unseen(Originals originals) {
        this.originals = originals;
    }

    /** @param shown keys of what was seen or signed just now */
    List<Original> of(String number, List<Matter> leaving, Collection<String> shown) {
        List<String> granted = leaving.stream()
                .filter(matter -> matter.outcome() == Outcome.GRANTED)
                .map(Matter::itemName)
                .toList();
        return Original.neededBy(granted, originals.toShow(number)).stream()
                .filter(original -> !shown.contains(original.key()))
                .toList();
    }

    /**
     * @param why it wasn't seen
     * @param at pointer of {@code why}
     */
    static List<Fault> faults(List<Original> unseen, Way way, String why, String at) {
        if (way == Way.COLLECTED) {
            return unseen.stream()
                    .map(original -> new Fault(
                            "/originals",
                            "「" + original.material() + "」是在网上申请的，还没有见过原件：" + original.what()
                                    + "，再勾选。与网上的不一致的，不要交付，请告诉办理部门。"))
                    .toList();
        }
        return unseen.isEmpty() || !why.isBlank() && why.length() <= LONGEST
                ? List.of()
                : List.of(new Fault(at, "没有核验、签字的：" + names(unseen) + "。核验了的请勾选；没有的，请写明原因（最多 " + LONGEST + " 个字）。"));
    }

    /** As the receipt says it; empty if nothing was left unseen. */
    static String told(List<Original> unseen, String why) {
        return unseen.isEmpty() ? "" : "送达以前没有核验原件、没有补签的：" + names(unseen) + "。原因：" + why.strip() + "。";
    }

    private static String names(List<Original> unseen) {
        return unseen.stream()
                .map(original -> original.material() + "（" + original.what() + "）")
                .collect(Collectors.joining("、"));
    }
}
