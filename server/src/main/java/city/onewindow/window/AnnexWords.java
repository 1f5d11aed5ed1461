package city.onewindow.window;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Window;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the annexes say what the catalog knows. */
record AnnexWords(Catalog catalog) {

    String department(String code) {
        return catalog.content().departmentName(code);
    }

    String window(String code) {
        return catalog.window(code).map(Window::name).orElse(code);
    }

    /** A number where it is one of working days, else as people say it. */
    static Object days(@Nullable TimeLimit limit) {
        if (limit == null) {
            return "—";
        }
        return limit.unit() == DayUnit.WORKING ? limit.days() : limit.inWords();
    }

    static String form(Material material) {
        return switch (material.form()) {
            case ORIGINAL -> material.copies() == 0 ? "原件核验" : "原件" + material.copies() + "份";
            case COPY -> "复印件" + material.copies() + "份";
            case ELECTRONIC -> "电子";
        };
    }

    static long deferrable(Item item) {
        return item.materials().stream()
                .filter(material -> material.requirement() == Requirement.DEFERRABLE)
                .count();
    }

    static String materials(Item item, Predicate<Material> which) {
        return item.materials().stream().filter(which).map(Material::name).collect(Collectors.joining("；"));
    }
}
