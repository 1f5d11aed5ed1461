package city.onewindow.identity.web;

import city.onewindow.frame.Bundles;
import city.onewindow.frame.DemoAccount;
import city.onewindow.frame.Kiosk;
import city.onewindow.frame.Messages;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.NameLocked;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where staff sign in; the form goes to Spring Security, which comes back here with whoever it refused. */
@Controller
@PreAuthorize("permitAll()")
class SignInPage {

    private final DemoAccounts demo;
    private final Bundles bundles;

    SignInPage(DemoAccounts demo, Bundles bundles) {
        this.demo = demo;
        this.bundles = bundles;
    }

    @ModelAttribute("demo")
    List<DemoAccount> demo() {
        return demo.enabled() ? demo.main() : List.of();
    }

    @GetMapping("/sign-in")
    String signIn(
            Model model,
            HttpServletRequest request,
            @Nullable Actor actor,
            Locale locale,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "password-changed", required = false) @Nullable String passwordChanged,
            @RequestParam(name = "not-done", required = false) @Nullable String notDone) {
        if (Kiosk.isOn(request)) {
            return "redirect:/kiosk";
        }
        if (actor != null) {
            return "redirect:/start";
        }
        if (signedOut != null) {
            model.addAttribute("notice", Notice.success(bundles.in(locale).t("identity.signed-out")));
        }
        if (passwordChanged != null) {
            model.addAttribute("notice", Notice.success(bundles.in(locale).t("identity.password-changed")));
        }
        if (notDone != null) {
            model.addAttribute("notice", Notice.warning(bundles.in(locale).t("identity.not-done")));
        }
        return "identity/sign-in";
    }

    @PostMapping("/sign-in/refused")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(
            HttpServletRequest request, Model model, Locale locale, @RequestParam(defaultValue = "") String name) {
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof AuthenticationException why) {
            model.addAttribute("error", words(why, bundles.in(locale)));
        }
        model.addAttribute("name", name);
        return "identity/sign-in";
    }

    /** One answer to whatever else is wrong: {@link NameLocked} alone may be told apart. */
    private static String words(AuthenticationException why, Messages texts) {
        return why instanceof NameLocked locked
                ? texts.t("identity.sign-in.locked", NameLocked.AFTER, locked.until())
                : texts.t("identity.sign-in.wrong", NameLocked.AFTER, NameLocked.MINUTES);
    }
}
