package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Consultations;
import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingClock;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.Step;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Remaining;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.material.Files;
import city.onewindow.notice.DocumentLinks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a matter's page together. */
@Component
class MatterPageViews {

    private final Cases cases;
    private final Files files;
    private final Catalogs catalogs;
    private final MatterFacts facts;
    private final Consultations asking;
    private final ConsultationLines consultations;
    private final InspectionLinks inspections;
    private final ProjectPart project;
    private final SetbackPart setbacks;
    private final ResultFiles results;
    private final Calendar calendar;
    private final Clock clock;

    MatterPageViews(
            Cases cases,
            Files files,
            Catalogs catalogs,
            MatterFacts facts,
            Consultations asking,
            ConsultationLines consultations,
            InspectionLinks inspections,
            ProjectPart project,
            SetbackPart setbacks,
            ResultFiles results,
            Calendar calendar,
            Clock clock) {
        this.asking = asking;
        this.consultations = consultations;
        this.inspections = inspections;
        this.facts = facts;
        this.project = project;
        this.setbacks = setbacks;
        this.results = results;
        this.calendar = calendar;
        this.clock = clock;
        this.cases = cases;
        this.files = files;
        this.catalogs = catalogs;
    }

    /** @param actor reads it; what was handed in is shown to those only who decide upon it */
    MatterPageView of(MatterView view, TypedAct typed, List<Fault> faults, Actor actor) {
        Matter matter = view.matter();
        Catalog catalog = catalogs.at(view.file().edition());
        Excerpt excerpt = view.readable()
                ? Excerpt.of(cases.dossier(matter.number(), matter.item(), actor), matter.item())
                : null;
        ExcerptView shown = excerpt == null ? null : shown(excerpt, matter.number(), matter.item(), catalog);
        boolean open = matter.hearing().isOpen(LocalDate.now(clock));
        List<Procedure.Edge> here = view.next().stream()
                .filter(edge ->
                        !TransferForm.ACTS.contains(edge.act()) && !edge.act().isOfHearing())
                .toList();
        ActForm act = ActForm.of(here, matter, doomed(here, matter, actor), typed, faults, LocalDateTime.now(clock));
        Remaining remaining = view.remaining();
        return new MatterPageView(
                matter.number(),
                matter.item(),
                matter.itemName(),
                Words.tone(matter),
                Words.status(matter),
                remaining == null ? null : Words.due(remaining, matter.running().promisedDue()),
                facts.of(view, excerpt),
                project.of(matter.number(), actor),
                setbacks.of(view.setbacks(), actor),
                view.before().stream().map(before -> before(before, view)).toList(),
                view.readable(),
                shown == null ? List.of() : shown.form(),
                shown == null ? List.of() : shown.materials(),
                consultations.of(
                        matter.number(),
                        view.consultations(),
                        catalogs.departmentNames(view.file().edition())),
                view.readable() && asking.mayAsk(matter, actor),
                HearingLine.of(
                        view,
                        heard(view, actor),
                        HearingClock.of(matter, calendar.deadlines()).orElse(null),
                        LocalDate.now(clock)),
                HearingPages.link(view),
                inspections.of(view.inspections()),
                inspections.propose(matter, actor),
                results.of(matter.number(), actor).stream()
                        .filter(result -> result.item().equals(matter.item()))
                        .map(result -> new Link(result.title(), result.path()))
                        .toList(),
                HistoryLine.of(view),
                view.rulings().stream()
                        .map(one -> RulingLine.of(one, view.documents()))
                        .toList(),
                view.mayRule(),
                view.declared() == null ? null : "/documents/" + view.declared().document() + "/pdf",
                proposals(view),
                holding(view, actor),
                TransferForm.link(view.next(), matter.number(), matter.item()),
                act,
                act == null || open && act.act() == Act.ASK_EXTENSION
                        ? idle(
                                view,
                                open,
                                catalogs.departmentNames(view.file().edition()).apply(matter.department()))
                        : "");
    }

    /** What ends with the matter if it is denied: who denies is told beforehand, for it can't be taken back. */
    private List<String> doomed(List<Procedure.Edge> here, Matter matter, Actor actor) {
        return here.stream().noneMatch(edge -> edge.act() == Act.DENY)
                ? List.of()
                : cases.file(matter.number(), actor).waitingFor(matter.item()).stream()
                        .map(Matter::itemName)
                        .toList();
    }

    private List<Hearing> heard(MatterView view, Actor actor) {
        Matter matter = view.matter();
        return view.hearings().isEmpty() ? List.of() : cases.hearings(matter.number(), matter.item(), actor);
    }

