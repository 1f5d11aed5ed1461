package city.onewindow.frame.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows every component with the words of real errands: for those who build pages, and for the tests. */
@Controller
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
