package city.onewindow.catalog.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes the language that is read along in an address, for who follows it has another browser, in which nobody chose one. */
final class ReadIn {

    private ReadIn() {}

    /** @param of path and query of a page */
    static String language(Locale locale, String of) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return UriComponentsBuilder.fromUriString(of)
                .replaceQueryParam("lang", english ? List.of("en") : List.of())
                .build()
                .toUriString();
    }
}
