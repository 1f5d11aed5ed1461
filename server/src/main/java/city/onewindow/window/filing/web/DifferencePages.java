package city.onewindow.window.filing.web;

import city.onewindow.window.filing.Differences;
import city.onewindow.window.filing.Round;
import city.onewindow.window.web.DifferenceLine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the windows' lists, as they were distributed last, differ from the guides: part of the report on quality, for everybody. */
@Controller
@PreAuthorize("permitAll()")
class DifferencePages {

    private static final int SIZE = 20;

    private final Differences differences;
    private final Clock clock;

    DifferencePages(Differences differences, Clock clock) {
        this.differences = differences;
        this.clock = clock;
    }

    @GetMapping("/quality/lists")
    String lists(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        Differences.Published published = differences.published();
        int total = published.differences().size();
        int page = Math.max(1, Math.min(number, (total + SIZE - 1) / SIZE));
        List<DifferenceLine> lines = published.differences().stream()
                .skip((long) (page - 1) * SIZE)
                .limit(SIZE)
                .map(difference -> DifferenceLine.of(difference, published.catalog()))
                .toList();
        Round round = published.round();
        Instant distributed = round == null ? null : round.distributedAt();
        model.addAttribute("round", round == null ? "" : round.name());
        model.addAttribute(
                "day",
                distributed == null
                        ? ""
                        : distributed.atZone(clock.getZone()).toLocalDate().toString());
        model.addAttribute("edition", published.catalog().edition());
        model.addAttribute("lists", published.lists());
        model.addAttribute("lines", lines);
        model.addAttribute("number", page);
        model.addAttribute("size", SIZE);
        model.addAttribute("total", total);
        return "window/quality-lists";
    }
}
