package city.onewindow.frame.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows every component with the words of real errands: for those who build pages, and for the tests. */
@Controller
@PreAuthorize("permitAll()")
class DesignPage {

    @GetMapping("/design")
    String design() {
        return "frame/design";
    }

    @GetMapping("/design/desk")
    String desk() {
        return "frame/design-desk";
    }
}
