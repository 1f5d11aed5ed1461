package city.onewindow.frame;

import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a page answers what somebody does on it: what was done is told on the next page, what was refused on the page itself. A handler asks for it. */
public record ActAnswer(Model model, HttpServletResponse response, RedirectAttributes redirect) {

    /**
     * @param act does it, and says what was done
     * @param next path of the page after it
     * @param again makes the page anew where a wrong input or a slower hand was refused; names its view
     * @return the view
     */
    public String to(Supplier<String> act, String next, Supplier<String> again) {
        try {
            redirect.addFlashAttribute("notice", Notice.success(act.get()));
            return "redirect:" + next;
        } catch (Problem.InvalidInput | Problem.Conflict refused) {
            response.setStatus(Failure.status(refused));
            model.addAttribute("notice", Notice.refused(refused));
            return again.get();
        }
    }
}
