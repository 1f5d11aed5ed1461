package city.onewindow.intake;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import java.util.ArrayList;
import java.util.List;

/**
 * 全程网办: whether an errand can be applied for without coming. Pure.
 *
 * @param presence why somebody has to come, a sentence each; empty if nobody has
 * @param direct whether every item is done online as its department says, so that no look beforehand is needed
 */
public record Remote(List<String> presence, boolean direct) {

    public Remote {
        presence = List.copyOf(presence);
    }

    static Remote of(Errand errand) {
        List<Item> items = errand.items().stream().map(CaseItem::item).toList();
        List<String> presence = new ArrayList<>();
        for (Item item : items) {
            Particulars says = item.particulars();
            if (says.visits() != null && says.visits() > 0) {
                String why = says.visitReason().isEmpty() ? "" : "（" + says.visitReason() + "）";
                presence.add("「" + item.name() + "」要到现场办" + why);
            } else if (!says.channels().isEmpty() && !says.takesOnline()) {
                presence.add("「" + item.name() + "」只在窗口办理");
            }
        }
        // Whoever signs one is identified first; online nobody is.
        Declaration.chosenIn(errand).forEach(item -> presence.add("「" + item.name() + "」选了告知承诺，承诺书要到窗口签"));
        return new Remote(
                presence, items.stream().allMatch(item -> item.particulars().endsOnline()));
    }

    /** Whether it can be applied for online from there: otherwise the window looks at it first. */
    public boolean isOpenTo(ApplicationStatus status) {
        return presence.isEmpty()
                && status.allows(IntakeAct.APPLY)
                && (direct || status == ApplicationStatus.PRE_REVIEWED || status == ApplicationStatus.AMENDING);
    }
}
