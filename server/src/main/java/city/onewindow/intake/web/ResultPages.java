package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Schedule;
import city.onewindow.frame.Due;
import city.onewindow.frame.Fact;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Corrections;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.OrderedAnswers;
import city.onewindow.intake.Receipts;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was decided on an application, with which documents, and what comes next. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class ResultPages {

    private static final List<String> REOPENED =
            List.of("请受理，或者一次性告知需要补正的内容（告知过的，不得超出告知书）；不能再不予受理。", "从收到裁决之日起五个工作日没有答复的，自那天起即为受理（行政许可法第三十二条）。");

    private final Intake intake;
    private final Corrections corrections;
    private final Documents documents;
    private final MaterialsPage materials;
    private final Receipts receipts;
    private final RefusalRulings rulings;
    private final OrderedAnswers ordered;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;

    ResultPages(
            Intake intake,
            Corrections corrections,
            Documents documents,
            MaterialsPage materials,
            Receipts receipts,
            RefusalRulings rulings,
            OrderedAnswers ordered,
            Catalogs catalogs,
            Calendar calendar,
            Clock clock) {
        this.intake = intake;
        this.corrections = corrections;
        this.documents = documents;
        this.materials = materials;
        this.receipts = receipts;
        this.rulings = rulings;
        this.ordered = ordered;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/desk/{number}")
    ModelAndView result(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Application application = dossier.application();
        if (application.status() == ApplicationStatus.DRAFT && application.receivedAt() == null) {
            return new ModelAndView("redirect:" + DossierBar.Place.FORM.of(number));
        }
        List<IssuedDocument> papers = documents.bySubject(number);
        boolean accepted = application.status() == ApplicationStatus.ACCEPTED;
        List<MaterialRow> awaited = accepted ? materials.rows(dossier, true).outstanding() : List.of();
        boolean reopened = rulings.isOwed(application);
        ResultView view = new ResultView(
                DossierBar.of(dossier, DossierBar.Place.RESULT),
                reopened ? "不予受理已被撤销，等窗口答复" : headline(application, awaited),
                accepted || isOpen(application) ? application.queryCode() : "",
                due(application, awaited),
                papers.stream().map(ResultPages::paper).toList(),
                facts(dossier, papers),
                awaited,
                reopened ? reopened(number) : next(dossier, awaited),
                continuesAt(application),
                accepted ? "/cases/" + number : null,
                application.status().allows(IntakeAct.ARRIVE),
                application.mayLapse(LocalDate.now(clock)),
                corrections.open(number, actor).size(),
                accepted,
                application.version());
        return new ModelAndView("intake/result", "view", view);
    }

    private List<String> reopened(String number) {
        return Stream.concat(
                        ordered.until(number).map(day -> "裁决要求 " + DayWords.of(day) + "前受理。").stream(),
                        REOPENED.stream())
                .toList();
    }

    /** Where the clerk goes on; empty if there is nothing to decide. */
    private static String continuesAt(Application application) {
        if (!isOpen(application)) {
            return "";
        }
        DossierBar.Place place =
                application.status().allows(IntakeAct.FILL) ? DossierBar.Place.FORM : DossierBar.Place.MATERIALS;
        return place.of(application.number());
    }

    private static boolean isOpen(Application application) {
        return application.status().allows(IntakeAct.ACCEPT);
    }

    private String headline(Application application, List<MaterialRow> awaited) {
        return switch (application.status()) {
            case ACCEPTED -> awaited.isEmpty() ? "已受理" : "已受理，还有 " + awaited.size() + " 份材料待补";
            case SUPPLEMENT -> application.isAwaited() ? "已补正，等窗口受理" : "已一次性告知，等待补正";
            case REFUSED -> "不予受理";
            case WITHDRAWN ->
                receipts.withdrawnBy(application.number())
                        .map(ApplicationStatus::withdrawn)
                        .orElse(application.status().words());
            case DRAFT -> "已收件，还没有作出决定";
            case PREPARING -> "申请人正在网上填写";
            case PRE_REVIEW -> "网上预审：等窗口看";
            case RETURNED -> "网上预审：已退回申请人修改";
            case PRE_REVIEWED -> "网上预审通过，等申请人带原件来";
            case SUBMITTED -> "网上已申请，等窗口受理";
            case AMENDING -> "已一次性告知，等申请人在网上补正";
        };
    }

    private @Nullable Due due(Application application, List<MaterialRow> awaited) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = switch (application.status()) {
            case DRAFT, SUBMITTED -> application.decideUntil(calendar.workingDays(), today);
            case SUPPLEMENT ->
                application.isAwaited()
                        ? application.decideUntil(calendar.workingDays(), today)
                        : application.supplementUntil();
            case AMENDING -> application.supplementUntil();
            case ACCEPTED -> awaited.isEmpty() ? null : application.deferredUntil();
            case REFUSED, WITHDRAWN, PREPARING, PRE_REVIEW, RETURNED, PRE_REVIEWED -> null;
        };
        return until == null ? null : DeskWords.due(until, today, calendar.workingDays());
    }

    private List<Fact> facts(Dossier dossier, List<IssuedDocument> papers) {
        Errand errand = dossier.merge().errand();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("办理事项", errand.items().size() + " 项：" + errand.title()));
        Optional<IssuedDocument> acceptance = papers.stream()
                .filter(paper -> paper.kind() == DocumentKind.ACCEPTANCE)
                .findFirst();
        rulings.of(dossier.application().number())
                .forEach(ruling -> facts.add(new Fact(
                        "复议、诉讼结果",
                        ruling.organName() + " " + ruling.document() + "，" + DayWords.of(ruling.reachedOn()) + "收到："
                                + ruling.kind().term())));
        acceptance.ifPresent(paper -> {
            LocalDateTime accepted = acceptedAt(dossier.application(), paper);
            Schedule schedule = Schedule.of(errand, calendar.deadlines(), accepted);
            facts.add(new Fact("受理时间", DayWords.shortHourIfKnown(accepted)));
            facts.add(
                    new Fact("承诺办结", DayWords.weekday(schedule.promised().due().toLocalDate()) + "前"));
        });
        if (acceptance.isPresent()) {
            facts.add(new Fact("办理部门", departments(dossier)));
        }
        return facts;
    }

    private LocalDateTime acceptedAt(Application application, IssuedDocument acceptance) {
        LocalDateTime received = application.receivedAt();
        return received != null && receipts.isSilent(application.number()) ? received : acceptance.issuedAt();
    }

    private String departments(Dossier dossier) {
        Catalog catalog = catalogs.at(dossier.application().edition());
        return dossier.merge().errand().items().stream()
                .map(item -> item.item().department())
                .distinct()
                .map(code -> catalog.department(code).map(Department::shortName).orElse(code))
                .collect(Collectors.joining("、"));
    }

    private static List<String> next(Dossier dossier, List<MaterialRow> awaited) {
        return switch (dossier.application().status()) {
            case ACCEPTED -> {
                List<String> next = new ArrayList<>();
                next.add("请把受理通知书交给申请人，告诉申请人：凭办件编号和查询码可以随时查进度。");
                if (!awaited.isEmpty()) {
                    next.add("待补材料送来后，在下面核验登记。补齐前不发放办理结果。");
                    next.add("逾期不再补交的，在“查办件”里打开本件，按撤回申请处理。");
                }
                next.add("部门审批完，结果由出件窗口统一发放。");
                yield next;
            }
            case SUPPLEMENT ->
                dossier.application().isAwaited()
                        ? List.of("补正的材料已经收到：告知的都补正了，应当受理（行政许可法第三十二条第一款第五项）。", "五个工作日没有答复的，自收到补正材料之日起即为受理。")
                        : List.of(
                                "请把一次性告知书交给申请人。",
                                "申请人补正后，凭编号在这里继续办理；告知书以外的内容不得再要求补正。",
                                "告知的都补正了，或者出具了收件凭证，自收到补正材料之日起五个工作日没有答复的，即为受理。");
            case REFUSED -> List.of("请把不予受理通知书交给申请人，说明复议和诉讼的途径。", "材料退还申请人。");
            case WITHDRAWN -> List.of("交来的纸质材料退还申请人。以后可以重新申请。");
            case PREPARING, PRE_REVIEW, RETURNED, PRE_REVIEWED ->
                List.of(
                        "申请人来了，请先核对身份证件，再点“申请人已到窗口”：网上填的表都在，不用再填。",
                        "要原件、复印件的材料，对着纸质件逐份核验；电子件就用网上上传的。",
                        "预审是服务，不是受理，也不是收件：申请人不等预审结果就来的，照样办理。");
            case SUBMITTED ->
                List.of(
                        "申请人在网上申请，没有到场：看“网上填的”表和文件，在“材料与决定”里逐份核验，五个工作日内受理、一次告知或者不予受理。",
                        "收件之日就是网上提交之日；逾期不告知的，自那天起即为受理。",
                        "要原件、要签字的，交付结果时核验、补签；受理通知书等文书，申请人凭编号和查询码下载。");
            case AMENDING -> List.of("申请人凭编号和查询码看到告知书，在网上补正后再提交，那天起重新计算五个工作日。", "申请人也可以到窗口补正：请先核对身份证件，再点“申请人已到窗口”。");
            case DRAFT -> List.of("请把收件凭证交给申请人。", "收件后五个工作日内须受理或者一次告知；逾期不告知的，自收件之日起即为受理。");
        };
    }

    private static ResultView.Paper paper(IssuedDocument issued) {
        return new ResultView.Paper(
                issued.kind().title(),
                issued.number(),
                DayWords.shortHour(issued.issuedAt()),
                DocumentLinks.of(issued));
    }
}
