package city.onewindow.approval.web;

import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionEntry;
import city.onewindow.approval.Matter;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of who arranges an inspection, answers to it, or was there. */
final class InspectionForms {

    /** From eight in the morning to half past six. */
    private static final List<Choice> HOURS = IntStream.rangeClosed(16, 37)
            .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30).toString())
            .map(hour -> new Choice(hour, hour))
            .toList();

    private InspectionForms() {}

    /** @param own whether the own department may be one of those that come */
    static List<Field> proposal(List<Matter> open, boolean own, TypedInspection typed, List<Fault> faults) {
        List<Choice> items = open.stream()
                .map(matter -> new Choice(matter.item(), matter.itemName()))
                .toList();
        List<String> ticked = typed.items() == null ? List.of() : typed.items();
        List<String> chosen = open.size() == 1 ? List.of(open.get(0).item()) : ticked;
        Field which = Field.checkboxes("items", "踏勘的事项", items)
                .value(String.join("|", chosen))
                .required()
                .hint("只踏勘一次：需要到现场的事项都选上，由各部门自己答复去不去。")
                .error(ActForm.error("items", faults));
        List<Field> fields = new ArrayList<>(List.of(
                which,
                day(typed, "踏勘日期", "at", faults).hint(firstDue(open)),
                hour(typed, "时间"),
                place(typed.place(), faults),
                Field.area("subject", "踏勘内容")
                        .value(typed.subject())
                        .required()
                        .hint("到现场看什么，例如经营场所布局、消防通道。")
                        .error(ActForm.error("subject", faults)),
                Field.area("prepare", "请申请人准备")
                        .value(typed.prepare())
                        .hint("会写进给申请人的通知书。")
                        .error(ActForm.error("prepare", faults))));
        if (own) {
            fields.add(officers(typed, faults).required());
        }
        return fields;
    }

    private static String firstDue(List<Matter> open) {
        return open.stream()
                .min(Comparator.comparing(matter -> matter.running().promisedDue()))
                .map(first -> "踏勘不停时限。承诺期限最早的是「" + first.itemName() + "」，"
                        + DayWords.hour(first.running().promisedDue()) + " 前办结。")
                .orElse("");
    }

    /**
     * @param typed of this act; blank for the others on the page
     * @param announced who comes, as the own department said
     */
    static InspectionPageView.Form of(
            InspectionEntry.Act act,
            Inspection inspection,
            TypedInspection typed,
            List<String> announced,
            UnaryOperator<String> departmentName,
            List<Fault> faults) {
        String key = TypedAct.text(typed.key());
        return switch (act) {
            case ANSWER -> new InspectionPageView.Form(act, "本部门答复", answer(typed, faults), key, "答复", false);
            case FIND ->
                new InspectionPageView.Form(act, "本部门的结论", finding(typed, announced, faults), key, "提交结论", true);
            case CLOSE ->
                new InspectionPageView.Form(
                        act, "形成踏勘记录", closing(inspection, typed, departmentName, faults), key, "形成记录", true);
            case MOVE ->
                new InspectionPageView.Form(
                        act,
                        "改期",
                        List.of(
                                day(typed, "改到哪天", "at", faults).id("f-move-day"),
                                hour(typed, "时间").id("f-move-hour"),
                                place(
                                        typed.place() == null
                                                ? inspection.appointment().place()
                                                : typed.place(),
                                        faults),
                                reason(act, "改期的原因", typed, faults)),
                        key,
                        "改期",
                        false);
            case CANCEL ->
                new InspectionPageView.Form(act, "取消", List.of(reason(act, "取消的原因", typed, faults)), key, "取消踏勘", true);
            case PROPOSE, AGREE -> throw new IllegalArgumentException("Nobody does " + act + " on this page.");
        };
    }

    private static List<Field> answer(TypedInspection typed, List<Fault> faults) {
        return List.of(
                Field.radio(
                                "reply",
                                "答复",
                                Arrays.stream(Inspection.Reply.values())
                                        .map(one -> new Choice(one.name(), one.term()))
                                        .toList())
                        .value(typed.reply() == null ? null : typed.reply().name())
                        .required()
                        .error(ActForm.error("reply", faults)),
                officers(typed, faults).shownWhen("reply == 'COMES'").requiredWhen("reply == 'COMES'"),
                day(typed, "能参加的日期", "otherAt", faults)
                        .required(false)
                        .shownWhen("reply == 'OTHER_HOUR'")
                        .requiredWhen("reply == 'OTHER_HOUR'"),
                hour(typed, "能参加的时间")
                        .required(false)
                        .shownWhen("reply == 'OTHER_HOUR'")
                        .requiredWhen("reply == 'OTHER_HOUR'"),
                Field.area("text", "理由")
                        .value(typed.text())
                        .hint("不需要踏勘或者请改时间的，写明理由。")
                        .shownWhen("reply in ['NOT_NEEDED', 'OTHER_HOUR']")
                        .requiredWhen("reply in ['NOT_NEEDED', 'OTHER_HOUR']")
                        .error(ActForm.error("text", faults)));
    }

    private static List<Field> finding(TypedInspection typed, List<String> announced, List<Fault> faults) {
        Field came = typed.officers() == null
                ? officers(typed, faults).value(String.join("\n", announced))
                : officers(typed, faults);
        return List.of(
                came.required().hint("实际到场的人员，至少两人（行政许可法第三十四条第三款），每人一行；与约定的不同的，请改。"),
                Field.radio(
                                "result",
                                "结论",
                                Arrays.stream(Inspection.Result.values())
                                        .map(one -> new Choice(one.name(), one.term()))
                                        .toList())
                        .value(typed.result() == null ? null : typed.result().name())
                        .required()
                        .error(ActForm.error("result", faults)),
                Field.area("text", "现场情况")
                        .value(typed.text())
                        .required()
                        .hint("看到什么；不符合、需整改的，写明是什么。")
                        .error(ActForm.error("text", faults)));
    }

    private static List<Field> closing(
            Inspection inspection, TypedInspection typed, UnaryOperator<String> departmentName, List<Fault> faults) {
        List<Field> fields = new ArrayList<>(List.of(Field.area("text", "申请人的意见")
                .id("f-words")
                .value(typed.text())
                .required()
                .hint("申请人没有意见的，写“无意见”。")
                .error(ActForm.error("words", faults))));
        List<Choice> silent = inspection.silent().stream()
                .map(visitor -> new Choice(visitor.department(), departmentName.apply(visitor.department())))
                .toList();
        if (!silent.isEmpty()) {
            fields.add(Field.checkboxes("absent", "未到场的部门", silent)
                    .value(String.join("|", typed.absentCodes()))
                    .hint("答复参加、还没有填写结论的部门。到了场的，等它填写结论；没有到场的，勾选后形成记录，记录里写明未到场。")
                    .error(ActForm.error("absent", faults)));
        }
        return fields;
    }

    private static Field day(TypedInspection typed, String label, String pointer, List<Fault> faults) {
        return Field.date("day", label).value(typed.day()).required().error(ActForm.error(pointer, faults));
    }

    private static Field hour(TypedInspection typed, String label) {
        return Field.select("hour", label, HOURS).value(typed.hour()).required();
    }

    private static Field place(@Nullable String place, List<Fault> faults) {
        return Field.text("place", "踏勘地点").value(place).required().wide().error(ActForm.error("place", faults));
    }

    private static Field officers(TypedInspection typed, List<Fault> faults) {
        return Field.area("officers", "本部门踏勘人员")
                .value(typed.officers())
                .hint("至少两人（行政许可法第三十四条第三款），每人一行，可以写上执法证号。")
                .error(ActForm.error("officers", faults));
    }

    private static Field reason(InspectionEntry.Act act, String label, TypedInspection typed, List<Fault> faults) {
        return Field.area("text", label)
                .id("f-reason-" + act.name().toLowerCase(Locale.ROOT))
                .value(typed.text())
                .required()
                .hint("会告诉各部门；告知过申请人的，也告诉申请人。")
                .error(ActForm.error("reason", faults));
    }
}
