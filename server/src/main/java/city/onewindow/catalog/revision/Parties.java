package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps a revision and who has a say in it, as its rows have it.
 *
 * @param keeper code of the department; the others too
 */
record Parties(String keeper, String windowLead, List<String> cooperating) {

    /**
     * Of rows as they are; what can't be made out is the author's own business until it can.
     *
     * @param base the published record that they change; null for something new
     * @param author code of the department that writes them
     */
    static Parties of(
            Revision.Kind kind, @Nullable ContentRows base, ContentRows rows, Content content, String author) {
        return switch (kind) {
            case ITEM -> ofItem(rows, content, author);
            case ONE_THING -> ofOneThing(base, rows, content, author);
            case WINDOW -> ofWindow(base, rows, content, author);
        };
    }

    private static Parties ofItem(ContentRows rows, Content content, String author) {
        Map<String, String> own = first(rows, "items.csv");
        return new Parties(
                departmentNamed(own.getOrDefault("department", ""), content, author),
                leadOf(
                        own.getOrDefault("home_window", ""),
                        content,
                        leadBeside(own.getOrDefault("item", ""), content, author)),
                List.of());
    }

    /** Who agrees to an item that shall have no window: who leads the one that it leaves, or else who takes in what no other does. */
    private static String leadBeside(String item, Content content, String otherwise) {
        Item before = content.items().get(item);
        Stream<Window> left =
                Stream.ofNullable(before == null ? null : content.windows().get(before.homeWindow()));
        return Stream.concat(left, content.windows().values().stream().filter(one -> one.kind() == Window.Kind.GENERAL))
                .map(Window::leadDepartment)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whoever has an item in it is asked, and whoever has one that it would leave out. */
    private static Parties ofOneThing(@Nullable ContentRows base, ContentRows rows, Content content, String author) {
        Set<String> cooperating = new TreeSet<>(departmentsIn(rows, content));
        if (base != null) {
            cooperating.addAll(departmentsIn(base, content));
        }
        return led(leadOf(NewOneThing.windowIn(rows.rows()), content, author), cooperating);
    }

    private static Set<String> departmentsIn(ContentRows rows, Content content) {
        return rows.of(NewOneThing.MEMBERS).stream()
                .map(row -> content.items().get(row.getOrDefault("item", "")))
                .filter(item -> item != null)
                .map(Item::department)
                .collect(Collectors.toSet());
    }

    /** Whoever shall begin or cease to cooperate is asked; who goes on cooperates as before, whatever the words. */
    private static Parties ofWindow(@Nullable ContentRows base, ContentRows rows, Content content, String author) {
        Set<String> before = base == null ? Set.of() : cooperatingIn(base);
        Set<String> after = cooperatingIn(rows);
        Set<String> asked = new TreeSet<>(before);
        asked.addAll(after);
        asked.removeIf(department -> before.contains(department) && after.contains(department));
        return led(leadOf(first(rows, Revision.WINDOWS).getOrDefault("name_zh", ""), content, author), asked);
    }

    private static Set<String> cooperatingIn(ContentRows rows) {
        return Arrays.stream(first(rows, Revision.WINDOWS)
                        .getOrDefault("cooperating_departments", "")
                        .split("\\|"))
                .map(String::strip)
                .filter(department -> !department.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Parties led(String lead, Set<String> asked) {
        return new Parties(
                lead,
                lead,
                asked.stream().filter(department -> !department.equals(lead)).toList());
    }

    private static Map<String, String> first(ContentRows rows, String file) {
        return rows.of(file).isEmpty() ? Map.of() : rows.of(file).get(0);
    }

    private static String departmentNamed(String name, Content content, String otherwise) {
        return content.departments().values().stream()
                .filter(department -> department.name().equals(name)
                        || department.shortName().equals(name)
                        || department.variants().contains(name))
                .map(Department::code)
                .findFirst()
                .orElse(otherwise);
    }

    private static String leadOf(String window, Content content, String otherwise) {
        return content.windowNamed(window).map(Window::leadDepartment).orElse(otherwise);
    }
}
