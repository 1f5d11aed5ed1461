package city.onewindow.approval;

import city.onewindow.approval.SpecialProcedure.Kind;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.TextFaults;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure as whoever begins it asks for it.
 *
 * @param reason what it is needed for
 * @param body who carries it out (承担机构), by its name
 * @param staff who were sent to do it, apart by 、; asked for where the item is checked by technical standards
 * @param expectedEnd its last day
 */
public record AskedProcedure(
        @Nullable Kind kind,
        String reason,
        String body,
        String staff,
        @Nullable LocalDate expectedEnd) {

    private static final int LONGEST_BODY = 60;
    private static final int LONGEST_STAFF = 200;

    /** 行政许可法 第五十五条第二款. */
    private static final int FEWEST_STAFF = 2;

    public AskedProcedure {
        body = body.strip();
        staff = staff.strip();
    }

    /** What can be told of it without looking at its matter, but for the reason. */
    void check(List<Fault> faults) {
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择是哪一种特别程序。"));
        }
        TextFaults.demand(faults, "/body", "承担机构（由谁进行）", body, LONGEST_BODY);
        TextFaults.limit(faults, "/staff", "指派的工作人员", staff, LONGEST_STAFF);
        if (expectedEnd == null) {
            faults.add(new Fault("/expectedEnd", "请填写预计结束的日期；所需时间要书面告知申请人（行政许可法第四十五条）。"));
        }
    }

    /** Whether fewer were named than the law sends to check by technical standards. */
    boolean namesTooFew() {
        long named = Arrays.stream(staff.split("[、，,；;\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        return named < FEWEST_STAFF;
    }
}
