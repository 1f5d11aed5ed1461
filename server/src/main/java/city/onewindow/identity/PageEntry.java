package city.onewindow.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Leads whoever must sign in to the page for it, which says so if something was sent that isn't done now; an address that no page
 * has is told as such, for it is mostly a visitor's slip. A piece of a page that htmx asks for can't be replaced by a whole page:
 * there the browser is told to go.
 */
final class PageEntry implements AuthenticationEntryPoint {

    static final String SIGN_IN = "/sign-in";

    private static final String NOT_DONE = "?not-done";

    private final RequestMappingHandlerMapping pages;

    PageEntry(RequestMappingHandlerMapping pages) {
        this.pages = pages;
    }

    static boolean isPiece(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!exists(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        String target = request.getContextPath() + SIGN_IN + (isRead(request) ? "" : NOT_DONE);
        if (isPiece(request)) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(target);
        }
    }

    boolean exists(HttpServletRequest request) {
        try {
            return pages.getHandler(request) != null;
        } catch (Exception otherMethodOrType) {
            return true;
        }
    }

    /** Whether there is a whole page at this address: also where a form was sent to, for that is mostly where it stood. */
    boolean isPage(HttpServletRequest request) {
        try {
            return !isPiece(request) && pages.getHandler(asked(request)) != null;
        } catch (Exception otherMethodOrType) {
            return isRead(request);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod());
    }

    /** The same as if its page were asked for. */
    private static HttpServletRequest asked(HttpServletRequest sent) {
        return new HttpServletRequestWrapper(sent) {
            @Override
            public String getMethod() {
                return HttpMethod.GET.name();
            }
        };
    }
}
