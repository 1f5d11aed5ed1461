package city.onewindow.catalog.web;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Terms;
import java.util.List;

/**
 * An item as a guide shows it.
 *
 * @param number by which the page refers to it, from 1
 * @param place which items come before it: 0 if it begins with acceptance, else one more than the last of those
 * @param promised when it starts and is due if the errand is accepted now
 * @param critical whether the errand takes longer if this item does
 * @param after numbers of the items it waits for
 */
public record GuideItem(
        int number, int place, CaseItem item, Schedule.Stretch promised, boolean critical, List<GuideItem> after) {

    public GuideItem {
        after = List.copyOf(after);
    }

    public String name() {
        return item.name();
    }

    public String code() {
        return item.item().code();
    }

    public String department() {
        return item.item().department();
    }

    public Terms terms() {
        return item.terms();
    }
}
