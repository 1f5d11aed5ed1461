package city.onewindow.intake.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.PreReview;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** 核对申请表: a clerk writes down what is wrong with values that no check finds, for the one-time notice. */
@Controller
@RequestMapping("/desk/{number}/remarks")
@PreAuthorize("hasRole('CLERK')")
class RemarkPages {

    private static final String FORM = "/form/";

    private final Intake intake;
    private final Catalogs catalogs;

    RemarkPages(Intake intake, Catalogs catalogs) {
        this.intake = intake;
        this.catalogs = catalogs;
    }

    @GetMapping
    ModelAndView remarks(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        return dossier.application().status().allows(IntakeAct.CHECK)
                ? page(dossier, dossier.application().remarks(), List.of())
                : new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
    }

    @PostMapping
    ModelAndView remark(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        Map<String, String> written = written(request);
        Map<String, String> before = dossier.application().remarks();
        written.entrySet().removeIf(one -> one.getValue().strip().equals(before.getOrDefault(one.getKey(), "")));
        try {
            if (!written.isEmpty()) {
                intake.remark(number, written, actor);
            }
        } catch (Problem.InvalidInput wrong) {
            List<Link> errors = wrong.faults().stream()
                    .map(fault ->
                            new Link(fault.message(), "#r-" + fault.pointer().split("/", -1)[2]))
                    .toList();
            ModelAndView again = page(dossier, written(request), errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        redirect.addFlashAttribute("notice", Notice.success("写明的问题已保存，出具一次性告知书时一并告知。"));
        return new ModelAndView("redirect:" + DossierBar.Place.MATERIALS.of(number));
    }

    /** By code of the field. */
    private static Map<String, String> written(HttpServletRequest request) {
        return PreReviewPages.remarks(request).entrySet().stream()
                .filter(remark -> remark.getKey().startsWith(FORM))
                .collect(Collectors.toMap(remark -> remark.getKey().substring(FORM.length()), Map.Entry::getValue));
    }

    private ModelAndView page(Dossier dossier, Map<String, String> remarks, List<Link> errors) {
        PreReview written = new PreReview(
                null,
                remarks.entrySet().stream()
                        .map(remark -> new PreReview.Remark(FORM + remark.getKey(), remark.getValue()))
                        .toList());
        RemarksView view = new RemarksView(
                DossierBar.of(dossier, DossierBar.Place.REMARKS),
                PreReviewView.groups(dossier, catalogs.at(dossier.application().edition()), written),
                dossier.application().isNoticed(),
                errors,
                dossier.application().version());
        return new ModelAndView("intake/remarks", "view", view);
    }
}
