package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a finding is waived, and a waiver taken back. */
@Controller
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
class WaiverPages {

    private final Waivers waivers;
    private final FoundFindings findings;
    private final Catalogs catalogs;

    WaiverPages(Waivers waivers, FoundFindings findings, Catalogs catalogs) {
        this.waivers = waivers;
        this.findings = findings;
        this.catalogs = catalogs;
    }

    /** @param revision in which it was found; null for the published catalog */
    @GetMapping("/waivers/{finding}")
    ModelAndView show(
            @PathVariable String finding, @RequestParam(required = false) @Nullable Long revision, Actor actor) {
        return page(findings.get(finding, revision, actor), revision, "", null);
    }

    @PostMapping("/waivers/{finding}")
    ModelAndView waive(
            @PathVariable String finding,
            @RequestParam(required = false) @Nullable Long revision,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        Finding found = findings.get(finding, revision, actor);
        try {
            waivers.waive(found, reason, actor);
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again =
                    page(found, revision, reason, wrong.faults().get(0).message());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        after.addFlashAttribute("notice", Notice.success("已豁免，原因在目录质量页上公开。"));
        return back(finding, revision);
    }

    @PostMapping("/waivers/{finding}/revocation")
    ModelAndView revoke(
            @PathVariable String finding,
            @RequestParam(required = false) @Nullable Long revision,
            Actor actor,
            RedirectAttributes after) {
        waivers.revoke(finding, actor);
        after.addFlashAttribute("notice", Notice.success("已撤销豁免，这一处重新列为待改。"));
        return back(finding, revision);
    }

    private ModelAndView page(Finding finding, @Nullable Long revision, String reason, @Nullable String wrong) {
        Judged judged = Judged.of(List.of(finding), waivers.holding());
        FindingLine line = judged.waived().isEmpty()
                ? FindingLine.of(finding, catalogs.current())
                : FindingLine.of(judged.waived().get(0), catalogs.current());
        Field field = Field.area("reason", "为什么可以这样")
                .required()
                .hint("10 至 500 字，写明依据或者办到哪一步了；会连同您的姓名公开。错处的字一改，豁免就不再管用。")
                .value(reason)
                .error(wrong);
        return new ModelAndView("catalog/waiver")
                .addObject("line", line)
                .addObject("field", field)
                .addObject("why", finding.rule().why())
                .addObject("revision", Objects.toString(revision, ""));
    }

    private static ModelAndView back(String finding, @Nullable Long revision) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/waivers/{finding}");
        if (revision != null) {
            address.queryParam("revision", revision);
        }
        return new ModelAndView(
                "redirect:" + address.encode().buildAndExpand(finding).toUriString());
    }
}
