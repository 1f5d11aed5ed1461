package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item, a one-thing or a window as its department wants it to be.
 *
 * @param key its name
 * @param department code of the department that keeps it
 * @param windowLead code of the department that leads the window: where an item or one-thing is taken in, or the window itself
 * @param cooperating codes of the other departments that are asked to confirm it; none of an item
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

    /** In whose only row an item stands. */
    private static final String ITEMS = "items.csv";

    /** In whose only row a window stands. */
    public static final String WINDOWS = "windows.csv";

    /** What of a window's row its lead department says; the rest is the centre's. */
    public static final List<String> WINDOW_COLUMNS = List.of("scope_zh", "name_en", "cooperating_departments");

    private static final String PUBLISHED = "published";

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

    /** As it was after so many saves. */
    Revision at(int saves, ContentRows rows) {
        return new Revision(
                id,
                kind,
                key,
                department,
                windowLead,
                cooperating,
                status,
                base,
                rows,
                saves,
                changedBy,
                changedByName,
                changedAt,
                holdsFrom,
                edition);
    }

    /** Its rows over what was published since: what only an import says is as it was imported. */
    ContentRows over(ContentRows now) {
        return kind.over(Joined.of(orNothing(base), rows, now).rows(), now);
    }

    public boolean isNew() {
        return base == null;
    }

    /** What may be revised, and by what each kind differs from the others. */
    public enum Kind {
        /** Agreed to by who leads the window at which it is taken in. */
        ITEM("事项", Role.LIAISON, "事项由实施部门的联络员维护，您的账号不是这个部门的联络员。请联系该部门。"),
        /** Confirmed by all who have items in it. */
        ONE_THING("一件事", Role.LEAD_DEPARTMENT, "一件事由受理窗口的牵头部门维护，您的账号不属于它。请联系牵头部门。"),
        /**
         * What it does and who cooperates at it, confirmed by who begins or ceases to. What it takes in is said by the revisions of items;
         * that there is a window, of which sort and led by whom, by an import.
         */
        WINDOW("窗口", Role.LEAD_DEPARTMENT, "窗口由它的牵头部门维护，您的账号不属于它。请联系牵头部门。");

        private final String term;
        private final Role keeper;
        private final String keptBy;

        Kind(String term, Role keeper, String keptBy) {
            this.term = term;
            this.keeper = keeper;
            this.keptBy = keptBy;
        }

        public String term() {
            return term;
        }

        /** Who of the department that keeps it writes it. */
        Role keeper() {
            return keeper;
        }

        /** What is told to anybody else. */
        String keptBy() {
            return keptBy;
        }

        /** Whether the cooperating departments agree to it, one by one; else who leads the window. */
        public boolean isConfirmed() {
            return this != ITEM;
        }

        /** The record of this kind and name as the content has it, in rows; null if it has none. */
        public @Nullable ContentRows published(String name, Content content) {
            RowWriter writer = new RowWriter(content);
            return switch (this) {
                case ITEM -> written(content.items().get(name), item -> writer.item(item, PUBLISHED));
                case ONE_THING -> written(content.oneThings().get(name), thing -> writer.oneThing(thing, PUBLISHED));
                case WINDOW ->
                    written(content.windowNamed(name).orElse(null), window -> writer.window(window, PUBLISHED));
            };
        }

        private static <T> @Nullable ContentRows written(@Nullable T record, Function<T, ContentRows> writer) {
            return record == null ? null : writer.apply(record);
        }

        /** What the linter finds that a revision of it can mend. */
        public List<Finding> findings(String name, Content content) {
            return switch (this) {
                case ITEM -> Linter.lint(content, false, name);
                case ONE_THING -> Linter.lint(content, true, name);
                case WINDOW ->
                    content.windowNamed(name)
                            .map(window -> Linter.lint(content, window))
                            .orElse(List.of());
            };
        }

        /** The rows of a revision over what was published since; what only an import says is as it was imported. */
        private ContentRows over(ContentRows own, ContentRows now) {
            return switch (this) {
                case ITEM -> withDepartmentOf(now, own);
                case ONE_THING -> own;
                case WINDOW -> withWindowOf(now, own);
            };
        }

        private static ContentRows withDepartmentOf(ContentRows now, ContentRows own) {
            Map<String, String> row = new LinkedHashMap<>(own.of(ITEMS).get(0));
            row.put("department", now.of(ITEMS).get(0).getOrDefault("department", ""));
            Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>(own.rows());
            rows.put(ITEMS, List.of(row));
            return new ContentRows(own.source(), rows, own.whole());
        }

        private static ContentRows withWindowOf(ContentRows now, ContentRows own) {
            Map<String, String> row = new LinkedHashMap<>(now.of(WINDOWS).get(0));
            WINDOW_COLUMNS.forEach(
                    column -> row.put(column, own.of(WINDOWS).get(0).getOrDefault(column, "")));
            return new ContentRows(own.source(), Map.of(WINDOWS, List.of(row)), own.whole());
        }

        /** Rows that somebody states of it. A window's one row says all; of the others, what isn't among the rows is gone. */
        public ContentRows stated(String name, Map<String, List<Map<String, String>>> rows, String source) {
            return new ContentRows(source, rows, this == WINDOW ? List.of() : List.of(name));
        }
    }
}
