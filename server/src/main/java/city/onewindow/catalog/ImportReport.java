package city.onewindow.catalog;

import java.util.List;

/**
 * What an import did.
 *
 * @param edition the current edition after it
 * @param added records that are new, changed those with a new version
 * @param calendarChanged whether holidays.csv changed the calendar
 * @param wordings titles of the documents that say something else from now on
 * @param notices what an owner should look at, each as {@code file:line column: …}
 */
public record ImportReport(
        int edition,
        List<Entry> added,
        List<Entry> changed,
        boolean calendarChanged,
        List<String> wordings,
        List<String> notices) {

    /**
     * A record of the content.
     *
     * @param kind in Chinese, such as 事项
     * @param key its name or code
     */
    public record Entry(String kind, String key) {}

    public ImportReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        wordings = List.copyOf(wordings);
        notices = List.copyOf(notices);
    }

    public boolean changedNothing() {
        return added.isEmpty() && changed.isEmpty() && !calendarChanged && wordings.isEmpty();
    }
}
