package city.onewindow.window.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.window.filing.Difference;
import java.util.List;

/**
 * A difference as a page shows it.
 *
 * @param guide address of the item's guide; empty if the catalog hasn't the item
 * @param department name of the one that keeps the item; empty as above
 * @param lead name of the department that filed the list
 * @param said what differs, one a line
 */
public record DifferenceLine(
        String item, String guide, String department, String material, String window, String lead, List<Said> said) {

    /**
     * One thing that differs.
     *
     * @param brief the same with long cells cut
     */
    public record Said(String whole, String brief) {

        static Said of(String words) {
            return new Said(words, words);
        }

        public boolean isCut() {
            return !brief.equals(whole);
        }
    }

    private static final int SOME = 50;

    /** About two lines of a phone. */
    private static final int LONG = 40;

    /** The first of many; a page has room for so many. */
    public static List<DifferenceLine> some(List<Difference> differences, Catalog catalog) {
        return differences.stream()
                .limit(SOME)
                .map(difference -> of(difference, catalog))
                .toList();
    }

    public static DifferenceLine of(Difference difference, Catalog catalog) {
        Item item = catalog.itemNamed(difference.item()).orElse(null);
        return new DifferenceLine(
                difference.item(),
                item == null ? "" : "/items/" + item.code(),
                item == null ? "" : department(item.department(), catalog),
                difference.material(),
                difference.window(),
                department(difference.lead(), catalog),
                switch (difference.kind()) {
                    case OTHERWISE ->
                        difference.cells().stream().map(DifferenceLine::said).toList();
                    case MISSING ->
                        List.of(Said.of(difference.isWholeItem() ? "清单里没有这个事项，目录里由这个窗口受理" : "清单里没有这一行，目录里有"));
                    case UNKNOWN ->
                        List.of(Said.of(difference.isWholeItem() ? "目录里这个窗口不受理这个事项，清单里有" : "目录里没有这份材料，清单里有"));
                });
    }

    private static String department(String code, Catalog catalog) {
        return catalog.department(code).map(Department::shortName).orElse(code);
    }

    private static Said said(Difference.Cell cell) {
        return new Said(said(cell, Integer.MAX_VALUE), said(cell, LONG));
    }

    private static String said(Difference.Cell cell, int longest) {
        return cell.heading() + "：清单里是" + quoted(cut(cell.listed(), longest)) + "，"
                + (cell.filed() ? "本部门报的附件2" : "目录里") + "是" + quoted(cut(cell.own(), longest));
    }

    /** What is hardly longer isn't worth opening. */
    private static String cut(String text, int longest) {
        return text.length() - longest <= longest / 2 ? text : text.substring(0, longest) + "…";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "空的" : "“" + text + "”";
    }
}
