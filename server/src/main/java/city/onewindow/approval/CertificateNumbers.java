package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of results. A certificate (证照) and whatever is a number itself stand in their department's register under a number
 * that only the department gives, as content says; every other paper may go by its case's number.
 */
public final class CertificateNumbers {

    private static final int LONGEST = 60;

    private CertificateNumbers() {}

    /** Where the department gives none. What was made before a ruling keeps its number, and what is made anew has another. */
    public static String usual(Matter matter) {
        String usual = "%s-%02d".formatted(matter.number(), matter.seq());
        return matter.anew() == null ? usual : usual + "-" + (matter.anew().round() + 1);
    }

    static List<Fault> faults(String pointer, String result, boolean numberedByDepartment, String typed) {
        List<Fault> faults = new ArrayList<>();
        if (numberedByDepartment) {
            TextFaults.demand(faults, pointer, "「" + result + "」的编号（由部门编定，办件编号不能代替）", typed, LONGEST);
        } else {
            TextFaults.limit(faults, pointer, "证照（文书）编号", typed, LONGEST);
        }
        return faults;
    }
}
