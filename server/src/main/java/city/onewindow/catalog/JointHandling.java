package city.onewindow.catalog;

import city.onewindow.calendar.TimeLimit;
import java.util.Collection;

/**
 * 统一办理、联合办理: licences of several departments that are taken in together, are done within forty-five days; within fifteen
 * more where the government's leader approves (行政许可法 第二十六条第二款、第四十二条第二款).
 */
public final class JointHandling {

    public static final TimeLimit LIMIT = TimeLimit.workingDays("45");
    public static final int LONGEST_EXTENSION = 15;

    private static final String LICENCE = "行政许可";

    private JointHandling() {}

    /** Whether the limit is this item's, too: only licences have it. */
    public static boolean isLicence(CaseItem item) {
        return item.terms().itemType().equals(LICENCE);
    }

    /** Whether these items together are such. */
    static boolean isOf(Collection<CaseItem> items) {
        return items.stream()
                        .filter(JointHandling::isLicence)
                        .map(item -> item.item().department())
                        .distinct()
                        .count()
                > 1;
    }
}
