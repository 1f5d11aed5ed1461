package city.onewindow.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.util.WebUtils;

/**
 * The self-service terminal (自助终端) of a hall is a mode of the public pages, kept in a cookie, and no pages of its own: what is
 * told there can't differ from what is told elsewhere.
 */
public final class Kiosk {

    private static final String NAME = "kiosk";
    private static final Duration YEAR = Duration.ofDays(365);

    private Kiosk() {}

    public static boolean isOn(HttpServletRequest request) {
        return request.getAttribute(NAME) != null || WebUtils.getCookie(request, NAME) != null;
    }

    /** From this answer on. A terminal comes back to its start page after each visitor, so the year never ends. */
    public static void enter(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(NAME, true);
        response.addCookie(cookie(request, YEAR));
    }

    public static void leave(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, Duration.ZERO));
    }

    private static Cookie cookie(HttpServletRequest request, Duration age) {
        Cookie cookie = new Cookie(NAME, "on");
        cookie.setPath("/");
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
