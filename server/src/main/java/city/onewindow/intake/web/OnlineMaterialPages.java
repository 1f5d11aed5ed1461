package city.onewindow.intake.web;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.frame.Notice;
import city.onewindow.frame.SentFile;
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

    OnlineMaterialPages(OnlineApplications online) {
        this.online = online;
    }

    @GetMapping("/materials")
    ModelAndView materials(
            @PathVariable String number, @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened) {
        Dossier dossier = online.dossier(opened);
        if (!dossier.application().status().allows(IntakeAct.ATTACH)) {
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(number));
        }
        return new ModelAndView(
                "intake/online-materials",
                "view",
                new OnlineMaterials(
                        OnlineBar.of(dossier, OnlineBar.Place.MATERIALS),
                        BroughtMaterial.of(
                                dossier, online.preReview(opened), OnlineBar.Place.HOME.of(number) + "/files/"),
                        BroughtMaterial.names(dossier, MergedMaterial.Origin.FORM),
                        BroughtMaterial.names(dossier, MergedMaterial.Origin.FETCHED),
                        dossier.application().version()));
    }

    /** Attaches what was chosen, and takes off what was to be dropped. */
    @PostMapping("/materials/{key}")
    String attach(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam(name = "at-version") long version,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable UUID drop,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Versions.mustMatch(online.dossier(opened), version);
        List<Upload> sent = SentFile.chosen(file).stream().map(SentFile::upload).toList();
        try {
            if (drop != null) {
                online.detach(opened, key, drop);
                redirect.addFlashAttribute("notice", Notice.success("已去掉。"));
            } else if (sent.isEmpty()) {
                redirect.addFlashAttribute("notice", Notice.warning("还没有选文件。请先选照片或文件，再上传。"));
            } else {
                online.attach(opened, key, sent, request.getRemoteAddr());
                redirect.addFlashAttribute("notice", Notice.success("已上传 " + sent.size() + " 个文件。"));
            }
        } catch (Problem.InvalidInput wrong) {
            redirect.addFlashAttribute(
                    "notice", Notice.error("没有收下。" + wrong.faults().get(0).message()));
        }
        return "redirect:" + OnlineBar.Place.MATERIALS.of(number) + "#m-"
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    @GetMapping("/files/{id}")
    ResponseEntity<InputStreamResource> read(
            @PathVariable String number,
            @PathVariable String id,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened) {
        return FileAnswer.of(online.file(opened, id));
    }
}
