package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * 责令履行: that an organ of review or a court ordered a matter to be decided, which isn't decided yet.
 *
 * @param number of its case
 * @param item code
 * @param due until when, by the days as they are worked now
 */
record Order(String number, String item, LocalDateTime due) {}
