package city.onewindow.catalog.content;

import city.onewindow.catalog.Department;
import city.onewindow.kernel.CreditCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** departments.csv: a row is an authority. */
final class DepartmentsFile {

    static final String NAME = "departments.csv";
    static final List<String> COLUMNS =
            List.of("code", "name_zh", "name_en", "short_zh", "kind", "lead_of_window", "variants", "in_one_things");
    static final List<String> OPTIONAL = List.of("legal_name", "credit_code");

    private static final List<String> KINDS = List.of("市直部门", "垂直部门", "党群", "公共企事业", "金融机构", "街道社区");

    /** Codes of departments and windows. */
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    static final String CODE_SAYS = "小写字母开头的字母、数字和“-”";

    private DepartmentsFile() {}

    static Map<String, Department> read(List<Row> rows, Map<String, Department> loaded, Origins origins) {
        Map<String, Department> departments = new LinkedHashMap<>();
        Keys codes = new Keys();
        for (Row stated : rows) {
            Row row = stated.over(before(loaded.get(stated.optional("code"))));
            Department department = new Department(
                    row.matching("code", CODE, CODE_SAYS),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.text("short_zh"),
                    row.optional("legal_name"),
                    creditCode(row),
                    row.word("kind", KINDS),
                    row.list("variants", '|'));
            row.word("in_one_things", List.of("yes", "no"));
            if (codes.add(row, "code", department.code())) {
                departments.put(department.code(), origins.put(department, row));
            }
        }
        return departments;
    }

    private static Map<String, String> before(@Nullable Department loaded) {
        if (loaded == null) {
            return Map.of();
        }
        // Where the content gave no other it is the name, and goes with it.
        String legalName = loaded.legalName().equals(loaded.name()) ? "" : loaded.legalName();
        return Map.of("legal_name", legalName, "credit_code", loaded.creditCode());
    }

    private static String creditCode(Row row) {
        String typed = row.optional("credit_code");
        Optional<String> refusal = typed.isEmpty() ? Optional.empty() : CreditCode.refusal(typed);
        refusal.ifPresent(wrong -> row.fault("credit_code", wrong));
        return typed.isEmpty() || refusal.isPresent() ? "" : CreditCode.written(typed);
    }

    /** That the windows a department leads exist, and say so themselves. */
    static void checkWindows(List<Row> rows, Names names) {
        for (Row row : rows) {
            for (String name : row.list("lead_of_window", '|')) {
                String code = names.window(row, "lead_of_window", name);
                String lead = names.leadOf(code);
                if (!code.isEmpty() && !lead.equals(row.optional("code"))) {
                    row.fault("lead_of_window", "windows.csv 中“" + name + "”的牵头部门是 " + lead + "，两处应一致");
                }
            }
        }
    }
}
