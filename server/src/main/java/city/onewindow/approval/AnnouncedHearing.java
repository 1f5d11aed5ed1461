package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * A hearing (听证) that the public was told of and that is to come, with nothing that its announcement (听证公告) doesn't say.
 *
 * @param department code of the one that holds it
 * @param announcement verify code of the announcement
 */
public record AnnouncedHearing(
        String itemName, String department, LocalDateTime at, String place, String announcement) {}
