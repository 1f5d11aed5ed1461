package city.onewindow.approval.web;

import static city.onewindow.approval.web.ActForm.error;

import city.onewindow.approval.Matter;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.approval.TechnicalClock;
import city.onewindow.catalog.Extension;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of whoever stops a matter's clock, or wants it lengthened. */
final class ClockForm {

    private ClockForm() {}

    static List<Field> suspension(Matter matter, TypedAct typed, List<Fault> faults, LocalDateTime now) {
        SpecialProcedure.Kind chosen = typed.kind();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select(
                        "kind",
                        "哪一种特别程序",
                        Arrays.stream(SpecialProcedure.Kind.values())
                                .filter(kind -> kind.isFor(matter) && kind != SpecialProcedure.Kind.HEARING)
                                .map(kind -> new Choice(kind.name(), kind.term() + "（最多 " + kind.longest() + " 个工作日）"))
                                .toList())
                .value(chosen == null ? null : chosen.name())
                .required()
                .error(error("kind", faults)));
        fields.add(Field.text("body", "承担机构")
                .value(typed.body())
                .required()
                .hint("由哪个机构进行；本机关自己进行的，写本机关。写入特别程序告知书。")
                .error(error("body", faults)));
        if (matter.technicalCheck() != null) {
            String technical = Arrays.stream(SpecialProcedure.Kind.values())
                    .filter(SpecialProcedure.Kind::isTechnical)
                    .map(kind -> "kind == '" + kind + "'")
                    .collect(Collectors.joining(" or "));
            fields.add(Field.text("staff", "指派的工作人员")
                    .value(typed.staff())
                    .hint("两名以上，姓名用“、”隔开；受理后五个工作日内指派（" + TechnicalClock.GROUND + "）。写入特别程序告知书。")
                    .requiredWhen(technical)
                    .shownWhen(technical)
                    .error(error("staff", faults)));
        }
        fields.add(Field.area("reason", "理由")
                .value(typed.reason())
                .required()
                .hint("写入特别程序告知书。")
                .error(error("reason", faults)));
        fields.add(Field.date("expectedEnd", "预计结束日期")
                .value(typed.expectedEnd())
                .required()
                .hint(still(matter, now) + "；超过这一天仍未结束的，重新计入。")
                .error(error("expectedEnd", faults)));
        return fields;
    }

    /** What a day that is chosen means for the clock. */
    static String still(Matter matter, LocalDateTime now) {
        return DayWords.of(matter.running().stillFrom(now)) + "起到这一天不计入办理期限";
    }

    static List<Field> extension(Matter matter, TypedAct typed, List<Fault> faults) {
        Extension most = matter.extensible();
        return List.of(
                Field.number("days", "延长几天")
                        .value(typed.days())
                        .required()
                        .least("1")
                        .most(String.valueOf(most.days()))
                        .unit(matter.promised().unit().term())
                        .hint("1 至 " + most.days() + "，只能延长一次，由部门负责人批准（" + most.ground() + "）。")
                        .error(error("days", faults)),
                Field.area("reason", "延长的理由")
                        .value(typed.reason())
                        .required()
                        .hint("批准后写入延长办理期限告知书，送达申请人。")
                        .error(error("reason", faults)));
    }
}
