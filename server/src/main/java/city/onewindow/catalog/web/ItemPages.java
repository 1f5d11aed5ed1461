package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalogs;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of all items, by department. */
@Controller
@PreAuthorize("permitAll()")
class ItemPages {

    private static final int SIZE = 20;

    private final Catalogs catalogs;

    ItemPages(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @GetMapping("/items")
    String items(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        // The name "page" in the model is the frame's.
        model.addAttribute("list", ItemsView.of(catalogs.current(), words, department, number, SIZE));
        return "catalog/items";
    }
}
