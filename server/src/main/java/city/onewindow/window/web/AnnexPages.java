package city.onewindow.window.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.window.Annex;
import city.onewindow.window.WindowList;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Target;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int ROWS = 20;

    private final Catalogs catalogs;
    private final Filings filings;
    private final Rounds rounds;
    private final Clock clock;

    AnnexPages(Catalogs catalogs, Filings filings, Rounds rounds, Clock clock) {
        this.catalogs = catalogs;
        this.filings = filings;
        this.rounds = rounds;
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
            return "redirect:/annexes/filings/" + taken(target, file, actor);
        } catch (Problem.InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, null, target, wrong.faults(), actor);
        }
    }

    private long taken(String target, MultipartFile file, Actor actor) {
        String[] parts = target.split("-", 2);
        if (parts.length < 2 || !parts[0].matches("[1-3]")) {
            throw new Problem.InvalidInput("/target", "请选择报送的是哪一张表。");
        }
        Path spooled = spooled(file);
        try {
            String name = file.getOriginalFilename();
            return filings.upload(
                    Annex.numbered(Integer.parseInt(parts[0])), parts[1], name == null ? "" : name, spooled, actor);
        } catch (RuntimeException refused) {
            spooled.toFile().delete();
            throw refused;
        }
    }

    private static Path spooled(MultipartFile file) {
        try {
            Path spooled = Files.createTempFile("annex", ".xlsx");
            file.transferTo(spooled);
            return spooled;
        } catch (IOException full) {
            throw new UncheckedIOException("An upload can't be put aside", full);
        }
    }

    private String page(Model model, @Nullable Long after, String target, List<Fault> faults, Actor actor) {
        Catalog catalog = catalogs.current();
        downloads(model, catalog, actor);
        Round round = rounds.current().orElse(null);
        Slice<Filing> slice = filings.list(after, ROWS, actor);
        List<Choice> targets = Target.all(catalog).stream()
                .filter(one -> one.isFiledBy(actor))
                .sorted(Comparator.comparing(Target::annex))
                .map(one -> new Choice(
                        one.annex().number() + "-" + one.code(),
                        "附件" + one.annex().number() + "　" + one.name()))
                .toList();
        model.addAttribute("round", round);
        model.addAttribute("asked", rounds.asked(actor));
        model.addAttribute("mayFile", round != null && !targets.isEmpty());
        model.addAttribute("filed", slice.items().stream().map(this::line).toList());
        model.addAttribute("first", after == null);
        model.addAttribute("next", slice.next());
        model.addAttribute("above", actor.has(Role.MANAGER) || actor.has(Role.AUDITOR));
        model.addAttribute(
                "distributed",
                rounds.list().stream().filter(one -> !one.isOpen()).toList());
        model.addAttribute("fields", fields(targets, target, faults));
        return "window/annexes";
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
                filing.status().tone(),
                filing.status().term(),
                filing.whoName(),
                TIME.format((filing.filedAt() == null ? filing.begunAt() : filing.filedAt()).atZone(clock.getZone())),
                filing.counts().isEmpty() ? "—" : String.valueOf(filing.rows()));
    }

    private static void downloads(Model model, Catalog catalog, Actor actor) {
        model.addAttribute(
                "oneThings",
                catalog.oneThings().stream()
                        .filter(thing -> AnnexFiles.mayHave(AnnexFiles.leadOf(catalog, thing.window()), actor))
                        .toList());
        model.addAttribute(
                "departments",
                catalog.departments().stream()
                        .filter(department -> AnnexFiles.mayHave(department.code(), actor))
                        .filter(department -> catalog.items().stream()
                                .anyMatch(item -> item.department().equals(department.code())))
                        .toList());
        model.addAttribute(
                "windows",
                catalog.windows().stream()
                        .filter(window -> AnnexFiles.mayHave(window.leadDepartment(), actor))
                        .filter(window ->
                                !WindowList.of(catalog, window.code()).items().isEmpty())
                        .toList());
    }
}
