package city.onewindow.catalog.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How it works, for people and for programs. */
@Controller
@PreAuthorize("permitAll()")
class HelpPages {

    @GetMapping("/help")
    String help() {
        return "catalog/help";
    }

    @GetMapping("/help/api")
    String api() {
        return "catalog/help-api";
    }
}
