package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Approval;
import city.onewindow.approval.CaseFile;
import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.DeclarationByApplicant;
import city.onewindow.approval.HearingRequests;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.JointExtension;
import city.onewindow.approval.JointExtensions;
import city.onewindow.approval.Matter;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.Slips;
import city.onewindow.approval.Step;
import city.onewindow.approval.Timeline;
import city.onewindow.approval.Withdrawable;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.material.FileAnswer;
import city.onewindow.notice.DocumentLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A whole case for the staff concerned: its timeline, its papers, its history. */
@Controller
@RequestMapping("/cases")
@PreAuthorize("isAuthenticated()")
class CasePages {

    static final String RESULT_READERS = "hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD', 'ISSUING_CLERK')";

    private final Cases cases;
    private final Approval approval;
    private final JointExtensions extensions;
    private final Deferrals deferrals;
    private final ResultFiles results;
    private final Responsibility responsibility;
    private final InspectionLinks inspections;
    private final HearingRequests hearings;
    private final DeclarationByApplicant declarations;
    private final ProjectPart project;
    private final SetbackPart setbacks;
    private final Slips slips;
    private final Catalogs catalogs;

    CasePages(
            Cases cases,
            Approval approval,
            JointExtensions extensions,
            Deferrals deferrals,
            ResultFiles results,
            Responsibility responsibility,
            InspectionLinks inspections,
            HearingRequests hearings,
            DeclarationByApplicant declarations,
            ProjectPart project,
            SetbackPart setbacks,
            Slips slips,
            Catalogs catalogs) {
        this.inspections = inspections;
        this.hearings = hearings;
        this.declarations = declarations;
        this.responsibility = responsibility;
        this.project = project;
        this.setbacks = setbacks;
        this.slips = slips;
        this.catalogs = catalogs;
        this.cases = cases;
        this.results = results;
        this.approval = approval;
        this.extensions = extensions;
        this.deferrals = deferrals;
    }

    @GetMapping("/{number}")
    String show(Model model, @PathVariable String number, Actor actor) {
        return page(model, number, CaseForm.blank(), actor);
    }

    private String page(Model model, String number, CaseForm form, Actor actor) {
        model.addAttribute("view", view(cases.file(number, actor), form, actor));
        return "approval/case";
    }

    /** A file of a result; who may open it is checked against the case, and that it was opened is written down. */
    @GetMapping("/{number}/results/{id}")
    @PreAuthorize(RESULT_READERS)
    ResponseEntity<InputStreamResource> result(@PathVariable String number, @PathVariable String id, Actor actor) {
        return FileAnswer.of(results.open(number, id, actor));
    }

