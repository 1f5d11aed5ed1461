package city.onewindow.issuance.web;

import city.onewindow.issuance.ReadyCase;
import java.util.List;

/**
 * A case with results to hand over, as shown.
 *
 * @param ready names of the items whose result is there
 * @param sent names of those on their way, each with how
 * @param unfinished names of those still with a department
 */
public record ReadyRow(
        String number, String title, String applicant, List<String> ready, List<String> sent, List<String> unfinished) {

    static ReadyRow of(ReadyCase ready) {
        return new ReadyRow(
                ready.file().number(),
                ready.file().title(),
                ready.file().applicant(),
                ready.ready().stream().map(matter -> matter.itemName()).toList(),
                ready.sent().stream()
                        .map(one ->
                                one.matter().itemName() + "，" + one.sending().told())
                        .toList(),
                ready.unfinished().stream().map(matter -> matter.itemName()).toList());
    }
}
