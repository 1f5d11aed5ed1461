package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Kiosk;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.PublicAddress;
import city.onewindow.notice.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a self-service terminal (自助终端) starts, and comes back to after each visitor. Opening it puts the browser into that mode. */
@Controller
@PreAuthorize("permitAll()")
class KioskPages {

    /** In bytes. Beyond it the squares of a code are too fine for a telephone before a screen. */
    private static final int LONGEST_ADDRESS = 1000;

    private final Catalogs catalogs;
    private final PublicAddress address;

    KioskPages(Catalogs catalogs, PublicAddress address) {
        this.catalogs = catalogs;
        this.address = address;
    }

    /** @throws Problem.Conflict for staff: a terminal must have no session that the next visitor could find */
    @GetMapping("/kiosk")
    String start(HttpServletRequest request, HttpServletResponse response, @Nullable Actor staff, Model model) {
        if (staff != null) {
            throw new Problem.Conflict("这个浏览器里有工作人员登录着，不能作自助终端。请先退出登录，再打开本页。");
        }
        Kiosk.enter(request, response);
        model.addAttribute("home", HomeView.of(catalogs.current()));
        return "catalog/kiosk";
    }

    /** For whoever looks after the terminal. No page of a terminal leads here, or a visitor would end what guards the next one. */
    @GetMapping(path = "/kiosk", params = "leave")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        Kiosk.leave(request, response);
        return "redirect:/";
    }

    /**
     * The public address of a page as a code, in the language that is read.
     *
     * @param of path and query of the page
     */
    @GetMapping(path = "/kiosk/code", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    byte[] code(@RequestParam String of, Locale locale) {
        if (!of.startsWith("/")
                || of.startsWith("//")
                || of.getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS) {
            throw new Problem.InvalidInput("/of", "of 应为本站一页的路径，以 / 开头，不超过 " + LONGEST_ADDRESS + " 个字节（一个汉字算 3 个）。");
        }
        return QrCode.png(address.of(ReadIn.language(locale, of)));
    }
}
