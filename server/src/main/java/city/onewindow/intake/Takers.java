package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.Window;
import city.onewindow.window.WindowList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The windows of a catalog that take something in: their lists are made once, and each choice is asked of them once. */
final class Takers {

    private final List<WindowList> lists;
    private final Map<ErrandChoice, List<Window>> found = new HashMap<>();

    Takers(Catalog catalog) {
        this.lists = catalog.windows().stream()
                .map(window -> WindowList.of(catalog, window.code()))
                .toList();
    }

    /** @param choice without its answers: they don't change who takes it in */
    List<Window> of(ErrandChoice choice) {
        return found.computeIfAbsent(
                choice,
                asked -> lists.stream()
                        .filter(list -> list.takes(asked))
                        .map(WindowList::window)
                        .toList());
    }
}
