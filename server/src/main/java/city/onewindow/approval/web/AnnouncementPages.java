package city.onewindow.approval.web;

import city.onewindow.approval.AnnouncedHearing;
import city.onewindow.approval.HearingAnnouncements;
import city.onewindow.catalog.Catalogs;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** 听证公告: hearings to come, for everybody, as a page and over HTTP. */
@Controller
@PreAuthorize("permitAll()")
class AnnouncementPages {

    private final HearingAnnouncements announcements;
    private final Catalogs catalogs;

    AnnouncementPages(HearingAnnouncements announcements, Catalogs catalogs) {
        this.announcements = announcements;
        this.catalogs = catalogs;
    }

    /** @param hearings the next first */
    record ToCome(List<AnnouncedHearing> hearings) {}

    @GetMapping("/hearings")
    String page(Model model) {
        model.addAttribute("catalog", catalogs.current());
        model.addAttribute("hearings", announcements.toCome());
        return "approval/announcements";
    }

    @GetMapping("/api/hearings")
    @ResponseBody
    ToCome hearings() {
        return new ToCome(announcements.toCome());
    }
}
