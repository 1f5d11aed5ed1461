package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Messages;
import city.onewindow.frame.Notice;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    private final Tracker tracker;
    private final TrackedPapers papers;
    private final Catalogs catalogs;
    private final Bundles bundles;

    TrackPage(Tracker tracker, TrackedPapers papers, Catalogs catalogs, Bundles bundles) {
        this.tracker = tracker;
        this.papers = papers;
        this.catalogs = catalogs;
        this.bundles = bundles;
    }

    @GetMapping("/track")
    String ask(Model model, @RequestParam(defaultValue = "") String number) {
        return page(model, number, "", "");
    }

    /** The code comes in the body and not in the address, so that no log keeps it. */
    @PostMapping("/track")
    String track(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Locale locale) {
        try {
            Tracker.Tracked tracked = tracker.find(number, code, request.getRemoteAddr());
            model.addAttribute("application", tracked.application());
            model.addAttribute("demands", tracked.demands());
            model.addAttribute("timeline", tracked.timeline());
            model.addAttribute("deferrals", tracked.deferrals());
            model.addAttribute("inspections", tracked.inspections());
            model.addAttribute("hearings", tracked.hearings());
            model.addAttribute("declared", tracked.declared());
            model.addAttribute("key", UUID.randomUUID().toString());
            model.addAttribute("pickUp", tracked.pickUp());
            return page(model, number, code, "");
        } catch (Problem.InvalidInput malformed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, number, code, bundles.in(locale).t("approval.track.malformed"));
        } catch (Problem.NotFound unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page(model, number, code, bundles.in(locale).t("approval.track.unknown"));
        }
    }

    /** The applicant asks for a hearing (听证), waives it, or takes his declaration (告知承诺) back; the page then says how it stands. */
    @PostMapping("/track/act")
    String act(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam String item,
            @RequestParam Act act,
            @RequestParam String key,
            Locale locale) {
        Messages words = bundles.in(locale);
        try {
            tracker.act(act, number, code, item, new IdempotencyKey(key), request.getRemoteAddr());
            model.addAttribute("notice", Notice.success(words.t("approval.track.done." + act)));
        } catch (Problem.Conflict | Problem.InvalidInput late) {
            // What was the matter is told in Chinese, and marked so; an English page says beside it what holds always.
            List<String> why = List.of(String.valueOf(late.getMessage()));
            model.addAttribute("notice", new Notice(Tone.BAD, words.t("approval.track.late." + act), why));
        } catch (Problem.NotFound unknown) {
            // Told by the page below.
        }
        return track(model, request, response, number, code, locale);
    }

    /** 领证取件通知, as things stand now. */
    @PostMapping("/track/pick-up-notice")
    ResponseEntity<byte[]> pickUpNotice(
            HttpServletRequest request, @RequestParam String number, @RequestParam String code) {
        return papers.pickUpNotice(tracker.find(number, code, request.getRemoteAddr()));
    }

    /** 授权委托书, by which somebody else fetches the results. */
    @PostMapping("/track/letter-of-authority")
    ResponseEntity<byte[]> letterOfAuthority(
            HttpServletRequest request, @RequestParam String number, @RequestParam String code) {
        return papers.letterOfAuthority(tracker.find(number, code, request.getRemoteAddr()));
    }

    private String page(Model model, String number, String code, String refused) {
        model.addAttribute("catalog", catalogs.current());
        model.addAttribute("number", number);
        model.addAttribute("code", code);
        model.addAttribute("refused", refused);
        return "approval/track";
    }
}
