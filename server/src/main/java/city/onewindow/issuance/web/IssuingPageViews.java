package city.onewindow.issuance.web;

import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.ResultFiles;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.issuance.Handover;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.PickUpCode;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.IssuedDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one case together. */
@Component
class IssuingPageViews {

    private final Issuance issuance;
    private final Cases cases;
    private final ResultFiles results;

    IssuingPageViews(Issuance issuance, Cases cases, ResultFiles results) {
        this.results = results;
        this.issuance = issuance;
        this.cases = cases;
    }

    /**
     * @param arrived whether it is asked what of that which was sent has arrived; that is asked, too, where nothing lies at the window
     * @param typed null: as if nothing was typed yet
     */
    IssuingPageView of(String number, boolean arrived, @Nullable HandoverForm typed, List<Fault> faults, Actor actor) {
        ReadyCase ready = issuance.ready(number, actor);
        CaseView view = cases.file(number, actor);
        boolean ofSent = !ready.sent().isEmpty() && (arrived || ready.ready().isEmpty());
        HandoverForm form = typed == null ? blank(ready, ofSent, view.owed()) : typed;
        List<IssuingPageView.Done> done = done(number, view, actor);
        return new IssuingPageView(
                number,
                ready.file().title(),
                List.of(
                        new Fact("办件编号", number),
                        new Fact("取件码", PickUpCode.of(number)),
                        new Fact("申请人", ready.file().applicant()),
                        new Fact("状态", state(ready, !done.isEmpty()))),
                ofSent
                        ? HandoverFields.ofSent(ready, form, faults)
                        : ready.ready().isEmpty()
                                ? List.of()
                                : HandoverFields.ofLying(ready, issuance.toShow(number, actor), form, faults),
                faults.stream()
                        .map(fault -> new Link(fault.message(), "#f-" + HandoverFields.name(fault)))
                        .toList(),
                HandoversApi.text(form.key()),
                !ready.ready().isEmpty(),
                ofSent,
                sent(ready),
                ready.unfinished().stream().map(Matter::itemName).toList(),
                awaited(view.owed()),
                pressing(view),
                done,
                view.documents().stream().map(DocumentLinks::of).toList(),
                results.of(number, actor).stream()
                        .map(result -> new Link(result.title(), result.path()))
                        .toList());
    }

    private static HandoverForm blank(ReadyCase ready, boolean ofSent, List<NextMove> owed) {
        return ofSent
                ? HandoverForm.ofSent(ready)
                : HandoverForm.ofLying(
                        ready,
                        owed.stream()
                                .filter(move -> move.party() == NextMove.Party.APPLICANT)
                                .map(NextMove::item)
                                .collect(Collectors.toSet()));
    }

    /** What was sent together is told together. */
    private static List<String> sent(ReadyCase ready) {
        Map<String, String> names = ready.sent().stream()
                .collect(Collectors.groupingBy(
                        one -> one.sending().told(),
                        LinkedHashMap::new,
                        Collectors.mapping(one -> one.matter().itemName(), Collectors.joining("、"))));
        return names.entrySet().stream()
                .map(sending -> sending.getValue() + "，" + sending.getKey())
                .toList();
    }

    private List<IssuingPageView.Done> done(String number, CaseView view, Actor actor) {
        Map<String, String> names = names(view);
        return issuance.handovers(number, actor).stream()
                .map(handover -> new IssuingPageView.Done(
                        DayWords.hour(handover.at()),
                        handover.items().stream()
                                .map(item -> names.getOrDefault(item, item))
                                .collect(Collectors.joining("、")),
                        handover.told(),
                        handover.byName(),
                        receipt(handover, view.documents())))
                .toList();
    }

    /** Each once, though several items may wait for the same material. */
    private static List<String> awaited(List<NextMove> owed) {
        return owed.stream()
                .filter(move -> move.party() == NextMove.Party.APPLICANT)
                .map(move -> move.what() + "（应于 " + DayWords.of(Objects.requireNonNull(move.until())) + "前"
                        + (move.overdue() ? "，已过期" : "") + "）")
                .distinct()
                .toList();
    }

    /** Results that the window has to bring to the applicant, for the days of their delivery run out (行政许可法 第四十四条). */
    private static List<String> pressing(CaseView view) {
        Map<String, String> names = names(view);
        return view.owed().stream()
                .filter(move -> move.party() == NextMove.Party.ISSUING_WINDOW
                        && !move.what().isEmpty()
                        && move.until() != null)
                .map(move -> "「" + names.getOrDefault(move.item(), move.item()) + "」应于 "
                        + DayWords.of(Objects.requireNonNull(move.until())) + "前送达"
                        + (move.overdue() ? "，已过期。" : "。") + move.what() + "。")
                .toList();
    }

    private static Map<String, String> names(CaseView view) {
        return view.matters().stream().collect(Collectors.toMap(Matter::item, Matter::itemName));
    }

    private static String state(ReadyCase ready, boolean handedOver) {
        if (ready.file().isClosed()) {
            return "已办结";
        }
        if (ready.ready().isEmpty()) {
            return !ready.sent().isEmpty() ? "已寄出、公告" : handedOver ? "已有的结果都交付了" : "还没有结果";
        }
        return ready.isComplete() ? "结果齐全" : "部分结果可领";
    }

    private static DocumentLinks receipt(Handover handover, List<IssuedDocument> documents) {
        return documents.stream()
                .filter(document -> document.number().equals(handover.receipt()))
                .map(DocumentLinks::of)
                .findFirst()
                .orElse(new DocumentLinks(handover.receipt(), "", ""));
    }
}
