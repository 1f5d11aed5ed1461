package city.onewindow.catalog.lint;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether those whose items a window takes in lead it or cooperate there. */
final class Cooperation {

    private final Content content;

    Cooperation(Content content) {
        this.content = content;
    }

    /** Of an item at its own window. */
    Optional<Finding> of(Item item) {
        Window home = content.windows().get(item.homeWindow());
        if (home == null || isPartOf(home, item)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Rule.NOT_COOPERATING,
                false,
                item.name(),
                item.department(),
                "items.csv",
                "",
                "home_window",
                home.name() + "的配合部门里没有实施部门",
                "换窗口，或请牵头部门把本部门列为配合部门"));
    }

    /** Of an item within a one-thing, at the one-thing's window. */
    Optional<Finding> of(OneThing thing, Member member) {
        Window window = content.windows().get(thing.window());
        Item item = content.items().get(member.item());
        if (window == null || item == null || isPartOf(window, item)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Rule.NOT_COOPERATING,
                true,
                thing.name(),
                window.leadDepartment(),
                "one-things.csv",
                member.item(),
                "department",
                window.name() + "的配合部门里没有“" + member.item() + "”的实施部门",
                "把它列为窗口的配合部门，签办理协议书"));
    }

    /** Of everything that can be applied for at a window. */
    Stream<Finding> at(Window window) {
        return Stream.concat(
                content.items().values().stream()
                        .filter(item -> item.isOffered() && item.homeWindow().equals(window.code()))
                        .flatMap(item -> of(item).stream()),
                content.oneThings().values().stream()
                        .filter(thing -> thing.isOffered() && thing.window().equals(window.code()))
                        .flatMap(thing -> thing.members().stream().flatMap(member -> of(thing, member).stream())));
    }

    private static boolean isPartOf(Window window, Item item) {
        return window.leadDepartment().equals(item.department())
                || window.cooperatingDepartments().contains(item.department());
    }
}
