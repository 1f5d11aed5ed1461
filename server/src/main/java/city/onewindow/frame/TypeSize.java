package city.onewindow.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Remembers 大字版: {@code ?type=large} or {@code ?type=normal} on any page, kept in a cookie for a year. */
final class TypeSize implements HandlerInterceptor {

    static final String LARGE = "large";
    private static final String NORMAL = "normal";
    private static final String NAME = "type";

    static String of(HttpServletRequest request) {
        String asked = request.getParameter(NAME);
        if (LARGE.equals(asked) || NORMAL.equals(asked)) {
            return asked;
        }
        Cookie kept = WebUtils.getCookie(request, NAME);
        return kept != null && kept.getValue().equals(LARGE) ? LARGE : NORMAL;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(NAME) != null) {
            Cookie cookie = new Cookie(NAME, of(request));
            cookie.setPath("/");
            cookie.setMaxAge(365 * 24 * 60 * 60);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        return true;
    }
}
