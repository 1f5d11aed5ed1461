package city.onewindow.approval;

import java.time.LocalDate;
import java.util.List;

/**
 * 领证取件: what lies ready of a case for its applicant at the issuing window, as it stands now.
 *
 * @param applicant masked
 * @param code by which the window finds the case
 * @param window name
 * @param address where that is
 * @param unfinished names of the items still with a department
 * @param toBring what must be handed in or shown before granted results are handed over, besides who one is
 * @param until last day of the first that is due
 */
public record PickUp(
        String number,
        String title,
        String applicant,
        String code,
        String window,
        String address,
        List<Result> results,
        List<String> unfinished,
        List<String> toBring,
        LocalDate until) {

    /** @param result what is handed over of the item */
    public record Result(String itemName, String result) {}

    public PickUp {
        results = List.copyOf(results);
        unfinished = List.copyOf(unfinished);
        toBring = List.copyOf(toBring);
    }
}
