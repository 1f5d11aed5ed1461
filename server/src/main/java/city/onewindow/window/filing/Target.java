package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.DepartmentAnnex;
import city.onewindow.window.OneThingAnnex;
import city.onewindow.window.WindowAnnex;
import city.onewindow.window.WindowList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that somebody has to file: an annex of a department or a window.
 *
 * @param code of the department or window
 * @param name of the same
 * @param department code of the one that files it
 */
public record Target(Annex annex, String code, String name, String department) {

    /** All that the plan asks for, as the catalog stands. */
    public static List<Target> all(Catalog catalog) {
        List<Target> all = new ArrayList<>();
        for (Department department : catalog.departments()) {
            if (!new DepartmentAnnex(catalog, department).items().isEmpty()) {
                all.add(of(Annex.DEPARTMENT, department));
            }
            if (!new OneThingAnnex(catalog, department).members().isEmpty()) {
                all.add(of(Annex.ONE_THING, department));
            }
        }
        for (Window window : catalog.windows()) {
            if (!WindowList.of(catalog, window.code()).items().isEmpty()) {
                all.add(new Target(Annex.WINDOW, window.code(), window.name(), window.leadDepartment()));
            }
        }
        return all;
    }

    private static Target of(Annex annex, Department department) {
        return new Target(annex, department.code(), department.name(), department.code());
    }

    /** @throws Problem.NotFound if the plan asks for no such table */
    public static Target of(Catalog catalog, Annex annex, String code) {
        return all(catalog).stream()
                .filter(target -> target.annex == annex && target.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("附件" + annex.number() + "没有要为“" + code + "”报送的表。请从附件页面重新选择。"));
    }

    /**
     * As {@link #choice} writes it.
     *
     * @throws Problem.InvalidInput if it is no number of an annex and a code
     * @throws Problem.NotFound if the plan asks for no such table
     */
    public static Target chosen(Catalog catalog, String choice) {
        String[] parts = choice.split("-", 2);
        if (parts.length < 2 || !parts[0].matches("[1-3]")) {
            throw new Problem.InvalidInput("/target", "请选择是哪一张表。");
        }
        return of(catalog, Annex.numbered(Integer.parseInt(parts[0])), parts[1]);
    }

    /** Number of the annex and code of what it is about, 2-scjg: as a form's choice has it. */
    public String choice() {
        return annex.number() + "-" + code;
    }

    /** 附件2　洛阳市市场监督管理局. */
    public String title() {
        return "附件" + annex.number() + "　" + name;
    }

    /** Whether the actor may have it read: its department, or the centre for it. */
    public boolean isUploadedBy(Actor actor) {
        return actor.has(Role.MANAGER) || isOwn(actor);
    }

    /** Whether the actor may take it home: somebody of its department, the centre, the auditors. */
    public boolean isSeenBy(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR) || department.equals(actor.department());
    }

    /** Whether it is the actor's own department that files it, and he for it. */
    public boolean isOwn(Actor actor) {
        return actor.has(annex.filedBy()) && department.equals(actor.department());
    }

    /** As the catalog would fill it in. */
    AnnexSheet sheet(Catalog catalog, LocalDate day) {
        return switch (annex) {
            case ONE_THING ->
                new OneThingAnnex(catalog, catalog.department(code).orElseThrow()).sheet(day);
            case DEPARTMENT ->
                new DepartmentAnnex(catalog, catalog.department(code).orElseThrow()).sheet(day);
            case WINDOW -> new WindowAnnex(catalog, WindowList.of(catalog, code)).sheet(day);
        };
    }
}
