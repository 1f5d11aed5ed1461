package city.onewindow.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads to the page that was wanted, else to one's work; who must change the password first would be refused either, and is led there. */
final class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String WORK = "/start";
    private static final String PASSWORD = "/account/password";

    private final RequestCache wanted;

    AfterSignIn(RequestCache wanted) {
        this.wanted = wanted;
        setRequestCache(wanted);
        setDefaultTargetUrl(WORK);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        if (signedIn.getPrincipal() instanceof SignedIn principal && principal.mustChangePassword()) {
            wanted.removeRequest(request, response);
            getRedirectStrategy().sendRedirect(request, response, PASSWORD);
            return;
        }
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
