package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Hearing;
import city.onewindow.approval.Matter;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of who tells of a hearing (听证), writes down who wants it, calls to it or writes its record. */
final class HearingForms {

    /** From eight in the morning to half past five. */
    private static final List<Choice> HOURS = IntStream.rangeClosed(16, 35)
            .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30).toString())
            .map(hour -> new Choice(hour, hour))
            .toList();

    private HearingForms() {}

    /**
     * @param told the newest hearing; null if there is none
     */
    static List<Field> of(
            Act act,
            @Nullable Hearing told,
            Matter matter,
            LocalDateTime now,
            List<Choice> presiders,
            TypedHearing typed,
            List<Fault> faults) {
        return switch (act) {
            case TELL_HEARING -> right(matter, typed, faults);
            case ASK_HEARING -> request(told, typed, faults);
            case WAIVE_HEARING -> waiver(told, typed, faults);
            case CALL_HEARING -> call(matter, now, presiders, typed, faults);
            default -> record(typed, faults);
        };
    }

    private static List<Field> right(Matter matter, TypedHearing typed, List<Fault> faults) {
        Matter.Clock clock = matter.clock();
        return List.of(
                area("reason", "涉及的重大利益", typed.reason(), faults).required().hint("写入听证告知书：直接涉及谁的什么利益。"),
                others(typed, faults),
                Field.date("askUntil", "申请听证的最后一天（不填为今天起五个工作日）")
                        .value(typed.askUntil())
                        .hint("邮寄告知的，从收到之日起算五个工作日，填推算的日期。这一天以前不能作出决定，期限照常计算"
                                + (clock == null
                                        ? "。"
                                        : "：本事项到" + DayWords.of(clock.statutoryDue()) + "到期，最后一天晚于它的，请先申请延长期限。"))
                        .error(ActForm.error("askUntil", faults)));
    }

    static List<Field> request(@Nullable Hearing told, TypedHearing typed, List<Fault> faults) {
        List<Choice> parties = told == null
                ? List.of()
                : told.parties()
                        .mapToObj(party -> new Choice(String.valueOf(party), HearingLine.name(told, party)))
                        .toList();
        return List.of(
                Field.radio("by", "谁申请听证", parties).value(typed.by()).required().error(ActForm.error("by", faults)),
                Field.date("on", "收到听证申请的日期")
                        .value(typed.on())
                        .required()
                        .hint("从这一天起二十个工作日内举行听证。")
                        .error(ActForm.error("on", faults)));
    }

    static List<Field> waiver(@Nullable Hearing told, TypedHearing typed, List<Fault> faults) {
        List<Choice> who = new ArrayList<>();
        if (told != null) {
            told.requests()
                    .forEach(one ->
                            who.add(new Choice(String.valueOf(one.by()), HearingLine.name(told, one.by()) + "撤回听证申请")));
        }
        who.add(new Choice(TypedHearing.ALL, "申请人和被告知的利害关系人都放弃"));
        return List.of(
                Field.radio("by", "谁放弃听证", who)
                        .value(typed.by())
                        .required()
                        .hint("只有一人撤回的，其他人的申请照办；期限没有满的，其他人仍可以申请。")
                        .error(ActForm.error("by", faults)),
                area("reason", "怎样放弃的", typed.reason(), faults)
                        .required()
                        .hint("如书面、当面、电话，什么时候。只有能看申请材料的人看得到；办理记录和核验页只写“听证不再举行”。"));
    }

    private static List<Field> call(
            Matter matter, LocalDateTime now, List<Choice> presiders, TypedHearing typed, List<Fault> faults) {
        boolean asked = matter.hearing().toBeHeld();
        List<Field> fields = new ArrayList<>();
        if (!asked) {
            fields.add(area("reason", "举行听证的理由", typed.reason(), faults)
                    .required()
                    .hint("依职权举行的听证（行政许可法第四十六条）：法律、法规、规章规定应当听证，或者涉及公共利益的重大许可。同时出具听证公告，请张贴或者公布。"));
            fields.add(others(typed, faults));
        }
        fields.add(Field.date("day", "听证日期")
                .value(typed.day())
                .required()
                .hint("至少七个工作日以后；" + ClockForm.still(matter, now) + "。")
                .error(ActForm.error("at", faults)));
        fields.add(Field.select("hour", "时间", HOURS).value(typed.hour()).required());
        fields.add(Field.text("place", "听证地点")
                .value(typed.place())
                .required()
                .wide()
                .error(ActForm.error("place", faults)));
        fields.add(Field.select("presider", "主持人", presiders)
                .value(typed.presider())
                .required()
                .hint("审查本申请的工作人员以外的人员；主持以后不能再审查本事项。")
                .error(ActForm.error("presider", faults)));
        if (asked) {
            fields.add(Field.yesNo("announced", "同时公告（必要时）")
                    .value(typed.announced())
                    .error(ActForm.error("announced", faults)));
        }
        return fields;
    }

    private static List<Field> record(TypedHearing typed, List<Fault> faults) {
        return List.of(
                Field.yesNo("adjourned", "听证延期（没有举行或者没有完成，如主持人回避）")
                        .value(typed.adjourned())
                        .hint("选“是”的，听证还没有了结：请另行通知听证，举行以前仍不能作出决定；办理期限从今天起接着计算。")
                        .error(ActForm.error("adjourned", faults)),
                area("came", "参加人", typed.came(), faults).required().hint("主持人、审查人、申请人、利害关系人，各由谁参加。"),
                area("spoken", "听证情况", typed.spoken(), faults).required().hint("审查人提供的证据、理由，申请人、利害关系人提出的证据、申辩和质证。"),
                area("signed", "核对签字情况", typed.signed(), faults)
                        .required()
                        .hint("笔录交参加人确认无误后签字或者盖章；拒绝签字的写明是谁、为什么。决定书写明以本笔录为根据。"));
    }

    private static Field others(TypedHearing typed, List<Fault> faults) {
        return area("others", "利害关系人（没有的不填）", typed.others(), faults).hint("每人一行：姓名（名称），地址。各出具一份文书。");
    }

    private static Field area(String name, String label, @Nullable String value, List<Fault> faults) {
        return Field.area(name, label).value(value).error(ActForm.error(name, faults));
    }
}
