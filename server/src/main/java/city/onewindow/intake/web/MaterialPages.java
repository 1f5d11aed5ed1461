package city.onewindow.intake.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.Way;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The third of the three pages: each material by its review points, kept as it is dealt with. */
@Controller
@RequestMapping("/desk/{number}/materials")
@PreAuthorize("hasRole('CLERK')")
class MaterialPages {

    private final Intake intake;
    private final MaterialsPage page;
    private final Uploads uploads;

    MaterialPages(Intake intake, MaterialsPage page, Uploads uploads) {
        this.intake = intake;
        this.page = page;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView materials(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        if (!dossier.application().status().allows(IntakeAct.CHECK)) {
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        }
        return page.show(dossier, actor);
    }

    /** What a row sends. */
    record Row(
            @Nullable Way way,
            @Nullable List<Integer> point,
            @Nullable String all,
            @Nullable String remark,
            @Nullable List<UUID> taken,
            @Nullable UUID drop,
            @Nullable List<MultipartFile> file) {}

    @PostMapping("/{key}")
    ModelAndView check(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam(name = "at-version") long version,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece,
            Row sent,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier before = intake.dossier(number, actor);
        MergedMaterial material =
                before.merge().material(key).orElseThrow(() -> new Problem.NotFound("这件申请不需要这份材料。请刷新页面。"));
        boolean supplying = before.application().status() == ApplicationStatus.ACCEPTED;
        if (!piece && before.application().version() != version) {
            return late(before, material, supplying, redirect);
        }
        Versions.mustMatch(before, version);
        CheckedMaterial tried = read(material, sent, List.of(), before);
        try {
            List<UUID> arrived = uploads.take(sent.file(), number, actor);
            tried = read(material, sent, arrived, before);
            Dossier after = intake.check(number, tried, actor);
            if (supplying) {
                redirect.addFlashAttribute("notice", Notice.success("「" + material.name() + "」已补交。"));
                return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
            }
            return piece
                    ? page.changed(after, page.rows(after, false).row(material, null, List.of()), actor)
                    : new ModelAndView("redirect:" + DossierBar.Place.MATERIALS.of(number) + "#m-"
                            + URLEncoder.encode(key, StandardCharsets.UTF_8));
        } catch (Problem.InvalidInput wrong) {
            List<String> errors = wrong.faults().stream().map(Fault::message).toList();
            MaterialRow row = page.rows(before, supplying).row(material, tried, errors);
            if (supplying) {
                redirect.addFlashAttribute("notice", Notice.error(String.join("", errors)));
                return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
            }
            return piece ? page.changed(before, row, actor) : page.show(before, row, actor);
        }
    }

    /** A whole page that comes twice, for its first answer was lost, or after somebody else: it is led to what stands now. */
    private ModelAndView late(Dossier before, MergedMaterial material, boolean supplying, RedirectAttributes redirect) {
        CheckedMaterial kept = before.application().materials().get(material.key());
        boolean taken = supplying && kept != null && kept.way().isInHand();
        redirect.addFlashAttribute(
                "notice",
                taken
                        ? Notice.success("「" + material.name() + "」已经补交，不用再交。")
                        : Notice.warning(
                                Versions.CHANGED + "下面是最新内容：「" + material.name() + "」刚才的核验已经在上面的，不用再办；不在的，请再办一次。"));
        return new ModelAndView("redirect:"
                + (supplying ? DossierBar.Place.RESULT : DossierBar.Place.MATERIALS)
                        .of(before.application().number()));
    }

    private static CheckedMaterial read(MergedMaterial material, Row sent, List<UUID> arrived, Dossier before) {
        Set<UUID> files = new LinkedHashSet<>(sent.taken() == null ? List.of() : sent.taken());
        if (sent.drop() != null) {
            files.remove(sent.drop());
        }
        files.addAll(arrived);
        List<Integer> points = sent.all() != null
                ? IntStream.range(0, material.reviewPoints().size()).boxed().toList()
                : sent.point() == null ? List.of() : sent.point();
        Way usual = before.usualWayOf(material);
        Way way = sent.way() == null || sent.all() != null && !sent.way().isInHand() ? usual : sent.way();
        return new CheckedMaterial(
                material.key(),
                arrived.isEmpty() ? way : Way.FILE,
                points,
                sent.remark() == null ? "" : sent.remark(),
                new ArrayList<>(files));
    }
}
