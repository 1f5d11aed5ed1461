package city.onewindow.intake.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Messages;
import city.onewindow.frame.Notice;
import city.onewindow.frame.SentFile;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.FileAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The materials in the applicant's own browser: photos and files for each, and what was said of them. */
@Controller
@RequestMapping(OnlineSession.ENTRY + "/{number}")
@PreAuthorize("permitAll()")
class OnlineMaterialPages {

    private final OnlineApplications online;
    private final Catalogs catalogs;
    private final Bundles bundles;

    OnlineMaterialPages(OnlineApplications online, Catalogs catalogs, Bundles bundles) {
        this.online = online;
        this.catalogs = catalogs;
        this.bundles = bundles;
    }

    @GetMapping("/materials")
    ModelAndView materials(
            @PathVariable String number,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            Locale locale) {
        Dossier dossier = online.dossier(opened);
        if (!dossier.application().status().allows(IntakeAct.ATTACH)) {
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(number));
        }
        ReaderWords words = ReaderWords.of(
                bundles.in(locale), catalogs.at(dossier.application().edition()));
        return new ModelAndView(
                "intake/online-materials",
                "view",
                new OnlineMaterials(
                        OnlineBar.of(dossier, OnlineBar.Place.MATERIALS, words),
                        words.names(),
                        dossier.application().status() == ApplicationStatus.AMENDING,
                        BroughtMaterial.of(
                                dossier, online.preReview(opened), OnlineBar.Place.HOME.of(number) + "/files/", words),
                        words.joined(BroughtMaterial.names(dossier, MergedMaterial.Origin.FORM)),
                        words.joined(BroughtMaterial.names(dossier, MergedMaterial.Origin.FETCHED)),
                        dossier.application().version()));
    }

    /** Attaches what was chosen, and takes off what was to be dropped. What became of it stands at the material, for there the browser goes. */
    @PostMapping("/materials/{key}")
    String attach(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam(name = "at-version") long version,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable UUID drop,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        Versions.mustMatch(online.dossier(opened), version);
        List<Upload> sent = SentFile.chosen(file).stream().map(SentFile::upload).toList();
        redirect.addFlashAttribute(
                "told", new OnlineMaterials.Told(key, changed(opened, key, sent, drop, request, bundles.in(locale))));
        return "redirect:" + OnlineBar.Place.MATERIALS.of(number) + "#m-"
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private Notice changed(
            OpenedApplication opened,
            String key,
            List<Upload> sent,
            @Nullable UUID drop,
            HttpServletRequest request,
            Messages texts) {
        try {
            if (drop != null) {
                online.detach(opened, key, drop);
                return Notice.success(texts.t("online.materials.dropped"));
            }
            if (sent.isEmpty()) {
                return Notice.warning(texts.t("online.materials.none"));
            }
            online.attach(opened, key, sent, request.getRemoteAddr());
            return Notice.success(texts.t("online.materials.kept", sent.size()));
        } catch (Problem.InvalidInput wrong) {
            return ReaderWords.refused(
                    texts,
                    texts.t("online.materials.refused"),
                    wrong.faults().get(0).message());
        }
    }

    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> read(
            @PathVariable String number,
            @PathVariable String id,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened) {
        return FileAnswer.of(online.file(opened, id));
    }
}
