package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.NewApplication;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.window.WindowList;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** The first of the three pages: pick the errand, answer its questions, say whose application it is. */
@Controller
@RequestMapping("/desk")
@PreAuthorize("hasRole('CLERK')")
class ErrandPages {

    private final Intake intake;
    private final Catalogs catalogs;
    private final Bundles bundles;
    private final boolean demo;

    ErrandPages(Intake intake, Catalogs catalogs, Bundles bundles, DemoAccounts demo) {
        this.intake = intake;
        this.catalogs = catalogs;
        this.bundles = bundles;
        this.demo = demo.enabled();
    }

    @GetMapping("/new")
    ModelAndView blank(@RequestParam(defaultValue = "") String thing, Actor actor) {
        return whole(page(actor).show(ErrandForm.blank(thing), List.of()));
    }

    /** Posted, not got, for it carries what was typed about the applicant. */
    @PostMapping("/new/preview")
    ModelAndView preview(HttpServletRequest request, Actor actor) {
        return piece(page(actor).show(ErrandForm.read(request.getParameterMap()), List.of()));
    }

    @PostMapping("/new/check")
    ModelAndView check(HttpServletRequest request, @RequestParam(name = "keep", defaultValue = "") Set<String> inputs) {
        Map<String, String> wrong = ErrandPage.touched(ErrandForm.read(request.getParameterMap()), inputs);
        return new ModelAndView("intake/kept", "kept", Kept.checked(wrong));
    }

    @PostMapping("/new")
    ModelAndView begin(HttpServletRequest request, @RequestParam(defaultValue = "") String refresh, Actor actor) {
        ErrandForm form = ErrandForm.read(request.getParameterMap());
        ErrandPage page = page(actor);
        if (!refresh.isEmpty()) {
            return whole(page.show(form, List.of()));
        }
        try {
            Dossier begun = intake.begin(checked(form, page), actor, new IdempotencyKey(form.key()));
            return new ModelAndView(
                    "redirect:" + DossierBar.Place.FORM.of(begun.application().number()));
        } catch (Problem.InvalidInput wrong) {
            return refused(page.show(form, wrong.faults()));
        }
    }

    @GetMapping("/{number}/errand")
    ModelAndView revise(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        if (!dossier.application().status().allows(IntakeAct.FILL)) {
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        }
        return whole(page(dossier, actor).show(ErrandForm.of(dossier.application()), List.of()));
    }

    @PostMapping("/{number}/errand/preview")
    ModelAndView revisedPreview(@PathVariable String number, HttpServletRequest request, Actor actor) {
        ErrandPage page = page(intake.dossier(number, actor), actor);
        return piece(page.show(ErrandForm.read(request.getParameterMap()), List.of()));
    }

    @PostMapping("/{number}/errand")
    ModelAndView revised(
            @PathVariable String number,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String refresh,
            RedirectAttributes redirect,
            Actor actor) {
        ErrandForm form = ErrandForm.read(request.getParameterMap());
        ErrandPage page = page(intake.dossier(number, actor), actor);
        if (!refresh.isEmpty()) {
            return whole(page.show(form, List.of()));
        }
        try {
            intake.revise(number, checked(form, page), actor);
            redirect.addFlashAttribute("notice", Notice.success("事项和申请人已修改，一表和材料已随之更新。"));
            return new ModelAndView("redirect:" + DossierBar.Place.FORM.of(number));
        } catch (Problem.InvalidInput wrong) {
            return refused(page.show(form, wrong.faults()));
        }
    }

    private ErrandPage page(Actor actor) {
        Catalog catalog = catalogs.current();
        WindowList list = WindowList.of(catalog, ErrandPage.windowOf(actor));
        return new ErrandPage(catalog, list, "/desk/new", null, Map.of(), demo, words(catalog));
    }

    private ErrandPage page(Dossier dossier, Actor actor) {
        DossierBar bar = DossierBar.of(dossier, DossierBar.Place.ERRAND);
        Catalog catalog = catalogs.at(dossier.application().edition());
        return new ErrandPage(
                catalog,
                WindowList.of(catalog, catalogs.current(), ErrandPage.windowOf(actor)),
                DossierBar.Place.ERRAND.of(bar.number()),
                bar,
                dossier.application().form().texts(),
                demo,
                words(catalog));
    }

    private ReaderWords words(Catalog catalog) {
        return ReaderWords.of(bundles.in(Locale.CHINA), catalog);
    }

    /** @throws Problem.InvalidInput with everything that is wrong, of the choice and of the applicant */
    private static NewApplication checked(ErrandForm form, ErrandPage page) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> answers = form.answers();
        try {
            answers = page.errand(form).answers();
        } catch (Problem.InvalidInput wrong) {
            faults.addAll(wrong.faults());
        }
        NewApplication application = form.application(answers);
        faults.addAll(application.applicant().faults());
        Problem.InvalidInput.refuse(faults);
        return application;
    }

    private static ModelAndView whole(ErrandView view) {
        return new ModelAndView("intake/errand", "view", view);
    }

    private static ModelAndView refused(ErrandView view) {
        ModelAndView page = whole(view);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView piece(ErrandView view) {
        return new ModelAndView("intake/errand-changed", "view", view);
    }
}
