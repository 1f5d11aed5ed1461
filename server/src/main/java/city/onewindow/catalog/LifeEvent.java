package city.onewindow.catalog;

import java.util.List;

/**
 * A heading of the home page under which one-things stand.
 *
 * @param windows codes of the windows whose one-things stand here unless topics.csv says otherwise
 */
public record LifeEvent(String name, String nameEn, int order, List<String> windows) {

    public LifeEvent {
        windows = List.copyOf(windows);
    }
}
