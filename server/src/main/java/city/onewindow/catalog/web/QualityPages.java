package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.search.CatalogSearch;
import city.onewindow.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the linter finds in the published catalog, for everybody to read: the centre doesn't hide what it has yet to mend. */
@Controller
@PreAuthorize("permitAll()")
class QualityPages {

    private static final int SIZE = 20;
    private static final List<String> KEEPERS = Stream.of(Role.LIAISON, Role.LEAD_DEPARTMENT, Role.MANAGER)
            .map(Role::name)
            .toList();

    private final Quality quality;
    private final CatalogSearch search;
    private final Clock clock;

    QualityPages(Quality quality, CatalogSearch search, Clock clock) {
        this.quality = quality;
        this.search = search;
        this.clock = clock;
    }

    @GetMapping("/quality")
    String quality(
            FindingFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("quality", QualityView.of(quality.report(), filter, number, SIZE, clock.getZone()));
        model.addAttribute("score", search.score());
        // Who keeps content finds his way from here to the waiver.
        model.addAttribute("keeper", KEEPERS.stream().anyMatch(request::isUserInRole));
        return "catalog/quality";
    }
}
