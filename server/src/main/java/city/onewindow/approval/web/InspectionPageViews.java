package city.onewindow.approval.web;

import city.onewindow.approval.Appointment;
import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionEntry;
import city.onewindow.approval.InspectionView;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the page of an inspection together. */
@Component
class InspectionPageViews {

    private final Documents documents;

    InspectionPageViews(Documents documents) {
        this.documents = documents;
    }

    static String address(Inspection one) {
        return "/inspections/" + one.number() + "/" + one.seq();
    }

    static Tone tone(Inspection.State state) {
        return switch (state) {
            case PROPOSED -> Tone.WARN;
            case AGREED -> Tone.INFO;
            case CLOSED -> Tone.GOOD;
            case CANCELLED -> Tone.IDLE;
        };
    }

    /**
     * @param faults of the form that {@code typed} came from
     * @param own code of the reader's department
     */
    InspectionPageView of(
            InspectionView view,
            TypedInspection typed,
            List<Fault> faults,
            String own,
            UnaryOperator<String> departmentName) {
        Inspection one = view.inspection();
        List<String> announced =
                one.visitor(own).map(Inspection.Visitor::announced).orElse(List.of());
        List<IssuedDocument> papers = documents.bySubject(one.number());
        List<InspectionPageView.Form> forms = view.next().stream()
                .map(act -> act == typed.act()
                        ? InspectionForms.of(act, one, typed, announced, departmentName, faults)
                        : InspectionForms.of(act, one, TypedInspection.blank(), announced, departmentName, List.of()))
                .toList();
        return new InspectionPageView(
                one.number(),
                address(one),
                tone(one.state()),
                one.state().term(),
                facts(one, departmentName),
                late(view.late()),
                one.parts().stream()
                        .map(part -> new Link(
                                part.itemName() + (part.open() || one.isOver() ? "" : "（已有结果，不再踏勘）"),
                                "/matters/" + one.number() + "/" + part.item()))
                        .toList(),
                one.visitors().stream()
                        .map(visitor -> row(one, visitor, departmentName))
                        .toList(),
                history(view, papers),
                HistoryLine.document(one.record(), papers),
                forms,
                forms.isEmpty() ? idle(one) : "");
    }

    private static String late(List<InspectionView.Late> late) {
        return late.isEmpty()
                ? ""
                : "约的时间在承诺期限以后："
                        + late.stream()
                                .map(one -> "「" + one.itemName() + "」承诺 " + DayWords.hour(one.promisedDue()) + " 前办结")
                                .collect(Collectors.joining("，"))
                        + "。联合踏勘不停时限，请改到期限以前，或者在期限届满以前申请延长期限。";
    }

    private static List<Fact> facts(Inspection one, UnaryOperator<String> departmentName) {
        Appointment appointment = one.appointment();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("办件编号", one.number()),
                new Fact("时间", DayWords.hour(one.at())),
                new Fact("地点", appointment.place()),
                new Fact("踏勘内容", appointment.subject())));
        if (!appointment.prepare().isEmpty()) {
            facts.add(new Fact("请申请人准备", appointment.prepare()));
        }
        facts.add(new Fact("提议部门", departmentName.apply(one.department())));
        if (!one.reason().isEmpty()) {
            facts.add(new Fact(one.state() == Inspection.State.CANCELLED ? "取消的原因" : "改期的原因", one.reason()));
        }
        if (!one.words().isEmpty()) {
            facts.add(new Fact("申请人的意见", one.words()));
        }
        return facts;
    }

    private static InspectionPageView.Row row(
            Inspection one, Inspection.Visitor visitor, UnaryOperator<String> departmentName) {
        Inspection.Answer answer = visitor.answer();
        Inspection.Finding finding = visitor.finding();
        boolean out = !one.isOver() && finding == null && !one.concerns(visitor.department());
        String reply = out ? "已退出" : answer == null ? "等待答复" : answer.reply().term();
        String when = answer == null || answer.otherAt() == null ? "" : DayWords.hour(answer.otherAt()) + "。";
        return new InspectionPageView.Row(
                departmentName.apply(visitor.department()),
                one.parts().stream()
                        .filter(part -> part.department().equals(visitor.department()))
                        .map(Inspection.Part::itemName)
                        .collect(Collectors.joining("、")),
                out ? Tone.IDLE : answer == null ? Tone.WARN : replyTone(answer.reply()),
                reply,
                answer == null ? "" : when + answer.text(),
                finding == null ? visitor.announced() : finding.officers(),
                finding == null ? Tone.IDLE : resultTone(finding.result()),
                finding == null ? "" : finding.result().term(),
                finding == null ? "" : finding.text());
    }

    private static Tone replyTone(Inspection.Reply reply) {
        return switch (reply) {
            case COMES -> Tone.GOOD;
            case NOT_NEEDED -> Tone.IDLE;
            case OTHER_HOUR -> Tone.WARN;
        };
    }

    private static Tone resultTone(Inspection.Result result) {
        return switch (result) {
            case CONFORMS -> Tone.GOOD;
            case FAILS -> Tone.BAD;
            case TO_MEND -> Tone.WARN;
        };
    }

    private static List<HistoryLine> history(InspectionView view, List<IssuedDocument> papers) {
        List<HistoryLine> lines = new ArrayList<>();
        for (InspectionEntry entry : view.history()) {
            lines.add(new HistoryLine(
                    DayWords.hour(entry.at()),
                    entry.whoName(),
                    entry.act().term(),
                    entry.text(),
                    "",
                    HistoryLine.document(entry.document(), papers)));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static String idle(Inspection one) {
        return switch (one.state()) {
            case PROPOSED -> "等待其他部门答复。都答复之后，约定成立，并告知申请人。";
            case AGREED -> "已经约定并告知申请人。到时间之后，参加的部门在这里填写结论。";
            case CLOSED -> "需要复勘的，另约一次。";
            case CANCELLED -> "仍需踏勘的，另约一次。";
        };
    }
}
