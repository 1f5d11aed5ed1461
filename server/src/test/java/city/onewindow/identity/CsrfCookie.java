package city.onewindow.identity;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a form's token as a browser would: in the cookie, and masked in the form. Spring Security's own {@code csrf()} would
 * put a session in the place of the cookie, for the whole house and every test after it.
 */
public final class CsrfCookie {

    private static final String TOKEN = "0b7c6a52-5d3e-4f0a-9c39-2f1a7f1d8e55";

    private CsrfCookie() {}

    public static RequestPostProcessor csrf() {
        return CsrfCookie::addTo;
    }

    private static MockHttpServletRequest addTo(MockHttpServletRequest request) {
        request.setCookies(new Cookie("XSRF-TOKEN", TOKEN));
        request.setParameter("_csrf", masked());
        return request;
    }

    /** Some bytes, then the token's bytes mixed with them; here the bytes are zeros, which mix nothing in. */
    private static String masked() {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[2 * token.length];
        System.arraycopy(token, 0, both, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
