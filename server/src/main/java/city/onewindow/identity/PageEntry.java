package city.onewindow.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Leads whoever must sign in to the page for it; an address that no page has is told as such, for it is mostly a visitor's slip. A piece of a page that htmx asks for can't be replaced by a whole page:
 * there the browser is told to go.
 */
final class PageEntry implements AuthenticationEntryPoint {

    static final String SIGN_IN = "/sign-in";

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
        String target = request.getContextPath() + SIGN_IN;
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
}
