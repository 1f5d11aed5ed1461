package city.onewindow.catalog.content;

import city.onewindow.catalog.Department;
import city.onewindow.catalog.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The names by which content files call departments and windows. */
final class Names {

    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, String> windows = new HashMap<>();
    private final Map<String, Window> windowsByCode;

    Names(Map<String, Department> departments, Map<String, Window> windows, Origins origins) {
        windowsByCode = windows;
        for (Department department : departments.values()) {
            List<String> spellings = new ArrayList<>(department.variants());
            spellings.add(department.name());
            spellings.add(department.shortName());
            for (String spelling : spellings) {
                String other = this.departments.put(spelling, department.code());
                if (other != null && !other.equals(department.code())) {
                    origins.fault(
                            department,
                            "variants",
                            "“" + spelling + "”同时是部门 " + other + " 和 " + department.code() + " 的名称，可填：只属于一个部门的名称",
                            List.of(Objects.requireNonNull(departments.get(other))));
                }
            }
        }
        for (Window window : windows.values()) {
            String other = this.windows.put(window.name(), window.code());
            if (other != null) {
                origins.fault(
                        window,
                        "name_zh",
                        "窗口 " + other + " 也叫“" + window.name() + "”，可填：别的窗口没有用的名称",
                        List.of(Objects.requireNonNull(windows.get(other))));
            }
        }
    }

    /** The code of the department so called; empty, and reported, if there is none. */
    String department(Row row, String column) {
        String name = row.text(column);
        String code = departments.getOrDefault(name, "");
        if (code.isEmpty() && !name.isEmpty() && row.faults().readable(DepartmentsFile.NAME)) {
            row.fault(
                    column,
                    "没有名为“" + name + "”的部门，可填：departments.csv 的 name_zh、short_zh 或 variants"
                            + Nearest.hint(name, departments.keySet()));
        }
        return code;
    }

    String window(Row row, String column) {
        return window(row, column, row.text(column));
    }

    /** The code of the window so called; empty, and reported, if there is none. */
    String window(Row row, String column, String name) {
        String code = windows.getOrDefault(name, "");
        if (code.isEmpty() && !name.isEmpty() && row.faults().readable(WindowsFile.NAME)) {
            row.fault(column, "没有名为“" + name + "”的窗口，可填：windows.csv 的 name_zh" + Nearest.hint(name, windows.keySet()));
        }
        return code;
    }

    /** Code of the department that leads a window; empty if there is no such window. */
    String leadOf(String window) {
        Window found = windowsByCode.get(window);
        return found == null ? "" : found.leadDepartment();
    }
}
