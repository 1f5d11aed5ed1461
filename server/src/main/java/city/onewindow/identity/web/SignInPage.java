package city.onewindow.identity.web;

import city.onewindow.frame.DemoAccount;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

    SignInPage(DemoAccounts demo) {
        this.demo = demo;
    }

    @ModelAttribute("demo")
    List<DemoAccount> demo() {
        return demo.enabled() ? demo.main() : List.of();
    }

    @GetMapping("/sign-in")
    String signIn(
            Model model,
            @Nullable Actor actor,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "password-changed", required = false) @Nullable String passwordChanged) {
        if (actor != null) {
            return "redirect:/start";
        }
        if (signedOut != null) {
            model.addAttribute("notice", Notice.success("您已安全退出。"));
        }
        if (passwordChanged != null) {
            model.addAttribute("notice", Notice.success("密码已修改，请用新密码登录。"));
        }
        return "identity/sign-in";
    }

    @PostMapping("/sign-in/refused")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(HttpServletRequest request, Model model, @RequestParam(defaultValue = "") String name) {
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof AuthenticationException why) {
            model.addAttribute("error", why.getMessage());
        }
        model.addAttribute("name", name);
        return "identity/sign-in";
    }
}
