package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.approval.Consultation;
import city.onewindow.approval.Consultations;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 征求意见: where one department asks and another answers. */
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER')")
class ConsultationPages {

    private static final int ROWS = 30;

    private final Consultations consultations;
    private final Cases cases;
    private final Catalogs catalogs;
    private final MatterPageViews views;
    private final ConsultationLines lines;
    private final Clock clock;

    ConsultationPages(
            Consultations consultations,
            Cases cases,
            Catalogs catalogs,
            MatterPageViews views,
            ConsultationLines lines,
            Clock clock) {
        this.consultations = consultations;
        this.cases = cases;
        this.catalogs = catalogs;
        this.views = views;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/matters/{number}/{item}/consultations")
    ModelAndView form(@PathVariable String number, @PathVariable String item, Actor actor) {
        return form(number, item, "", "", "", UUID.randomUUID().toString(), List.of(), actor);
    }

    @PostMapping("/matters/{number}/{item}/consultations")
    ModelAndView ask(
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String until,
            @RequestParam String key,
            Actor actor,
            RedirectAttributes after) {
        try {
            Consultation asked = consultations.ask(
                    number, item, department, question, TypedAct.day(until), actor, new IdempotencyKey(key));
            after.addFlashAttribute("notice", Notice.success(asked(asked, actor)));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, item, department, question, until, key, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/matters/" + number + "/" + item);
    }

    private static String answerBy(Matter matter) {
        return "最多 " + Consultations.LONGEST + " 个工作日；到期没有答复的，视为没有意见。"
                + (matter.clock() == null ? "" : "办理期限照常计算：" + matter.limitsInWords() + "。");
    }

    private String asked(Consultation asked, Actor actor) {
        Matter matter = cases.matter(asked.number(), asked.item(), actor).matter();
        LocalDateTime promised = matter.running().promisedDue();
        return "已向" + name(asked.department()) + "征求意见，答复会显示在本页。办理期限照常计算："
                + (asked.until().isAfter(promised.toLocalDate())
                        ? "承诺期限" + DayWords.of(promised) + "在答复期限以前，等答复会超过承诺，需要的请申请延长期限。"
                        : matter.limitsInWords() + "。");
    }

    private ModelAndView form(
            String number,
            String item,
            String department,
            String question,
            String until,
            String key,
            List<Fault> faults,
            Actor actor) {
        MatterView view = cases.matter(number, item, actor);
        if (!view.readable()) {
            throw new Problem.NotFound("没有找到这个事项，或者它不归您的部门办理。请核对办件编号和事项。");
        }
        List<Choice> others = catalogs.current().departments().stream()
                .filter(one -> !one.code().equals(actor.department()))
                .map(one -> new Choice(one.code(), one.name()))
                .toList();
        return new ModelAndView("approval/consult")
                .addObject("number", number)
                .addObject("item", item)
                .addObject("itemName", view.matter().itemName())
                .addObject("key", key)
                .addObject(
                        "fields",
                        List.of(
                                Field.select("department", "征求哪个部门的意见", others)
                                        .value(department)
                                        .required()
                                        .error(ActForm.error("department", faults)),
                                Field.area("question", "要征求意见的问题")
                                        .value(question)
                                        .required()
                                        .hint("对方能看到本事项的材料和申请表，不必重抄。")
                                        .error(ActForm.error("question", faults)),
                                Field.date("until", "答复期限")
                                        .value(until)
                                        .required()
                                        .hint(answerBy(view.matter()))
                                        .error(ActForm.error("until", faults))));
    }

    @GetMapping("/consultations")
    ModelAndView asked(@RequestParam(required = false) @Nullable String after, Actor actor) {
        Slice<Consultation> page = consultations.asked(after, ROWS, actor);
        LocalDate today = LocalDate.now(clock);
        return new ModelAndView("approval/consultations")
                .addObject(
                        "rows",
                        page.items().stream()
                                .map(one -> new AskedRow(
                                        address(one),
                                        one.itemName(),
                                        name(one.by()),
                                        one.question(),
                                        DayWords.of(one.until()),
                                        one.isOpen(today)))
                                .toList())
                .addObject("first", after == null || after.isEmpty())
                .addObject("next", page.next());
    }

    @GetMapping("/consultations/{number}/{item}/{seq}")
    ModelAndView question(@PathVariable String number, @PathVariable String item, @PathVariable int seq, Actor actor) {
        return question(consultations.asked(number, item, seq, actor), null, "", List.of(), actor);
    }

    @PostMapping("/consultations/{number}/{item}/{seq}")
    ModelAndView answer(
            @PathVariable String number,
            @PathVariable String item,
            @PathVariable int seq,
            @RequestParam(required = false) Consultation.@Nullable Opinion opinion,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            RedirectAttributes after) {
        try {
            Consultation answered = consultations.answer(number, item, seq, opinion, text, actor);
            after.addFlashAttribute("notice", Notice.success("已答复" + name(answered.by()) + "。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again =
                    question(consultations.asked(number, item, seq, actor), opinion, text, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/consultations");
    }

    /** What was handed in is shown until the answer is given. */
    private ModelAndView question(
            Consultation asked, Consultation.@Nullable Opinion opinion, String text, List<Fault> faults, Actor actor) {
        Catalog catalog = catalogs.current();
        boolean open = asked.answer() == null;
        ExcerptView excerpt = open
                ? views.shown(
                        Excerpt.of(cases.dossier(asked.number(), asked.item(), actor), asked.item()),
                        asked.number(),
                        asked.item(),
                        catalog)
                : null;
        return new ModelAndView("approval/consultation")
                .addObject(
                        "view",
                        new AskedView(
                                address(asked),
                                asked.itemName(),
                                List.of(
                                        new Fact("办件编号", asked.number()),
                                        new Fact("征求意见的部门", name(asked.by())),
                                        new Fact("征求人", asked.askedBy() + "，" + DayWords.hour(asked.askedAt())),
                                        new Fact("答复期限", DayWords.of(asked.until()))),
                                asked.question(),
                                excerpt == null ? List.of() : excerpt.materials(),
                                excerpt == null ? List.of() : excerpt.form(),
                                open
                                        ? List.of(
                                                Field.radio(
                                                                "opinion",
                                                                "意见",
                                                                Arrays.stream(Consultation.Opinion.values())
                                                                        .map(one -> new Choice(one.name(), one.term()))
                                                                        .toList())
                                                        .value(opinion == null ? null : opinion.name())
                                                        .required()
                                                        .error(ActForm.error("opinion", faults)),
                                                Field.area("text", "说明")
                                                        .value(text)
                                                        .hint("有条件同意的写明条件，不同意的写明理由。")
                                                        .requiredWhen("opinion in ['CONDITIONALLY', 'DISAGREE']")
                                                        .error(ActForm.error("text", faults)))
                                        : List.of(),
                                lines.of(asked.number(), List.of(asked), catalog.content()::departmentName)
                                        .get(0)));
    }

    private static String address(Consultation one) {
        return "/consultations/" + one.number() + "/" + one.item() + "/" + one.seq();
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
