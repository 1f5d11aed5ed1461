package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who numbers a result. A certificate (证照) and whatever is a number itself stand in their department's register under a
 * number that only the department gives; every other paper may go by its case's number.
 */
public final class CertificateNumbers {

    private static final int LONGEST = 60;

    /** 许可证, 证书, 居住证(电子) are certificates; 凭证, 保证金, 论证 and 证明 are not, but for the two that are registers' own. */
    private static final Pattern OWN = Pattern.compile("执照|护照|登记证明|医学证明|(?<![凭保论验认公鉴])证(?![明据人])|编号|账号|项目代码");

    private CertificateNumbers() {}

    /** @param result the document or registration that comes out, as content names it */
    public static boolean isDepartments(String result) {
        return OWN.matcher(result).find();
    }

    /** Where the department gives none. What was made before a ruling keeps its number, and what is made anew has another. */
    public static String usual(Matter matter) {
        String usual = "%s-%02d".formatted(matter.number(), matter.seq());
        return matter.anew() == null ? usual : usual + "-" + (matter.anew().round() + 1);
    }

    static List<Fault> faults(String pointer, String result, String typed) {
        List<Fault> faults = new ArrayList<>();
        if (isDepartments(result)) {
            TextFaults.demand(faults, pointer, "「" + result + "」的编号（由部门编定，办件编号不能代替）", typed, LONGEST);
        } else {
            TextFaults.limit(faults, pointer, "证照（文书）编号", typed, LONGEST);
        }
        return faults;
    }
}
