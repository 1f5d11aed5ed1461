package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a matter's result.
 *
 * @param number of the case
 * @param revokedOn when the result was revoked; null as long as it holds
 * @param revokedWhy the reason; null as long as it holds
 * @param id of the file, see {@link ResultFiles#open}
 */
public record ResultFile(
        String number,
        String item,
        String itemName,
        String id,
        String name,
        LocalDateTime at,
        @Nullable LocalDate revokedOn,
        @Nullable String revokedWhy) {

    ResultFile named(String as) {
        return new ResultFile(number, item, itemName, id, as, at, revokedOn, revokedWhy);
    }

    /** What it is of, its name, and that it no longer holds if it doesn't. */
    public String title() {
        String title = itemName + "：" + name;
        return revokedOn == null ? title : title + "（已于" + DayWords.of(revokedOn) + "撤销：" + revokedWhy + "）";
    }

    /** Where it is opened; the API has it under the same path. */
    public String path() {
        return "/cases/" + number + "/results/" + id;
    }
}
