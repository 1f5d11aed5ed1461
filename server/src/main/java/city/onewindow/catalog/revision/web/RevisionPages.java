package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.revision.AttachedForms;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One revision: what it says, what is wrong with it, and the editor for whoever keeps it. */
@Controller
@RequestMapping("/revisions/{id}")
@PreAuthorize(RevisionPages.CALLERS)
class RevisionPages {

    static final String CALLERS = "hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Revisions revisions;
    private final RevisionSheets sheets;
    private final Catalogs catalogs;
    private final AttachedForms forms;
    private final LateEditor lateEditor;
    private final Clock clock;

    RevisionPages(
            Revisions revisions,
            RevisionSheets sheets,
            Catalogs catalogs,
            AttachedForms forms,
            LateEditor lateEditor,
            Clock clock) {
        this.revisions = revisions;
        this.sheets = sheets;
        this.catalogs = catalogs;
        this.forms = forms;
        this.lateEditor = lateEditor;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model, @PathVariable long id, Actor actor) {
        return page(model, sheets.of(revisions.view(id, actor)));
    }

    /**
     * Without JavaScript the buttons of the tables send the whole form, too.
     *
     * @param wanted the item that a one-thing shall take in as well; empty if none
     */
    @PostMapping
    String save(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable long id,
            @RequestParam int saves,
            @RequestParam(name = "add-row", required = false) @Nullable String added,
            @RequestParam(name = "add-item", defaultValue = "") String wanted,
            Actor actor) {
        Map<String, List<Map<String, String>>> typed = typed(id, request, actor);
        try {
            Revision kept = keep(id, typed, saves, actor);
            if (added != null) {
                return page(model, sheets.withRow(revisions.view(id, actor), added));
            }
            redirect.addFlashAttribute("notice", Notice.success(wanted.isBlank() ? "已保存。" : add(kept, wanted, actor)));
            redirect.addFlashAttribute("adding", !wanted.isBlank());
            return "redirect:/revisions/" + id;
        } catch (Problem.InvalidInput unknown) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("adding", true);
            model.addAttribute("wanted", wanted);
            model.addAttribute("unknown", unknown.faults().get(0).message());
            return page(model, sheets.of(revisions.view(id, actor)));
        } catch (Problem.Conflict late) {
            boolean further = added != null || !wanted.isBlank();
            return late(
                    model, response, redirect, lateEditor.answer(id, sent(request), saves, further, late, actor), id);
        }
    }

    /** Keeps the files that were chosen, with all that was typed; those that are refused are told, and keep nothing back. */
    @PostMapping("/forms")
    String attach(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable long id,
            @RequestParam int saves,
            Actor actor) {
        ChosenFiles chosen = ChosenFiles.of(request, id, forms, actor);
        Map<String, List<Map<String, String>>> typed = typed(id, chosen.parameters(), actor);
        try {
            keep(id, typed, saves, actor);
        } catch (Problem.Conflict late) {
            return late(
                    model,
                    response,
                    redirect,
                    lateEditor.answer(id, chosen.parameters(), saves, false, late, actor),
                    id);
        }
        if (chosen.isComplete()) {
            redirect.addFlashAttribute("notice", Notice.success(chosen.told()));
            return "redirect:/revisions/" + id + "#" + chosen.place();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("notice", Notice.error(chosen.told()));
        return page(model, sheets.of(revisions.view(id, actor)));
    }

    /** @return what is told of it */
    private String add(Revision kept, String wanted, Actor actor) {
        AddedItem item = AddedItem.of(kept, wanted.strip(), catalogs.current().content());
        revisions.save(kept.id(), item.rows(), kept.saves(), actor);
        return item.told();
    }

    /**
     * What htmx sends as one types; the answer is a piece of the page.
     *
     * @param sent the form, and the answers under which the author looks at a one-thing
     */
    @PostMapping("/autosave")
    String autosave(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam int saves,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor) {
        try {
            keep(id, typed(id, request, actor), saves, actor);
        } catch (Problem.Conflict late) {
            response.setStatus(HttpStatus.CONFLICT.value());
            response.setHeader("HX-Retarget", "#saved");
            response.setHeader("HX-Reswap", "innerHTML");
            model.addAttribute("told", String.valueOf(late.getMessage()));
            return "catalog/revision-late";
        }
        model.addAttribute("sheet", sheets.of(revisions.view(id, actor), sent));
        model.addAttribute("at", TIME.format(LocalTime.now(clock)));
        return "catalog/revision-saved";
    }

    /** Hands in what is on the page. */
    @PostMapping("/submit")
    String submit(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable long id,
            @RequestParam int saves,
            Actor actor) {
        Map<String, List<Map<String, String>>> typed = typed(id, request, actor);
        try {
            keep(id, typed, saves, actor);
            Revision submitted = revisions.submit(id, null, actor);
            redirect.addFlashAttribute("notice", Notice.success(told(submitted)));
            return "redirect:/revisions/" + id;
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", true);
            return page(model, sheets.of(revisions.view(id, actor)));
        } catch (Problem.Conflict late) {
            return late(model, response, redirect, lateEditor.answer(id, sent(request), saves, true, late, actor), id);
        }
    }

    /** The author has seen what was published meanwhile, and goes on from there. */
    @PostMapping("/rebase")
    String rebase(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            @PathVariable long id,
            @RequestParam int saves,
            Actor actor) {
        Map<String, List<Map<String, String>>> typed = typed(id, request, actor);
        try {
            Revision kept = keep(id, typed, saves, actor);
            revisions.rebase(id, kept.saves(), actor);
        } catch (Problem.Conflict late) {
            return late(model, response, redirect, lateEditor.answer(id, sent(request), saves, true, late, actor), id);
        }
        redirect.addFlashAttribute("notice", Notice.success("已改为与现行版本比较：您没有改过的地方，已照现行版本；两边都改了的，保留您的。请核对下面的差别。"));
        return "redirect:/revisions/" + id;
    }

    private static String told(Revision submitted) {
        if (submitted.status() == RevisionStatus.APPROVED) {
            return "已提交。没有要问的部门，等中心发布。";
        }
        return submitted.kind().isConfirmed() ? "已提交，等各配合部门确认。" : "已提交，等窗口牵头部门同意。";
    }

    private Map<String, List<Map<String, String>>> typed(long id, HttpServletRequest request, Actor actor) {
        return typed(id, sent(request), actor);
    }

    private static Map<String, String[]> sent(HttpServletRequest request) {
        return request.getParameterMap();
    }

    private Map<String, List<Map<String, String>>> typed(long id, Map<String, String[]> sent, Actor actor) {
        Revision revision = revisions.get(id, actor);
        return TypedRows.read(revision, sent, catalogs.current().content());
    }

    /** Of one who sends the same twice, perhaps because the first answer was lost, the second time isn't too late. */
    private Revision keep(long id, Map<String, List<Map<String, String>>> rows, int saves, Actor actor) {
        try {
            return revisions.save(id, rows, saves, actor);
        } catch (Problem.Conflict late) {
            Revision now = revisions.get(id, actor);
            boolean same = Change.between(now.rows(), new ContentRows("typed", rows, List.of()))
                    .isEmpty();
            if (same && now.status().isEditable()) {
                return now;
            }
            throw late;
        }
    }

    /** What was typed is kept, or stays on the page beside what somebody else did meanwhile. */
    private static String late(
            Model model, HttpServletResponse response, RedirectAttributes redirect, LateEditor.Answer answer, long id) {
        if (answer.sheet() == null) {
            redirect.addFlashAttribute("notice", answer.notice());
            return "redirect:/revisions/" + id;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("notice", answer.notice());
        return page(model, answer.sheet());
    }

    private static String page(Model model, RevisionSheet sheet) {
        model.addAttribute("sheet", sheet);
        return "catalog/revision";
    }
}
