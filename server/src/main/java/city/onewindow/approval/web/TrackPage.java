package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.approval.Timeline;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a case, or what is to become one, is getting on, for whoever holds its number and query code. */
@Controller
@PreAuthorize("permitAll()")
class TrackPage {

    private final Cases cases;
    private final Reception reception;
    private final Deferrals deferrals;

    TrackPage(Cases cases, Reception reception, Deferrals deferrals) {
        this.cases = cases;
        this.reception = reception;
        this.deferrals = deferrals;
    }

    @GetMapping("/track")
    String ask(Model model, @RequestParam(defaultValue = "") String number) {
        return page(model, number, "", false);
    }

    /** The code comes in the body and not in the address, so that no log keeps it. */
    @PostMapping("/track")
    String track(
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code) {
        Optional<ApplicationSummary> application = reception.track(number, code);
        model.addAttribute("application", application.orElse(null));
        if (application.isPresent()) {
            return page(model, number, code, false);
        }
        try {
            Timeline timeline = cases.track(number, code);
            model.addAttribute("timeline", timeline);
            model.addAttribute("deferrals", deferrals(timeline));
            return page(model, number, code, false);
        } catch (Problem.NotFound unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page(model, number, code, true);
        }
    }

    /** What the applicant still owes; a case that has ended waits for nothing. */
    private List<Deferral> deferrals(Timeline timeline) {
        return timeline.file().isClosed()
                ? List.of()
                : deferrals.open(timeline.file().number());
    }

    private static String page(Model model, String number, String code, boolean refused) {
        model.addAttribute("number", number);
        model.addAttribute("code", code);
        model.addAttribute("refused", refused);
        return "approval/track";
    }
}
