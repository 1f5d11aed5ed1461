package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department answers when it is asked to come.
 *
 * @param officers names of who comes, each with the number of the certificate if one likes
 * @param text why it need not, or not at that hour
 * @param otherAt when it could come
 */
record InspectionReply(
        Inspection.Reply reply,
        List<String> officers,
        String text,
        @Nullable LocalDateTime otherAt) {

    /** 行政许可法 第三十四条第三款. */
    private static final int FEWEST_OFFICERS = 2;

    private static final int MOST_OFFICERS = 20;
    private static final int LONGEST_OFFICER = 60;

    /** @throws Problem.InvalidInput with everything that is wrong */
    static InspectionReply of(
            Inspection.@Nullable Reply reply,
            List<String> officers,
            String text,
            @Nullable LocalDateTime otherAt,
            LocalDateTime now) {
        List<Fault> faults = new ArrayList<>();
        if (reply == null) {
            throw new Problem.InvalidInput("/reply", "请选择答复：参加、不需要踏勘或请改时间。");
        }
        boolean comes = reply == Inspection.Reply.COMES;
        List<String> named = comes ? officers(faults, officers) : List.of();
        if (!comes) {
            TextFaults.demand(faults, "/text", "理由", text, Said.LONGEST);
        }
        boolean otherHour = reply == Inspection.Reply.OTHER_HOUR;
        if (otherHour
                && (otherAt == null || !otherAt.isAfter(now) || otherAt.isAfter(now.plus(Appointment.FARTHEST)))) {
            faults.add(new Fault("/otherAt", "请填写能参加的日期和时间：现在以后、" + Appointment.FARTHEST.toDays() + " 天以内。"));
        }
        Problem.InvalidInput.refuse(faults);
        return new InspectionReply(reply, named, comes ? "" : text.strip(), otherHour ? otherAt : null);
    }

    /** Two different ones at least. */
    static List<String> officers(List<Fault> faults, List<String> typed) {
        List<String> officers = typed.stream()
                .map(String::strip)
                .filter(officer -> !officer.isEmpty())
                .distinct()
                .toList();
        if (officers.size() < FEWEST_OFFICERS) {
            faults.add(new Fault("/officers", "请填写踏勘人员，至少两人（行政许可法第三十四条第三款）。"));
        }
        if (officers.size() > MOST_OFFICERS || officers.stream().anyMatch(one -> one.length() > LONGEST_OFFICER)) {
            faults.add(new Fault("/officers", "踏勘人员最多 " + MOST_OFFICERS + " 人，每人一行，每行最多 " + LONGEST_OFFICER + " 个字。"));
        }
        return officers;
    }

    /** As the history tells it. */
    String words() {
        return switch (reply) {
            case COMES -> reply.term() + "：" + String.join("、", officers);
            case NOT_NEEDED -> reply.term() + "：" + text;
            case OTHER_HOUR -> reply.term() + "：" + InspectionDocuments.time(otherAt) + "。" + text;
        };
    }
}
