package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.window.filing.Difference;
import city.onewindow.window.filing.Differences;
import city.onewindow.window.filing.RollUp;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.web.DifferenceLine;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether the tables of a round add up. All their rows are read for it, so the round's page fetches it after it is shown. */
@Controller
class RollUpPages {

    private final Rounds rounds;
    private final Differences differences;
    private final Catalogs catalogs;

    RollUpPages(Rounds rounds, Differences differences, Catalogs catalogs) {
        this.rounds = rounds;
        this.differences = differences;
        this.catalogs = catalogs;
    }

    @GetMapping("/annexes/rounds/{id}/roll-up")
    @PreAuthorize(RoundPages.WATCHERS)
    String rollUp(Model model, @PathVariable long id, Actor actor) {
        Round round = rounds.get(id);
        RollUp rollUp = rounds.rollUp(round);
        List<Difference> differing = differences.of(round);
        model.addAttribute("round", round);
        model.addAttribute("rollUp", rollUp);
        model.addAttribute("gains", RoundFigures.gains(rollUp, rounds.standings(round)));
        model.addAttribute("differing", differing.size());
        model.addAttribute("differences", DifferenceLine.some(differing, catalogs.current()));
        return "window/roll-up";
    }
}
