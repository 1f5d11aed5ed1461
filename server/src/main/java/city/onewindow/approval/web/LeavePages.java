package city.onewindow.approval.web;

import city.onewindow.approval.Leave;
import city.onewindow.approval.Leaves;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Account;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请假代理: who is away, who stands in, and where that is written down. */
@Controller
@RequestMapping("/leaves")
@PreAuthorize(LeavePages.CALLERS)
class LeavePages {

    static final String CALLERS = "hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD', 'MANAGER', 'ADMINISTRATOR')";

    private final Leaves leaves;
    private final Catalogs catalogs;
    private final Clock clock;

    LeavePages(Leaves leaves, Catalogs catalogs, Clock clock) {
        this.leaves = leaves;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return new ModelAndView("approval/leaves")
                .addObject(
                        "rows",
                        leaves.open(actor).stream()
                                .map(leave -> row(leave, actor))
                                .toList());
    }

    /** @param department code; where the centre registers it, whose it is */
    @GetMapping("/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable String department, Actor actor) {
        return registering(TypedLeave.of(actor.account()), department, List.of(), actor);
    }

    @PostMapping
    ModelAndView register(
            TypedLeave typed,
            @RequestParam(required = false) @Nullable String department,
            Actor actor,
            RedirectAttributes after) {
        try {
            Leave leave = leaves.register(typed.asked(), actor, new IdempotencyKey(TypedAct.text(typed.key())));
            after.addFlashAttribute("notice", Notice.success("已登记" + leave.name() + "的请假。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = registering(typed, department, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return new ModelAndView("redirect:/leaves");
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id, Actor actor) {
        return one(leaves.one(id, actor), null, null, null, List.of(), actor);
    }

    @PostMapping("/{id}/stand-in")
    ModelAndView nameStandIn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String standIn,
            @RequestParam(defaultValue = "") String authorisation,
            Actor actor,
            RedirectAttributes after) {
        return done(
                id,
                () -> leaves.nameStandIn(id, standIn, authorisation, actor),
                "代理人已改。",
                faults -> one(leaves.one(id, actor), standIn, authorisation, null, faults, actor),
                after);
    }

    @PostMapping("/{id}/authorisation")
    ModelAndView authorise(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String authorisation,
            Actor actor,
            RedirectAttributes after) {
        return done(
                id,
                () -> leaves.authorise(id, authorisation, actor),
                "已授权代行。",
                faults -> one(leaves.one(id, actor), null, authorisation, null, faults, actor),
                after);
    }

    @PostMapping("/{id}/until")
    ModelAndView shorten(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            Actor actor,
            RedirectAttributes after) {
        return done(
                id,
                () -> leaves.shorten(id, TypedAct.day(until), actor),
                "请假已缩短。",
                faults -> one(leaves.one(id, actor), null, null, until, faults, actor),
                after);
    }

    @PostMapping("/{id}/back")
    ModelAndView takeBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
        return done(id, () -> leaves.takeBack(id, actor), "已销假。", faults -> show(id, actor), after);
    }

    /** @param again the page, where something was wrong */
    private static ModelAndView done(
            long id, Runnable act, String words, Function<List<Fault>, ModelAndView> again, RedirectAttributes after) {
        try {
            act.run();
            after.addFlashAttribute("notice", Notice.success(words));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView page = again.apply(wrong.faults());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/leaves/" + id);
    }

    private ModelAndView registering(TypedLeave typed, @Nullable String department, List<Fault> faults, Actor actor) {
        boolean centre = actor.has(Role.MANAGER) || actor.has(Role.ADMINISTRATOR);
        String whose = centre ? TypedAct.text(department) : actor.department();
        boolean others = leaves.keepsOthers(actor);
        List<Choice> departments = centre
                ? catalogs.current().departments().stream()
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList()
                : List.of();
        return new ModelAndView("approval/leave-new")
                .addObject("departments", departments)
                .addObject("department", whose)
                .addObject("account", others ? "" : actor.account())
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("errors", ActForm.errors(faults))
                .addObject(
                        "fields",
                        whose.isEmpty()
                                ? List.of()
                                : LeaveForm.registering(
                                        typed, leaves.colleagues(whose, actor), others, actor.has(Role.HEAD), faults));
    }

    private ModelAndView one(
            Leave leave,
            @Nullable String standIn,
            @Nullable String authorisation,
            @Nullable String until,
            List<Fault> faults,
            Actor actor) {
        boolean mayKeep = leaves.mayKeep(leave, actor);
        List<Account> staff = mayKeep ? leaves.colleagues(leave.department(), actor) : List.of();
        Leave.StandIn now = leave.standIn();
        String chosen = standIn == null && now != null ? now.account() : standIn;
        boolean awaited = leaves.mayAuthorise(leave, actor);
        boolean head = !awaited && actor.has(Role.HEAD) && actor.department().equals(leave.department());
        return new ModelAndView("approval/leave")
                .addObject("id", leave.id())
                .addObject("row", row(leave, actor))
                .addObject("mayKeep", mayKeep)
                .addObject("errors", ActForm.errors(faults))
                .addObject(
                        "standIn",
                        LeaveForm.standIn(
                                chosen, authorisation, LeaveForm.choices(staff, leave.account()), head, faults))
                .addObject(
                        "authorisation",
                        awaited ? LeaveForm.authorisation(authorisation, faults).required() : null)
                .addObject(
                        "until",
                        LeaveForm.until(leave, until, LocalDate.now(clock).toString(), faults));
    }

    private LeaveRow row(Leave leave, Actor actor) {
        return LeaveRow.of(
                leave,
                catalogs.current().content().departmentName(leave.department()),
                LocalDate.now(clock),
                leaves.mayKeep(leave, actor) || leaves.mayAuthorise(leave, actor));
    }
}
