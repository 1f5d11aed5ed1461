package city.onewindow.catalog.content;

import city.onewindow.catalog.Department;
import city.onewindow.catalog.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** windows.csv: a row is a window as published. */
final class WindowsFile {

    static final String NAME = "windows.csv";
    static final List<String> COLUMNS = List.of(
            "code", "name_zh", "name_en", "kind", "lead_department", "cooperating_departments", "scope_zh", "order");

    private static final List<String> KINDS =
            List.of("comprehensive", "specialist", "general", "party", "issuing", "consultation");

    private WindowsFile() {}

    static Map<String, Window> read(List<Row> rows, Map<String, Department> departments, Origins origins) {
        Map<String, Window> windows = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            Window window = new Window(
                    row.matching("code", DepartmentsFile.CODE, DepartmentsFile.CODE_SAYS),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.choice("kind", KINDS, List.of(Window.Kind.values())),
                    row.text("lead_department"),
                    row.list("cooperating_departments", '|'),
                    row.text("scope_zh"),
                    row.integer("order", 0, 1_000_000));
            checkDepartment(row, "lead_department", window.leadDepartment(), departments);
            for (String department : window.cooperatingDepartments()) {
                checkDepartment(row, "cooperating_departments", department, departments);
            }
            if (keys.add(row, "code", window.code())) {
                windows.put(window.code(), origins.put(window, row));
            }
        }
        return windows;
    }

    private static void checkDepartment(Row row, String column, String code, Map<String, Department> departments) {
        if (!code.isEmpty() && !departments.containsKey(code) && row.faults().readable(DepartmentsFile.NAME)) {
            row.fault(
                    column,
                    "没有代码为“" + code + "”的部门，可填：departments.csv 的 code" + Nearest.hint(code, departments.keySet()));
        }
    }
}
