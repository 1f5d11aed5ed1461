package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Consultations;
import city.onewindow.approval.Declared;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.approval.Step;
import city.onewindow.calendar.Remaining;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Chain;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.material.Files;
import city.onewindow.notice.DocumentLinks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
    private final Responsibility responsibility;
    private final InspectionLinks inspections;
    private final ProjectPart project;
    private final ResultFiles results;
    private final Clock clock;

    MatterPageViews(
            Cases cases,
            Files files,
            Catalogs catalogs,
            Responsibility responsibility,
            InspectionLinks inspections,
            ProjectPart project,
            ResultFiles results,
            Clock clock) {
        this.inspections = inspections;
        this.responsibility = responsibility;
        this.project = project;
        this.results = results;
        this.cases = cases;
        this.files = files;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** @param actor reads it; what was handed in is shown to those only who decide upon it */
    MatterPageView of(MatterView view, TypedAct typed, List<Fault> faults, Actor actor) {
        Matter matter = view.matter();
        Catalog catalog = catalogs.at(view.file().edition());
        Excerpt excerpt = view.readable()
                ? Excerpt.of(cases.dossier(matter.number(), matter.item(), actor), matter.item())
                : null;
        ExcerptView shown = excerpt == null ? null : shown(excerpt, matter.number(), matter.item(), catalog);
        ActForm act = ActForm.of(view.next(), matter, typed, faults);
        Remaining remaining = view.remaining();
        return new MatterPageView(
                matter.number(),
                matter.item(),
                matter.itemName(),
                Words.tone(matter),
                Words.status(matter),
                remaining == null ? null : Words.due(remaining, matter.running().promisedDue()),
                facts(view, excerpt, catalog),
                project.of(matter.number(), actor),
                view.before().stream().map(before -> before(before, view)).toList(),
                view.readable(),
                shown == null ? List.of() : shown.form(),
                shown == null ? List.of() : shown.materials(),
                view.consultations().stream()
                        .map(one -> ConsultationLine.of(one, catalog.content()::departmentName, LocalDate.now(clock)))
                        .toList(),
                view.readable() && Consultations.mayAsk(matter, actor),
                inspections.of(view.file(), actor),
                inspections.propose(matter.number(), actor),
                results.of(matter.number(), actor).stream()
                        .filter(result -> result.item().equals(matter.item()))
                        .map(result -> new Link(result.title(), result.path()))
                        .toList(),
                history(view),
                view.rulings().stream().map(one -> RulingLine.of(one, view.documents())).toList(),
                view.mayRule(),
                view.declared() == null ? null : "/documents/" + view.declared().document() + "/pdf",
                proposals(view),
                holding(view, actor),
                act,
                act == null ? idle(view, department(matter, catalog)) : "");
    }

    /** What was handed in for an item, as it is shown to whoever may read it. */
    ExcerptView shown(Excerpt excerpt, String number, String item, Catalog catalog) {
        Map<String, String> names = new LinkedHashMap<>();
        files.describe(excerpt.files()).values().forEach(file -> names.put(file.id(), file.name()));
        return new ExcerptView(excerpt, catalog, "/matters/" + number + "/" + item + "/files/", names);
    }

    private List<Fact> facts(MatterView view, @Nullable Excerpt excerpt, Catalog catalog) {
        CaseFile file = view.file();
        Matter matter = view.matter();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("办件", file.title()));
        facts.add(new Fact(
                "申请人",
                excerpt == null
                        ? file.applicant()
                        : excerpt.dossier().application().applicant().name()));
        facts.add(new Fact("办理部门", department(matter, catalog)));
        NextMoveLine.of(List.of(matter), view.owed(), catalog.content()::departmentName)
                .forEach(line -> facts.add(new Fact("下一步由谁办", line.words())));
        view.owed().stream()
                .map(NextMove::border)
                .distinct()
                .forEach(border -> facts.add(new Fact("职责界限", border.words())));
        facts.addAll(responsibility.facts(file));
        facts.add(new Fact("受理时间", Words.time(file.acceptedAt())));
        if (matter.chain() != Chain.TWO) {
            facts.add(new Fact("办理环节", matter.chain().term()));
        }
        Matter.Clock clock = matter.clock();
        if (clock != null) {
            facts.add(new Fact("开始办理", Words.time(clock.openedAt())));
            facts.add(new Fact("承诺办结", Words.time(clock.promisedDue()) + " 前"));
            facts.add(new Fact("法定办结", Words.time(clock.statutoryDue()) + " 前"));
        }
        if (view.workedThere()) {
            facts.add(new Fact("在哪里办", "部门业务系统"));
        }
        view.procedures().forEach(one -> facts.add(special(one)));
        if (matter.extended() > 0) {
            facts.add(new Fact("延长期限", "已批准延长 " + matter.extended() + " 天，以上日期已经计入"));
        }
        if (matter.extensionAsked() > 0) {
            String waits = matter.waitsForItsHead() ? "等待部门负责人答复" : "特别程序结束后由部门负责人答复";
            facts.add(new Fact("延长期限", "已申请延长 " + matter.extensionAsked() + " 天，" + waits));
        }
        Declared declared = view.declared();
        if (declared != null) {
            facts.add(new Fact("告知承诺", declared(declared, matter)));
        }
        facts.add(new Fact("办理结果", matter.result()));
        facts.add(new Fact("办理依据", matter.legalBasis()));
        String certificate = matter.certificateNumber();
        if (certificate != null) {
            facts.add(new Fact("证照（文书）编号", certificate));
        }
        return facts;
    }

    private String declared(Declared declared, Matter matter) {
        Outcome outcome = matter.outcome();
        if (outcome != null && outcome != Outcome.GRANTED && declared.settledOn() == null) {
            return "已签署承诺，事项已" + outcome.term() + "，不再凭承诺办理，也不再核查";
        }
        LocalDate due = declared.due();
        if (due != null) {
            String late = declared.isOverdue(LocalDate.now(clock)) ? "，已超期" : "";
            return declared.state().term() + "，期限到 " + Words.day(due) + late
                    + (declared.found().isEmpty() ? "" : "。" + declared.found());
        }
        return declared.settledOn() == null
                ? declared.state().term() + "，凭承诺作出决定，准予后 " + declared.checkDays() + " 个工作日内核查"
                : declared.state().term() + "（" + Words.day(declared.settledOn()) + "）：" + declared.found();
    }

    private static Fact special(SpecialProcedure one) {
        LocalDate ended = one.endedOn();
        LocalDate last = ended != null && ended.isBefore(one.expectedEnd()) ? ended : one.expectedEnd();
        String days = Words.day(one.begunOn()) + "至" + Words.day(last);
        return new Fact(
                "特别程序：" + one.kind().term(),
                days + "不计入期限" + (ended == null ? "，此后仍未结束的照常计入。" + one.reason() : "。" + one.result()));
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

    private static List<HistoryLine> history(MatterView view) {
        List<HistoryLine> lines = new ArrayList<>();
        view.history().forEach(entry -> lines.add(HistoryLine.of(entry, view.documents())));
        Collections.reverse(lines);
        return lines;
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
                        new HistoryLine(Words.time(entry.at()), entry.whoName(), title, entry.opinion(), "", null))
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

    private static String idle(MatterView view, String department) {
        Matter matter = view.matter();
        if (view.workedThere() && matter.step().isOpen()) {
            return "本事项在" + department + "自己的业务系统办理，这里只看进展；结果会自动传回。";
        }
        Matter.Holder holder = matter.holder();
        if (holder != null && view.holdable()) {
            return holder.name() + "休假或不便办理的，可以改由您办理。";
        }
        return switch (matter.step()) {
            case WAITING -> "前序事项全部准予后，本事项自动开始办理。";
            case REVIEW, SUSPENDED -> "现在由" + department + "有“" + Step.REVIEW.term() + "”权限的人员办理。";
            case EXAMINE -> "现在由" + department + "有“" + Step.REVIEW.term() + "”权限的其他人员审核，审查过本事项的除外。";
            case DECIDE, CERTIFY -> "现在由" + department + "有“" + matter.step().term() + "”权限的人员办理。";
            case DELIVER ->
                view.owed().stream().anyMatch(move -> move.party() == NextMove.Party.APPLICANT)
                        ? "结果已到出件窗口，等待申请人补交容缺材料，补齐后才能领取。"
                        : "结果已到出件窗口，等待申请人领取。";
            case ENDED -> "本事项已经办结。";
        };
    }

    private static String department(Matter matter, Catalog catalog) {
        return catalog.content().departmentName(matter.department());
    }
}
