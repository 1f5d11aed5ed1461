package city.onewindow.window;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 受理事项清单: what one window takes in. The one-things that name it, and every item that belongs to it or is part of one of
 * them; anything else is another window's.
 */
public record WindowList(Window window, List<OneThing> oneThings, List<Item> items) {

    /** @throws Problem.NotFound if there is no such window */
    public static WindowList of(Catalog catalog, String code) {
        Window window =
                catalog.window(code).orElseThrow(() -> new Problem.NotFound("没有代码为「" + code + "」的窗口。请联系系统管理员核对您的窗口。"));
        List<OneThing> things = catalog.oneThings().stream()
                .filter(thing -> thing.window().equals(code))
                .sorted(Comparator.comparing(OneThing::name))
                .toList();
        Set<String> within = things.stream()
                .flatMap(thing -> thing.members().stream())
                .map(Member::item)
                .collect(Collectors.toSet());
        List<Item> items = catalog.items().stream()
                .filter(item -> item.homeWindow().equals(code) || within.contains(item.name()))
                .sorted(Comparator.comparing(Item::name))
                .toList();
        return new WindowList(window, things, items);
    }

    /**
     * The list for what was begun under a catalog that is older than the window, which was handed it (转窗口): of that catalog what
     * the window takes in today.
     *
     * @throws Problem.NotFound if there is no such window now either
     */
    public static WindowList of(Catalog catalog, Catalog today, String code) {
        if (catalog.window(code).isPresent()) {
            return of(catalog, code);
        }
        WindowList newer = of(today, code);
        return new WindowList(
                newer.window,
                newer.oneThings.stream()
                        .flatMap(thing -> catalog.oneThingByCode(thing.code()).stream())
                        .toList(),
                newer.items.stream()
                        .flatMap(item -> catalog.itemByCode(item.code()).stream())
                        .toList());
    }

    /** Whether all of an errand is on it. */
    public boolean takes(Errand errand) {
        OneThing thing = errand.oneThing();
        return thing == null
                ? errand.items().stream()
                        .map(CaseItem::item)
                        .allMatch(item ->
                                items.stream().anyMatch(own -> own.code().equals(item.code())))
                : oneThings.stream().anyMatch(own -> own.code().equals(thing.code()));
    }

    /** Whether all that was picked is on it, whatever is answered. */
    public boolean takes(ErrandChoice picked) {
        return picked.oneThing() == null
                ? picked.items().stream()
                        .allMatch(code ->
                                items.stream().anyMatch(own -> own.code().equals(code)))
                : oneThings.stream().anyMatch(own -> own.code().equals(picked.oneThing()));
    }

    /**
     * @throws Problem.InvalidInput if there is nothing to be done
     * @throws Problem.NotAllowed naming what belongs elsewhere
     */
    public void mustTake(Errand errand, Catalog catalog) {
        errand.mustBeDoable();
        OneThing thing = errand.oneThing();
        if (thing != null) {
            if (!takes(errand)) {
                throw new Problem.NotAllowed("「" + thing.name() + "」不在" + window.name() + "的受理清单上，由"
                        + catalog.window(thing.window()).map(Window::name).orElse("别的窗口") + "受理。请引导申请人到那里办。");
            }
            return;
        }
        Set<String> own = items.stream().map(Item::code).collect(Collectors.toSet());
        List<String> foreign = errand.items().stream()
                .map(CaseItem::item)
                .filter(item -> !own.contains(item.code()))
                .map(item -> "「" + item.name() + "」由" + takenInBy(item, catalog) + "受理")
                .toList();
        if (!foreign.isEmpty()) {
            throw new Problem.NotAllowed(window.name() + "的受理清单上没有：" + String.join("；", foreign) + "。请去掉，或引导申请人到那里办。");
        }
    }

    /** The window that is the item's home, or its department with where it is found: an item may stay out of the windows (未进驻). */
    private static String takenInBy(Item item, Catalog catalog) {
        return catalog.window(item.homeWindow()).map(Window::name).orElseGet(() -> {
            String where = Stream.of(
                            item.particulars().address(), item.particulars().phone())
                    .filter(said -> !said.isEmpty())
                    .collect(Collectors.joining("，"));
            return catalog.content().departmentName(item.department()) + "自己（"
                    + (where.isEmpty() ? "没有进驻窗口" : "没有进驻窗口；" + where) + "）";
        });
    }
}
