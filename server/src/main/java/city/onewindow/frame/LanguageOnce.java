package city.onewindow.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Lets an address say the language of what is shown within another website, for that request alone: whoever reads that website has chosen
 * no language here, and what is shown there sets no cookie.
 */
final class LanguageOnce implements HandlerInterceptor {

    private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.CHINA, "en", Locale.ENGLISH);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter("lang");
        Locale language = asked == null ? null : LANGUAGES.get(asked);
        if (language != null) {
            request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, language);
        }
        return true;
    }
}
