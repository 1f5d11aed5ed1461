package city.onewindow.frame;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A room's entry in the navigation. A room declares it as a bean; the frame shows it to whoever may follow it.
 *
 * @param path where it leads; it is current on every page below
 * @param key of its text in the message bundles
 * @param roles names of the roles that see it; empty means everybody, on the public pages
 * @param order place in the navigation, smaller first
 * @param waiting how much there waits for whoever looks at the page; asked for each page that shows the entry, so it has to be quick
 */
public record NavEntry(String path, String key, List<String> roles, int order, LongSupplier waiting) {

    public NavEntry {
        roles = List.copyOf(roles);
    }

    /** An entry of the public pages. */
    public static NavEntry open(String path, String key, int order) {
        return new NavEntry(path, key, List.of(), order, () -> 0);
    }

    /** An entry of the staff's pages, for those who have one of the roles. */
    public static NavEntry desk(String path, String key, int order, Enum<?>... roles) {
        return new NavEntry(path, key, Stream.of(roles).map(Enum::name).toList(), order, () -> 0);
    }

    /**
     * The same, with a count behind it where something waits; without one where the database doesn't answer: pages that tell a
     * failure have a navigation, too, and are needed most then.
     */
    public NavEntry counting(LongSupplier what) {
        return new NavEntry(path, key, roles, order, () -> {
            try {
                return what.getAsLong();
            } catch (DataAccessException | TransactionException gone) {
                return 0;
            }
        });
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    boolean leadsTo(String current) {
        return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
    }
}
