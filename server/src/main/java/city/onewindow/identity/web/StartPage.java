package city.onewindow.identity.web;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever signed in to where their work is. */
@Controller
@PreAuthorize("isAuthenticated()")
class StartPage {

    @GetMapping("/start")
    String start(Actor actor) {
        // The order of the roles is the order in which an application meets them: the first one is the main work.
        Optional<Role> main = actor.roles().stream().sorted().findFirst();
        // Nobody has a role before the given password is changed.
        return "redirect:" + main.map(StartPage::pageOf).orElse("/account/password");
    }

    private static String pageOf(Role role) {
        return switch (role) {
            case CLERK -> "/desk";
            case REVIEWER, DECIDER, CERTIFIER -> "/inbox";
            case HEAD -> "/inbox?asked=true";
            case ISSUING_CLERK -> "/issuing";
            case LEAD_DEPARTMENT, MANAGER -> "/overview";
            case LIAISON -> "/revisions";
            case AUDITOR -> "/audit";
            case ADMINISTRATOR -> "/accounts";
        };
    }
}
