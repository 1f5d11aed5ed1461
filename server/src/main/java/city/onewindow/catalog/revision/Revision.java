package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item or a one-thing as its department wants it to be.
 *
 * @param key its name
 * @param department code of the department that keeps it
 * @param windowLead code of the department that leads the window at which an item is taken in
 * @param cooperating codes of the other departments that have items in a one-thing
 * @param base the published record that it began from; null for something new
 * @param saves how often it was saved: what an editor read, and what he writes over
 * @param holdsFrom the day from which it shall hold; null: as soon as it is published
 * @param edition of its publication; null before
 */
public record Revision(
        long id,
        Kind kind,
        String key,
        String department,
        String windowLead,
        List<String> cooperating,
        RevisionStatus status,
        @Nullable ContentRows base,
        ContentRows rows,
        int saves,
        String changedBy,
        String changedByName,
        Instant changedAt,
        @Nullable LocalDate holdsFrom,
        @Nullable Integer edition) {

    /** What of the published record it changes; all of it if it is new. */
    public List<Change> changes() {
        return Change.between(orNothing(base), rows);
    }

    private static ContentRows orNothing(@Nullable ContentRows rows) {
        return rows == null ? new ContentRows("", Map.of(), List.of()) : rows;
    }

    /**
     * What was published of the record since the revision began; nothing once it is closed.
     *
     * @param now the record as it is published; null if it isn't
     */
    List<Change> meanwhile(@Nullable ContentRows now) {
        return status.isOpen() && now != null ? Change.between(orNothing(base), now) : List.of();
    }

    public boolean isNew() {
        return base == null;
    }

    public enum Kind {
        ITEM("事项"),
        ONE_THING("一件事");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }

        /** The record of this kind and name as the content has it, in rows; null if it has none. */
        @Nullable
        ContentRows published(String name, Content content) {
            RowWriter writer = new RowWriter(content);
            Item item = this == ITEM ? content.items().get(name) : null;
            OneThing thing = this == ONE_THING ? content.oneThings().get(name) : null;
            if (item != null) {
                return writer.item(item, "published");
            }
            return thing == null ? null : writer.oneThing(thing, "published");
        }
    }
}
