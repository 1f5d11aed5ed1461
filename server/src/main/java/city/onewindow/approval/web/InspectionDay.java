package city.onewindow.approval.web;

import city.onewindow.approval.Inspection;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The inspections of one day. */
public record InspectionDay(String day, List<Row> rows) {

    /** @param departments those that were asked and still have a matter in it */
    public record Row(
            String hour, String href, String place, String matters, String departments, Tone tone, String state) {}

    /**
     * @param inspections by day
     * @param reader code of the department that looks at them
     */
    static List<InspectionDay> of(
            List<Inspection> inspections, UnaryOperator<String> departmentName, String reader, LocalDateTime now) {
        Map<LocalDate, List<Row>> days = new LinkedHashMap<>();
        for (Inspection one : inspections) {
            days.computeIfAbsent(one.at().toLocalDate(), day -> new ArrayList<>())
                    .add(row(one, departmentName, reader, now));
        }
        return days.entrySet().stream()
                .map(day -> new InspectionDay(DayWords.of(day.getKey()), day.getValue()))
                .toList();
    }

    private static Row row(Inspection one, UnaryOperator<String> departmentName, String reader, LocalDateTime now) {
        boolean owed = one.owesAnswer(reader, now) || one.owesFinding(reader, now);
        return new Row(
                DayWords.time(one.at()),
                InspectionPageViews.address(one),
                one.appointment().place(),
                one.parts().stream()
                        .filter(Inspection.Part::open)
                        .map(Inspection.Part::itemName)
                        .collect(Collectors.joining("、")),
                one.present().stream()
                        .map(visitor -> departmentName.apply(visitor.department()))
                        .collect(Collectors.joining("、")),
                one.isForgotten(now) ? Tone.BAD : owed ? Tone.WARN : InspectionPageViews.tone(one.state()),
                state(one, reader, now));
    }

    private static String state(Inspection one, String reader, LocalDateTime now) {
        if (one.isForgotten(now)) {
            return "已过期，没有踏勘结论";
        }
        if (one.owesAnswer(reader, now)) {
            return "等待本部门答复";
        }
        return one.owesFinding(reader, now) ? "等待本部门填写结论" : one.state().term();
    }
}
