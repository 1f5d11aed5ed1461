package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.frame.ActAnswer;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.frame.Tab;
import city.onewindow.frame.Tone;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.Reminders;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Standing;
import city.onewindow.window.filing.Target;
import city.onewindow.window.web.Workbooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

/** The rounds: which department has filed what, what is late, what was merged. */
@Controller
@RequestMapping("/annexes/rounds")
class RoundPages {

    private static final int SHOWN = 50;

    static final String WATCHERS = "hasAnyRole('MANAGER', 'AUDITOR')";

    private final Rounds rounds;
    private final Reminders reminders;
    private final Catalogs catalogs;
    private final Clock clock;

    RoundPages(Rounds rounds, Reminders reminders, Catalogs catalogs, Clock clock) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(WATCHERS)
    String list(Model model, Actor actor) {
        return list(model, "", "", List.of(), actor);
    }

    @PostMapping
    @PreAuthorize("hasRole('MANAGER')")
    String open(
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            Actor actor) {
        try {
            Round round = rounds.open(name, due, null, actor);
            redirect.addFlashAttribute("notice", Notice.success("已开启收集批次“" + round.name() + "”，各部门可以报送了。"));
            return "redirect:/annexes/rounds/" + round.id();
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(model, name, due == null ? "" : due.toString(), wrong.faults(), actor);
        }
    }

    private String list(Model model, String name, String due, List<Fault> faults, Actor actor) {
        model.addAttribute("rounds", rounds.list(null, SHOWN).items());
        model.addAttribute(
                "mayOpen", actor.has(Role.MANAGER) && rounds.current().isEmpty());
        model.addAttribute(
                "fields",
                List.of(
                        Field.text("name", "批次名称")
                                .required()
                                .longest(100)
                                .value(name)
                                .placeholder("2026年第四季度")
                                .error(Fault.at("/name", faults)),
                        Field.date("due", "报送截止日期").required().value(due).error(Fault.at("/due", faults))));
        return "window/rounds";
    }

    @GetMapping("/{id}")
    @PreAuthorize(WATCHERS)
    String round(Model model, @PathVariable long id, @RequestParam(defaultValue = "2") int annex, Actor actor) {
        Round round = rounds.get(id);
        Annex shown = Annex.numbered(annex);
        List<Standing> all = rounds.standings(round);
        model.addAttribute("round", round);
        model.addAttribute("figures", RoundFigures.of(all, standing -> rounds.isLate(standing, round)));
        model.addAttribute("anyFiled", all.stream().anyMatch(standing -> !standing.isOwed()));
        model.addAttribute("missing", RoundFigures.missing(all));
        model.addAttribute("owed", Standing.owed(all, shown).size());
        model.addAttribute("tabs", tabs(all, shown, id));
        model.addAttribute("annex", annex);
        model.addAttribute("mayAct", actor.has(Role.MANAGER) && round.isOpen());
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(standing -> standing.target().annex() == shown)
                        .sorted(Comparator.comparingInt(RoundPages::rank))
                        .map(standing -> line(standing, round))
                        .toList());
        return "window/round";
    }

    /** What waits for the centre comes first, then what it waits for. */
    private static int rank(Standing standing) {
        Filing filing = standing.filing();
        return filing != null && filing.status() == FilingStatus.FILED ? 0 : standing.isOwed() ? 1 : 2;
    }

    private static List<Tab> tabs(List<Standing> all, Annex shown, long id) {
        List<Tab> tabs = new ArrayList<>();
        for (Annex annex : Annex.values()) {
            tabs.add(new Tab(
                    "附件" + annex.number(),
                    "/annexes/rounds/" + id + "?annex=" + annex.number(),
                    all.stream().filter(one -> one.target().annex() == annex).count(),
                    annex == shown));
        }
        return tabs;
    }

    private StandingLine line(Standing standing, Round round) {
        Target target = standing.target();
        Filing filing = standing.filing();
        boolean late = rounds.isLate(standing, round);
        String status = filing == null ? late ? "逾期未报" : "未报送" : filing.term() + (late ? "（逾期）" : "");
        Instant at = standing.remindedAt();
        return new StandingLine(
                target.choice(),
                target.name(),
                catalogs.current()
                        .department(target.department())
                        .map(Department::shortName)
                        .orElse(target.department()),
                filing == null ? "" : "/annexes/filings/" + filing.id(),
                filing == null ? late ? Tone.BAD : Tone.IDLE : filing.tone(),
                status,
                filing == null ? "" : filing.whoName(),
                filing == null || filing.filedAt() == null ? "" : time(filing.filedAt()),
                filing == null ? "" : filing.contact(),
                filing == null ? "" : String.valueOf(filing.rows()),
                at == null ? "" : "已催 " + standing.reminders() + " 次，最近 " + time(at),
                standing.isOwed());
    }

    private String time(Instant at) {
        return DayWords.listed(at.atZone(clock.getZone()));
    }

    @PostMapping("/{id}/remind")
    @PreAuthorize("hasRole('MANAGER')")
    String remind(ActAnswer answer, @PathVariable long id, @RequestParam String target, Actor actor) {
        Target chosen = Target.chosen(catalogs.current(), target);
        int annex = chosen.annex().number();
        return answer.to(
                () -> {
                    reminders.remind(id, chosen.annex(), chosen.code(), null, actor);
                    return "已催报附件" + annex + "“" + chosen.name() + "”，该部门打开页面就能看到。";
                },
                "/annexes/rounds/" + id + "?annex=" + annex,
                () -> round(answer.model(), id, annex, actor));
    }

    @PostMapping("/{id}/remind-all")
    @PreAuthorize("hasRole('MANAGER')")
    String remindAll(ActAnswer answer, @PathVariable long id, @RequestParam int annex, Actor actor) {
        Annex chosen = Annex.numbered(annex);
        return answer.to(
                () -> "已催报附件" + annex + "没有报送的 "
                        + reminders.remindAll(id, chosen, null, actor).size() + " 份，各部门打开页面就能看到。",
                "/annexes/rounds/" + id + "?annex=" + annex,
                () -> round(answer.model(), id, annex, actor));
    }

    @PostMapping("/{id}/distribute")
    @PreAuthorize("hasRole('MANAGER')")
    String distribute(ActAnswer answer, @PathVariable long id, Actor actor) {
        return answer.to(
                () -> "已把“" + rounds.distribute(id, actor).name() + "”的汇总表分发给各部门，批次结束。",
                "/annexes/rounds/" + id,
                () -> round(answer.model(), id, Annex.DEPARTMENT.number(), actor));
    }

    @GetMapping("/{id}/merged")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
    ResponseEntity<byte[]> merged(@PathVariable long id, Actor actor) {
        return Workbooks.answer("汇总-" + rounds.get(id).name(), rounds.merged(id, actor));
    }
}
