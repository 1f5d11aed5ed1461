package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.RevisionView;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.catalog.web.GuideView;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The public guide as it would be with a revision published. */
@Controller
@PreAuthorize(RevisionPages.CALLERS)
class RevisionPreview {

    private final Revisions revisions;
    private final DraftGuides guides;

    RevisionPreview(Revisions revisions, DraftGuides guides) {
        this.revisions = revisions;
        this.guides = guides;
    }

    /** @throws Problem.Conflict while something is wrong: what can't be read can't be shown */
    @GetMapping("/revisions/{id}/preview")
    String preview(
            Model model,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Actor actor) {
        RevisionView view = revisions.view(id, actor);
        if (!view.draft().faults().isEmpty()) {
            throw new Problem.Conflict("这份修改还有 " + view.draft().faults().size() + " 处要改正，改好后才能预览办事指南。");
        }
        model.addAttribute("revision", view.revision());
        model.addAttribute("standing", standing(view.revision().status()));
        model.addAttribute("guide", guide(view, query, "/revisions/" + id + "/preview"));
        return target.equals("guide") ? "catalog/guide-part" : "catalog/revision-preview";
    }

    /** The same for the frame beside the editor; while something is wrong it says so. */
    @GetMapping("/revisions/{id}/beside")
    String beside(Model model, @PathVariable long id, @RequestParam MultiValueMap<String, String> query, Actor actor) {
        RevisionView view = revisions.view(id, actor);
        int faults = view.draft().faults().size();
        model.addAttribute("standing", standing(view.revision().status()));
        model.addAttribute("faults", faults);
        if (faults == 0) {
            model.addAttribute("guide", guide(view, query, "/revisions/" + id + "/beside"));
        }
        return "catalog/revision-framed";
    }

    /** By which words the reader is told whether the public reads this guide. */
    private static String standing(RevisionStatus status) {
        return status.isOpen() ? "open" : status == RevisionStatus.PUBLISHED ? "published" : "withdrawn";
    }

    private GuideView guide(RevisionView view, MultiValueMap<String, String> query, String address) {
        return guides.whole(view.revision(), view.draft(), query, address);
    }
}
