package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.frame.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The departments that may cooperate at a window: first those that do or have items there, each with how many. */
final class CooperatingChoices {

    private CooperatingChoices() {}

    /** @param row of the window */
    static List<Choice> of(Map<String, String> row, Content content) {
        Map<String, Long> items = itemsByDepartment(row.getOrDefault("code", ""), content);
        List<String> chosen =
                List.of(row.getOrDefault("cooperating_departments", "").split("\\|"));
        return content.departments().values().stream()
                .filter(department -> !department.code().equals(row.get("lead_department")))
                .sorted(Comparator.comparing((Department department) ->
                        !chosen.contains(department.code()) && !items.containsKey(department.code())))
                .map(department -> new Choice(
                        department.code(),
                        department.name(),
                        items.containsKey(department.code()) ? items.get(department.code()) + " 项" : ""))
                .toList();
    }

    private static Map<String, Long> itemsByDepartment(String window, Content content) {
        Set<String> within = content.oneThings().values().stream()
                .filter(thing -> thing.isOffered() && thing.window().equals(window))
                .flatMap(thing -> thing.members().stream())
                .map(Member::item)
                .collect(Collectors.toSet());
        return content.items().values().stream()
                .filter(Item::isOffered)
                .filter(item -> item.homeWindow().equals(window) || within.contains(item.name()))
                .collect(Collectors.groupingBy(Item::department, Collectors.counting()));
    }
}
