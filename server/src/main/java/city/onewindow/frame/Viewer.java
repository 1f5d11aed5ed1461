package city.onewindow.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as the page greets them. Identity puts it onto each request; without it the sign-in name is
 * shown.
 *
 * @param name 李敏
 * @param place where they work: 3 号窗口, 市公安局; empty if unknown
 */
public record Viewer(String name, String place) {

    private static final String ATTRIBUTE = Viewer.class.getName();

    public void greetOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static @Nullable Viewer of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return null;
        }
        return request.getAttribute(ATTRIBUTE) instanceof Viewer viewer ? viewer : new Viewer(principal.getName(), "");
    }
}
