package city.onewindow.catalog.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects errors and notices, so that an owner learns of all of them at once. */
final class Faults {

    private final List<ContentFault> faults = new ArrayList<>();
    private final List<ContentFault> notices = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    /** A file of which rows are missing: what refers to it can't be checked. */
    void unreadable(String file, int line, String column, String message) {
        unreadable.add(file);
        add(file, line, column, message);
    }

    boolean readable(String... files) {
        return Arrays.stream(files).noneMatch(unreadable::contains);
    }

    void add(String file, int line, String column, String message) {
        faults.add(new ContentFault(file, line, column, message));
    }

    /** Something odd that doesn't stop the import. */
    void notice(String file, int line, String column, String message) {
        notices.add(new ContentFault(file, line, column, message));
    }

    List<ContentFault> faults() {
        return sorted(faults);
    }

    List<ContentFault> notices() {
        return sorted(notices);
    }

    private static List<ContentFault> sorted(List<ContentFault> list) {
        return list.stream()
                .distinct()
                .sorted(Comparator.comparing(ContentFault::file).thenComparing(ContentFault::line))
                .toList();
    }
}