    @PostMapping("/{number}/withdrawal")
    @PreAuthorize("hasRole('CLERK')")
    String withdraw(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable String number,
            CaseForm.Typed typed,
            Actor actor) {
        try {
            return ended(redirect, number, () -> {
                int ended = approval.withdraw(number, typed.chosen(), TypedAct.text(typed.reason()), actor, key(typed))
                        .size();
                return "已按申请人的意愿撤回，" + ended + " 个未决定的事项终止办理。";
            });
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, number, new CaseForm(Act.WITHDRAW, typed, wrong.faults()), actor);
        }
    }

    @PostMapping("/{number}/lapse")
    @PreAuthorize("hasRole('CLERK')")
    String lapse(
            RedirectAttributes redirect,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String key,
            Actor actor) {
        return ended(redirect, number, () -> {
            int ended = approval.lapse(number, actor, new IdempotencyKey(key)).size();
            return "逾期未补交，" + ended + " 个事项终止办理。请把终止办理通知书送达申请人，并退还材料。";
        });
    }

    @PostMapping("/{number}/extension")
    @PreAuthorize("hasRole('MANAGER')")
    String extend(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable String number,
            CaseForm.Typed typed,
            Actor actor) {
        try {
            return ended(redirect, number, () -> {
                JointExtension extension = extensions.extend(
                        number,
                        typed.wholeDays(),
                        TypedAct.text(typed.reason()),
                        TypedAct.text(typed.approvedBy()),
                        actor,
                        key(typed));
                return "整件期限已延长 " + extension.days() + " 个工作日。请把延长办理期限告知书送达申请人。";
            });
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, number, new CaseForm(Act.EXTEND, typed, wrong.faults()), actor);
        }
    }

    private static IdempotencyKey key(CaseForm.Typed typed) {
        return new IdempotencyKey(TypedAct.text(typed.key()));
    }

    private static String ended(RedirectAttributes redirect, String number, Supplier<String> act) {
        try {
            redirect.addFlashAttribute("notice", Notice.success(act.get()));
        } catch (Problem.Conflict late) {
            redirect.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/cases/" + number;
    }

    private CasePageView view(CaseView view, CaseForm form, Actor actor) {
        CaseFile file = view.file();
        Map<String, String> names = view.matters().stream().collect(Collectors.toMap(Matter::item, Matter::itemName));
        boolean accepted = file.isOfWindow(actor);
        return new CasePageView(
                file.number(),
                file.title(),
                facts(view),
                project.of(file.number(), actor),
                setbacks.of(view.setbacks(), actor),
                NextMoveLine.of(view.matters(), view.owed(), catalogs.departmentNames(file.edition())),
                view.timeline(),
                inspections.of(view.inspections()),
                accepted ? hearings(view) : List.of(),
                accepted ? declarations(view.timeline()) : List.of(),
                inspections.propose(file, view.matters(), actor),
                view.matters().stream()
                        .map(matter -> new Link(matter.itemName(), "/matters/" + file.number() + "/" + matter.item()))
                        .toList(),
                view.documents().stream().map(DocumentLinks::of).toList(),
                results.of(file.number(), actor).stream()
                        .map(result -> new Link(result.title(), result.path()))
                        .toList(),
                slips.concerns(file.number(), actor),
                history(view, names),
                accepted ? form.withdrawal(Withdrawable.of(view.matters())) : List.of(),
                accepted && !file.isClosed()
                        ? Deferral.words(
                                deferrals.overdue(file.number(), view.timeline().toCome()))
                        : "",
                form.key(),
                actor.has(Role.ISSUING_CLERK)
                        && view.matters().stream()
                                .anyMatch(matter -> matter.step() == Step.DELIVER || matter.step() == Step.SENT),
                extensions.mayExtend(file, view.matters(), actor) ? form.extension() : List.of());
    }

    private List<Link> hearings(CaseView view) {
        return hearings.told(view.matters()).stream()
                .filter(one -> one.askUntil() != null)
                .map(one -> new Link(
                        one.itemName(), WindowHearingPages.path(view.file().number(), one.item())))
                .toList();
    }

    private List<Link> declarations(Timeline timeline) {
        return declarations.open(timeline).stream()
                .map(one -> new Link(
                        one.itemName(),
                        WindowDeclarationPages.path(timeline.file().number(), one.item())))
                .toList();
    }

    private List<Fact> facts(CaseView view) {
        CaseFile file = view.file();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("办件编号", file.number()),
                new Fact("申请人", file.applicant()),
                new Fact("状态", Words.status(file)),
                new Fact("受理时间", DayWords.hourIfKnown(file.acceptedAt())),
                new Fact("整件承诺期限", DayWords.hour(file.promisedDue()) + " 前"),
                new Fact("整件法定期限", DayWords.hour(file.statutoryDue()) + " 前")));
        if (file.jointDays() != null) {
            facts.add(new Fact("统一办理期限", joint(view)));
        }
        facts.addAll(responsibility.facts(file));
        return facts;
    }

    private static String joint(CaseView view) {
        String days = "自受理起 " + view.file().jointDays() + " 个工作日（行政许可法第四十二条第二款）";
        JointExtension one = view.extension();
        return one == null ? days : days + "；其中延长 " + one.days() + " 个，" + one.approvedBy() + "批准，理由：" + one.reason();
    }

    private static List<CasePageView.CaseHistoryLine> history(CaseView view, Map<String, String> names) {
        List<CasePageView.CaseHistoryLine> lines = new ArrayList<>();
        for (HistoryEntry entry : view.history()) {
            lines.add(new CasePageView.CaseHistoryLine(
                    names.getOrDefault(entry.item(), entry.item()), HistoryLine.of(entry, view.documents())));
        }
        Collections.reverse(lines);
        return lines;
    }
}