    /** What was handed in for an item, as it is shown to whoever may read it. */
    ExcerptView shown(Excerpt excerpt, String number, String item, Catalog catalog) {
        Map<String, String> names = new LinkedHashMap<>();
        files.describe(excerpt.files()).values().forEach(file -> names.put(file.id(), file.name()));
        return new ExcerptView(excerpt, catalog, "/matters/" + number + "/" + item + "/files/", names);
    }

    private static MatterPageView.Before before(Matter before, MatterView view) {
        String certificate = before.certificateNumber();
        return new MatterPageView.Before(
                before.itemName(),
                Words.tone(before),
                Words.status(before),
                certificate == null ? "" : certificate,
                documents(before, view));
    }

    private static List<DocumentLinks> documents(Matter matter, MatterView view) {
        List<DocumentLinks> links = new ArrayList<>();
        view.beforeHistory().stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .map(HistoryEntry::document)
                .forEach(number -> {
                    DocumentLinks link = HistoryLine.document(number, view.documents());
                    if (link != null) {
                        links.add(link);
                    }
                });
        return links;
    }

    /** What was proposed by those who looked at it before, the last one first, beside the form of whoever comes next. */
    private static List<HistoryLine> proposals(MatterView view) {
        Matter matter = view.matter();
        Recommendation recommendation = matter.recommendation();
        boolean waits = matter.step() == Step.EXAMINE || matter.step() == Step.DECIDE;
        if (!waits || recommendation == null) {
            return List.of();
        }
        return !isExamined(view)
                ? List.of(last(view, Act.REVIEW, "审查结论：" + recommendation.term()))
                : List.of(last(view, Act.EXAMINE, "审核结论：" + recommendation.term()), last(view, Act.REVIEW, "审查意见"));
    }

    /** Whose proposal it is: one that was sent back to be examined again was proposed by who examined it. */
    private static boolean isExamined(MatterView view) {
        return view.history().stream()
                .map(HistoryEntry::act)
                .filter(act -> act == Act.REVIEW || act == Act.EXAMINE)
                .reduce((earlier, later) -> later)
                .filter(act -> act == Act.EXAMINE)
                .isPresent();
    }

    private static HistoryLine last(MatterView view, Act act, String title) {
        return view.history().stream()
                .filter(entry -> entry.act() == act)
                .reduce((earlier, later) -> later)
                .map(entry ->
                        new HistoryLine(DayWords.hour(entry.at()), entry.whoName(), title, entry.opinion(), "", null))
                .orElseThrow();
    }

    private static MatterPageView.@Nullable Holding holding(MatterView view, Actor actor) {
        if (!view.holdable()) {
            return null;
        }
        Matter.Holder holder = view.matter().holder();
        if (holder == null) {
            return new MatterPageView.Holding("还没有人领取。", "领取", "", false);
        }
        return holder.account().equals(actor.account())
                ? new MatterPageView.Holding("由您办理。", "放回待办", holder.account(), true)
                : new MatterPageView.Holding("已由" + holder.name() + "领取办理。", "改由我办", holder.account(), false);
    }

    private static String idle(MatterView view, boolean open, String department) {
        Matter matter = view.matter();
        // Whether the matter is taken on is said here, wherever it is worked afterwards.
        if (view.workedThere() && matter.step().isOpen() && matter.step() != Step.TRANSFER) {
            return "本事项在" + department + "自己的业务系统办理，这里只看进展；结果会自动传回。";
        }
        if (open && view.next().stream().anyMatch(edge -> edge.act().isOfHearing())) {
            LocalDate until = matter.hearing().askUntil();
            return until == null ? "听证举行、笔录制作以前，不能作出决定。" : "申请人、利害关系人在" + DayWords.of(until) + "以前可以申请听证，期满以前不能提出审查意见。";
        }
        Matter.Holder holder = matter.holder();
        if (holder != null && view.holdable()) {
            return holder.name() + "休假或不便办理的，可以改由您办理。";
        }
        return switch (matter.step()) {
            case WAITING -> "前序事项全部准予后，本事项自动开始办理。";
            case REVIEW, SUSPENDED -> "现在由" + department + "有“" + Step.REVIEW.term() + "”权限的人员办理。";
            case EXAMINE -> "现在由" + department + "有“" + Step.REVIEW.term() + "”权限的其他人员审核，审查过本事项的除外。";
            case TRANSFER -> "已移送" + department + "，由它接收或者退回；期限照常计算。";
            case DECIDE, CERTIFY -> "现在由" + department + "有“" + matter.step().term() + "”权限的人员办理。";
            case DELIVER ->
                view.owed().stream().anyMatch(move -> move.party() == NextMove.Party.APPLICANT)
                        ? "结果已到出件窗口，等待申请人补交容缺材料，补齐后才能领取。"
                        : "结果已到出件窗口，等待申请人领取。";
            case SENT -> "结果已经寄出或者公告，等待送达。";
            case ENDED -> "本事项已经办结。";
        };
    }
}
