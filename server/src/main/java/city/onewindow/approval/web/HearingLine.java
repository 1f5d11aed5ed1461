package city.onewindow.approval.web;

import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingClock;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentLinks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hearing (听证) as the department that holds it reads it.
 *
 * @param documents in the order of their issue
 */
public record HearingLine(Tone tone, String state, List<Fact> facts, List<DocumentLinks> documents) {

    public HearingLine {
        facts = List.copyOf(facts);
        documents = List.copyOf(documents);
    }

    /**
     * @param hearings with the names of those concerned, oldest first
     * @param clock of the one that waits to be called; null if none does
     */
    static List<HearingLine> of(
            MatterView view, List<Hearing> hearings, @Nullable HearingClock clock, LocalDate today) {
        return hearings.stream()
                .map(one -> new HearingLine(
                        one.isOpen(today) ? Tone.PAUSED : one.waived() ? Tone.IDLE : Tone.GOOD,
                        state(one, view.matter(), today),
                        facts(one, clock == null || !one.isToBeHeld() ? "" : due(clock, today)),
                        one.papers().stream()
                                .flatMap(paper -> Stream.ofNullable(HistoryLine.document(paper, view.documents())))
                                .toList()))
                .toList();
    }

    private static String state(Hearing one, Matter matter, LocalDate today) {
        Hearing.Told told = one.told();
        if (one.endedAt() != null) {
            return one.waived() ? "不再举行" : "已举行，决定以笔录为根据";
        }
        if (matter.endedAt() != null || matter.outcome() != null) {
            return "事项已经决定或者办结";
        }
        if (one.session() != null) {
            return "已通知，笔录制作以前不能作出决定";
        }
        if (one.adjournedOn() != null) {
            return "已延期，等待另行通知，听证以前不能作出决定";
        }
        if (!one.requests().isEmpty()) {
            return "已申请，等待通知听证，听证以前不能作出决定";
        }
        return told == null || one.isOpen(today) ? "可以申请听证，期满以前不能作出决定" : "期内没有申请，照常办理";
    }

    /** 行政许可法 第四十七条第一款、第四十八条第一款第一项. */
    private static String due(HearingClock clock, LocalDate today) {
        return "自" + DayWords.of(clock.from()) + "起 " + Hearing.HELD_WITHIN + " 个工作日内，到" + DayWords.of(clock.heldBy())
                + "；提前 "
                + Hearing.CALLED_BEFORE + " 个工作日，应于" + DayWords.of(clock.callBy()) + "前通知"
                + (clock.isCalledLate(today) ? "，已经过期，请立即通知" : "");
    }

    /** @param due until when it is held; empty unless it waits to be called */
    private static List<Fact> facts(Hearing one, String due) {
        List<Fact> facts = new ArrayList<>();
        Hearing.Told told = one.told();
        String waiver = one.waiver();
        LocalDate adjourned = one.adjournedOn();
        Hearing.Session session = one.session();
        if (told != null) {
            facts.add(new Fact("告知", DayWords.hour(told.at()) + "，" + DayWords.of(told.askUntil()) + "以前可以申请"));
        }
        if (!one.others().isEmpty()) {
            facts.add(new Fact(
                    "利害关系人",
                    one.others().stream()
                            .map(other -> other.name() + "（" + other.address() + "）")
                            .collect(Collectors.joining("；"))));
        }
        one.requests()
                .forEach(asked -> facts.add(new Fact("申请", name(one, asked.by()) + "，" + DayWords.of(asked.on()))));
        if (waiver != null) {
            facts.add(new Fact("放弃、撤回", waiver));
        }
        if (adjourned != null) {
            facts.add(new Fact("延期", DayWords.of(adjourned) + "制作的笔录写明"));
        }
        if (!due.isEmpty()) {
            facts.add(new Fact("举行期限", due));
        }
        if (session != null) {
            facts.add(new Fact("时间地点", DayWords.hour(session.at()) + "，" + session.place()));
            facts.add(new Fact("主持人", session.presiderName()));
        }
        return facts;
    }

    /** @param party as {@link Hearing.Asked#by} counts */
    static String name(Hearing hearing, int party) {
        return party == 0 ? "申请人" : "利害关系人" + hearing.others().get(party - 1).name();
    }
}
