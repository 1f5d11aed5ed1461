package city.onewindow.intake.web;

import city.onewindow.frame.Kiosk;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which application an applicant has opened in this browser, until he leaves or the session runs out. Whoever asks for another one, or
 * has opened none, is led to where number and query code are typed. Never at a self-service terminal: the next one sits there, too.
 */
@Configuration(proxyBeanMethods = false)
class OnlineSession implements WebMvcConfigurer {

    static final String ENTRY = "/online";
    static final String OPENED = "openedApplication";

    /** Under a new session number, so that nobody who knew the old one reads along. */
    static void open(HttpServletRequest request, OpenedApplication opened) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(OPENED, opened);
    }

    static void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(OPENED);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        if (Kiosk.isOn(request)) {
                            throw new Problem.NotAllowed("自助终端是大家共用的，网上预审要填个人信息，请用自己的手机或电脑打开；也可以直接到窗口办理。");
                        }
                        return number(request).isEmpty() || isOpened(request) || led(request, response);
                    }
                })
                .addPathPatterns(ENTRY, ENTRY + "/**");
    }

    private static boolean isOpened(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(OPENED) instanceof OpenedApplication opened
                && opened.number().equals(number(request));
    }

    /** With the number, so that only the code has to be typed again. */
    private static boolean led(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String entry = UriComponentsBuilder.fromPath(ENTRY)
                .queryParam("number", "{number}")
                .build(number(request))
                .toString();
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", entry);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(entry);
        }
        return false;
    }

    private static String number(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("number") instanceof String number
                ? number
                : "";
    }
}
