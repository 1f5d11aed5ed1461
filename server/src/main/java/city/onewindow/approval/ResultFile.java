package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * A file that came with a matter's result.
 *
 * @param number of the case
 * @param id of the file, see {@link ResultFiles#open}
 */
public record ResultFile(String number, String item, String itemName, String id, String name, LocalDateTime at) {

    ResultFile named(String as) {
        return new ResultFile(number, item, itemName, id, as, at);
    }

    /** What it is of, and its name. */
    public String title() {
        return itemName + "：" + name;
    }

    /** Where it is opened; the API has it under the same path. */
    public String path() {
        return "/cases/" + number + "/results/" + id;
    }
}
