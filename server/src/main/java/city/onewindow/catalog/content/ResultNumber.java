package city.onewindow.catalog.content;

import city.onewindow.catalog.Terms;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** result_number: who gives the number that stands on what comes out. The column may be left out, and its cell be empty. */
public final class ResultNumber {

    static final String COLUMN = "result_number";

    private static final String DEPARTMENTS = "部门编号";
    private static final String CASES = "办件编号";

    static final List<String> WORDS = List.of(DEPARTMENTS, CASES);

    /** 许可证, 证书, 居住证(电子) are certificates; 凭证, 保证金, 论证 and 证明 are not, but for the two that are registers' own. */
    private static final Pattern REGISTERED = Pattern.compile("执照|护照|登记证明|医学证明|(?<![凭保论验认公鉴])证(?![明据人])|编号|账号|项目代码");

    private ResultNumber() {}

    /** What the name of a result lets one suppose, where nobody says it. */
    public static boolean isDepartmentsByName(String result) {
        return REGISTERED.matcher(result).find();
    }

    /** @param before what was said of it, for a file that lacks the column; null if nothing was */
    static boolean isDepartments(Row row, @Nullable Terms before) {
        if (!row.has(COLUMN) && before != null) {
            return before.numberedByDepartment();
        }
        return row.optional(COLUMN).isEmpty()
                ? isDepartmentsByName(row.optional("result_doc"))
                : row.choice(COLUMN, WORDS, List.of(true, false));
    }

    public static String word(boolean byDepartment) {
        return byDepartment ? DEPARTMENTS : CASES;
    }
}
