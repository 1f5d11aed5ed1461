package city.onewindow.window.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.window.filing.Difference;
import java.util.List;

/**
 * A difference as the department's page shows it.
 *
 * @param lead name of the department that filed the list
 * @param said what differs, one a line
 */
public record DifferenceLine(String item, String material, String window, String lead, List<String> said) {

    static DifferenceLine of(Difference difference, Catalog catalog) {
        return new DifferenceLine(
                difference.item(),
                difference.material(),
                difference.window(),
                catalog.department(difference.lead()).map(Department::shortName).orElse(difference.lead()),
                switch (difference.kind()) {
                    case OTHERWISE ->
                        difference.cells().stream().map(DifferenceLine::said).toList();
                    case MISSING -> List.of("清单里没有这一行，目录里有");
                    case UNKNOWN -> List.of("目录里没有这份材料，清单里有");
                });
    }

    private static String said(Difference.Cell cell) {
        return cell.heading() + "：清单里是" + quoted(cell.listed()) + "，" + (cell.filed() ? "本部门报的附件2" : "目录里") + "是"
                + quoted(cell.own());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "空的" : "“" + text + "”";
    }
}
