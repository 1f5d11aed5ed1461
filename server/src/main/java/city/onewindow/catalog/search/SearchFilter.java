package city.onewindow.catalog.search;

import city.onewindow.catalog.Audience;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Narrows what is found; what isn't given doesn't narrow it.
 *
 * @param department code of one that decides; empty: any
 * @param audience whom it serves; null: anybody
 * @param online only what can be applied for without coming
 * @param onTheSpot only what is done at once or within the day (即办件)
 */
public record SearchFilter(String department, @Nullable Audience audience, boolean online, boolean onTheSpot) {

    public static final SearchFilter NONE = new SearchFilter("", null, false, false);

    static final String ONLINE = "online";
    static final String ON_THE_SPOT = "on-the-spot";

    static String department(String code) {
        return "department " + code;
    }

    static String mark(Audience audience) {
        return "audience " + audience;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Those of the texts that it lets through. */
    List<SearchText> of(List<SearchText> texts) {
        Set<String> marks = marks();
        return texts.stream().filter(text -> text.marks().containsAll(marks)).toList();
    }

    /** What a find must bear, all of it. */
    Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>();
        if (!department.isEmpty()) {
            marks.add(department(department));
        }
        if (audience != null) {
            marks.add(mark(audience));
        }
        if (online) {
            marks.add(ONLINE);
        }
        if (onTheSpot) {
            marks.add(ON_THE_SPOT);
        }
        return marks;
    }
}
