package city.onewindow.window.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.window.filing.Difference;
import city.onewindow.window.filing.Differences;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingUploads;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Target;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The annexes of the reader's department: what to fill in, what was filed, and the way in for a file. */
@Controller
class AnnexPages {

    private static final int ROWS = 20;

    private final Catalogs catalogs;
    private final Filings filings;
    private final FilingUploads uploads;
    private final Rounds rounds;
    private final Differences differences;
    private final Clock clock;

    AnnexPages(
            Catalogs catalogs,
            Filings filings,
            FilingUploads uploads,
            Rounds rounds,
            Differences differences,
            Clock clock) {
        this.catalogs = catalogs;
        this.filings = filings;
        this.uploads = uploads;
        this.rounds = rounds;
        this.differences = differences;
        this.clock = clock;
    }

    @GetMapping("/annexes")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
    String annexes(Model model, @RequestParam(required = false) @Nullable Long after, Actor actor) {
        return page(model, after, "", List.of(), actor);
    }

    /** @param target number of the annex and code of what it is about, 2-scjg */
    @PostMapping("/annexes/filings")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
    String upload(
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String target,
            @RequestParam MultipartFile file,
            Actor actor) {
        try {
            Target chosen = Target.chosen(catalogs.current(), target);
            SentFile sent = new SentFile(file);
            long filing = uploads.upload(chosen.annex(), chosen.code(), sent.name(), sent.spooled(), actor);
            return "redirect:/annexes/filings/" + filing;
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, null, target, wrong.faults(), actor);
        }
    }

    private String page(Model model, @Nullable Long after, String target, List<Fault> faults, Actor actor) {
        Catalog catalog = catalogs.current();
        model.addAttribute("downloads", downloads(catalog, actor));
        Round round = rounds.current().orElse(null);
        Slice<Filing> slice = filings.list(after, ROWS, actor);
        List<Choice> targets = Target.all(catalog).stream()
                .filter(one -> one.isUploadedBy(actor))
                .sorted(Comparator.comparing(Target::annex))
                .map(one -> new Choice(one.choice(), one.title()))
                .toList();
        model.addAttribute("round", round);
        model.addAttribute("owed", owed(actor));
        model.addAttribute(
                "overdue", round == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(round.due(), LocalDate.now(clock))));
        List<Difference> differing = differences.concerning(actor);
        model.addAttribute("differing", differing.size());
        model.addAttribute("differences", DifferenceLine.some(differing, catalog));
        model.addAttribute("mayFile", round != null && !targets.isEmpty());
        model.addAttribute("filed", slice.items().stream().map(this::line).toList());
        model.addAttribute("first", after == null);
        model.addAttribute("next", slice.next());
        model.addAttribute("above", actor.has(Role.MANAGER) || actor.has(Role.AUDITOR));
        model.addAttribute(
                "distributed",
                rounds.list(null, ROWS).items().stream()
                        .filter(one -> !one.isOpen())
                        .toList());
        model.addAttribute("fields", fields(targets, target, faults));
        return "window/annexes";
    }

    private List<OwedLine> owed(Actor actor) {
        return rounds.owed(actor).stream()
                .sorted(Comparator.comparing(owed -> owed.target().annex()))
                .map(OwedLine::of)
                .toList();
    }

    private static List<Field> fields(List<Choice> targets, String chosen, List<Fault> faults) {
        String only = targets.size() == 1 ? targets.get(0).value() : "";
        return List.of(
                Field.select("target", "报送的表", targets)
                        .required()
                        .value(chosen.isEmpty() ? only : chosen)
                        .error(Fault.at("/target", faults)),
                Field.file("file", "填好的文件")
                        .required()
                        .accept(".xlsx")
                        .hint("Excel 工作簿（.xlsx），至多 20 MB、20000 行；不要宏、公式、合并或隐藏的单元格。")
                        .error(Fault.at("/file", faults)));
    }

    private FilingLine line(Filing filing) {
        return new FilingLine(
                "/annexes/filings/" + filing.id(),
                filing.title(),
                filing.tone(),
                filing.term(),
                filing.whoName(),
                DayWords.listed(
                        (filing.filedAt() == null ? filing.begunAt() : filing.filedAt()).atZone(clock.getZone())),
                filing.counts().isEmpty() ? "—" : String.valueOf(filing.rows()));
    }

    /** The annexes that the reader may take home. */
    private static List<Target> downloads(Catalog catalog, Actor actor) {
        return Target.all(catalog).stream()
                .filter(target -> target.isSeenBy(actor))
                .sorted(Comparator.comparing(Target::annex))
                .toList();
    }
}
