package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.Annexes;
import city.onewindow.window.WindowList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that somebody has to file: an annex of a one-thing, a department or a window.
 *
 * @param code of the one-thing, department or window
 * @param name of the same
 * @param department code of the one that files it
 */
public record Target(Annex annex, String code, String name, String department) {

    /** All that the plan asks for, as the catalog stands. */
    public static List<Target> all(Catalog catalog) {
        List<Target> all = new ArrayList<>();
        for (Department department : catalog.departments()) {
            if (catalog.items().stream().anyMatch(item -> item.department().equals(department.code()))) {
                all.add(new Target(Annex.DEPARTMENT, department.code(), department.name(), department.code()));
            }
        }
        for (Window window : catalog.windows()) {
            if (!WindowList.of(catalog, window.code()).items().isEmpty()) {
                all.add(new Target(Annex.WINDOW, window.code(), window.name(), window.leadDepartment()));
            }
        }
        catalog.oneThings()
                .forEach(thing -> catalog.window(thing.window())
                        .ifPresent(window -> all.add(
                                new Target(Annex.ONE_THING, thing.code(), thing.name(), window.leadDepartment()))));
        return all;
    }

    /** @throws Problem.NotFound if the plan asks for no such table */
    public static Target of(Catalog catalog, Annex annex, String code) {
        return all(catalog).stream()
                .filter(target -> target.annex == annex && target.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("附件" + annex.number() + "没有要为“" + code + "”报送的表。请从附件页面重新选择。"));
    }

    /** Whether the actor files it, or the centre for him. */
    public boolean isFiledBy(Actor actor) {
        return actor.has(Role.MANAGER) || isOwn(actor);
    }

    /** Whether it is the actor's own department that files it, and he for it. */
    boolean isOwn(Actor actor) {
        return actor.has(annex.filedBy()) && department.equals(actor.department());
    }

    /** As the catalog would fill it in. */
    AnnexSheet sheet(Catalog catalog, LocalDate day) {
        return switch (annex) {
            case ONE_THING -> Annexes.one(catalog, catalog.oneThingByCode(code).orElseThrow(), day);
            case DEPARTMENT -> Annexes.two(catalog, catalog.department(code).orElseThrow(), day);
            case WINDOW -> Annexes.three(catalog, WindowList.of(catalog, code), day);
        };
    }
}
