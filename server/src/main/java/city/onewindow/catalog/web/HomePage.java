package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalogs;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is wanted, found by search, by whom it is for and by what has happened in life. */
@Controller
@PreAuthorize("permitAll()")
class HomePage {

    private final Catalogs catalogs;

    HomePage(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("home", HomeView.of(catalogs.current()));
        return "catalog/home";
    }
}
