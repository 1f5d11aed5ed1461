package city.onewindow.approval.web;

import city.onewindow.approval.CaseFinder;
import city.onewindow.approval.CaseRow;
import city.onewindow.approval.CaseSearch;
import city.onewindow.approval.Projects;
import city.onewindow.approval.Step;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.kernel.CaseNumber;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds a case by its number, or cases by their applicant, department and step. */
@Controller
@RequestMapping("/cases")
@PreAuthorize("isAuthenticated()")
class CaseSearchPage {

    private static final int ROWS = 30;

    private final CaseFinder finder;
    private final Catalogs catalogs;
    private final SealedName sealed;
    private final RefusalRulings refusals;
    private final Centre centre;
    private final Clock clock;

    CaseSearchPage(
            CaseFinder finder,
            Catalogs catalogs,
            SealedName sealed,
            RefusalRulings refusals,
            Centre centre,
            Clock clock) {
        this.finder = finder;
        this.catalogs = catalogs;
        this.sealed = sealed;
        this.refusals = refusals;
        this.centre = centre;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Model model,
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) @Nullable String after) {
        CaseSearchView view;
        try {
            String typed = name.isEmpty() ? "" : sealed.open(name, actor);
            CaseSearch search = new CaseSearch(orNull(typed), orNull(department), step);
            Slice<CaseRow> found = finder.find(search, orNull(after == null ? "" : after), ROWS, actor);
            view = view(actor, typed, department, step, null)
                    .with(found.items().stream().map(CaseRowView::of).toList());
            model.addAttribute("next", found.next());
        } catch (Problem.InvalidInput wrong) {
            view = view(actor, "", department, step, wrong.faults().get(0).message());
        }
        model.addAttribute("view", view);
        model.addAttribute("first", after == null || after.isEmpty());
        return "approval/cases";
    }

    /** A number leads to its case, or to the refused application, a project code to the project; a name goes on sealed, so that no address has it. */
    @PostMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable Step step,
            Actor actor) {
        UriComponentsBuilder found = UriComponentsBuilder.fromPath("/cases");
        String typed = text.strip();
        if (!typed.isEmpty()) {
            if (Projects.isCode(typed)) {
                return "redirect:/projects/" + typed;
            }
            var number = CaseNumber.typedAtTheCounter(typed, centre.region(), LocalDate.now(clock));
            if (number.isPresent()) {
                boolean refused = refusals.isKnown(number.get(), actor);
                return "redirect:" + (refused ? RefusalPages.PATH : "/cases/") + number.get();
            }
            found.queryParam("name", sealed.seal(typed, actor));
        }
        if (!department.isEmpty()) {
            found.queryParam("department", department);
        }
        if (step != null) {
            found.queryParam("step", step);
        }
        return "redirect:" + found.encode().toUriString();
    }

    private CaseSearchView view(
            Actor actor, String typed, String department, @Nullable Step step, @Nullable String fault) {
        List<Choice> departments = CaseFinder.mayNameDepartments(actor) ? departments(catalogs.current()) : List.of();
        List<Choice> steps = CaseFinder.mayNameSteps(actor)
                ? Arrays.stream(Step.values())
                        .map(one -> new Choice(one.name(), one.term()))
                        .toList()
                : List.of();
        return new CaseSearchView(
                typed, department, step == null ? "" : step.name(), departments, steps, fault, List.of());
    }

    static List<Choice> departments(Catalog catalog) {
        return catalog.departments().stream()
                .map(one -> new Choice(one.code(), one.name()))
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
