package city.onewindow.identity.web;

import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.OwnPassword;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody changes their own password, and must before the first work with a given one. */
@Controller
@PreAuthorize("isAuthenticated()")
class PasswordPage {

    private final OwnPassword ownPassword;

    PasswordPage(OwnPassword ownPassword) {
        this.ownPassword = ownPassword;
    }

    @GetMapping("/account/password")
    String show(Model model, Actor actor) {
        if (actor.roles().isEmpty()) {
            model.addAttribute("notice", Notice.info("这是管理员给您的初始密码。请先改成自己的密码，再开始工作。"));
        }
        return page(model, List.of());
    }

    @PostMapping("/account/password")
    String change(
            Model model,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String oldPassword,
            @RequestParam String newPassword,
            @RequestParam String repeated)
            throws ServletException {
        try {
            if (!newPassword.equals(repeated)) {
                throw new Problem.InvalidInput("/repeated", "两次输入的新密码不一致，请重新输入。");
            }
            ownPassword.change(actor, oldPassword, newPassword);
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, wrong.faults());
        }
        request.logout();
        return "redirect:/sign-in?password-changed";
    }

    private static String page(Model model, List<Fault> faults) {
        List<Field> fields = new ArrayList<>();
        fields.add(secret("oldPassword", "原密码", "current-password", faults));
        fields.add(secret("newPassword", "新密码", "new-password", faults)
                .hint("至少 10 个字符，包含字母、数字、其他符号中的两类，不含登录名。一句只有您知道的话最好记。"));
        fields.add(secret("repeated", "再输一遍新密码", "new-password", faults));
        model.addAttribute("fields", fields);
        return "identity/password";
    }

    private static Field secret(String name, String label, String autocomplete, List<Fault> faults) {
        return Field.of(Field.Kind.SECRET, name, label)
                .required()
                .autocomplete(autocomplete)
                .error(Fault.at("/" + name, faults));
    }
}
