package city.onewindow.window;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the annexes say what the catalog knows. */
record AnnexWords(Catalog catalog) {

    /** Stands where a material would. */
    static final String NO_MATERIALS = "（不需要材料）";

    private static final String BY_MAIL = "快递";

    String department(String code) {
        return catalog.content().departmentName(code);
    }

    /** Of an item by its name. */
    String departmentOf(String item) {
        return catalog.itemNamed(item)
                .map(found -> department(found.department()))
                .orElse("");
    }

    String window(String code) {
        return catalog.content().windowName(code);
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

    static String yesOrNo(boolean yes) {
        return yes ? "是" : "否";
    }

    /** How far an item is done online (网办深度); empty while its department hasn't said how it is handed in. */
    static String online(Item item) {
        if (item.particulars().channels().isEmpty()) {
            return "";
        }
        if (!isOnline(item)) {
            return "窗口办理";
        }
        return item.particulars().endsOnline() ? "全程网办" : "网上预审";
    }

    /** Whether it can be looked at before the applicant comes; what is handed in online can. */
    static String preReviewed(Item item) {
        return item.particulars().channels().isEmpty() ? "" : yesOrNo(isOnline(item));
    }

    static String mailed(Item item) {
        return item.particulars().channels().isEmpty()
                ? ""
                : yesOrNo(item.particulars().channels().contains(BY_MAIL));
    }

    private static boolean isOnline(Item item) {
        return item.particulars().takesOnline();
    }

    /** How results reach the applicant (送达方式), the window hands out all; empty while its department hasn't said. */
    static String delivery(Item item, String result) {
        if (item.particulars().channels().isEmpty()) {
            return "";
        }
        List<String> ways = new ArrayList<>(List.of("窗口领取"));
        if (item.particulars().channels().contains(BY_MAIL)) {
            ways.add("寄递");
        }
        if (result.contains("电子")) {
            ways.add("电子证照");
        }
        return String.join("、", ways);
    }

    /** Where results are handed out: at the issuing window, or where they were applied for if the centre has none. */
    String issuing(Window takenIn) {
        return catalog.windows().stream()
                .filter(window -> window.kind() == Window.Kind.ISSUING)
                .map(Window::name)
                .findFirst()
                .orElse(takenIn.name());
    }
}
