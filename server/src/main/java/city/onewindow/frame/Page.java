package city.onewindow.frame;

import city.onewindow.kernel.Centre;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;

/** What every template gets as {@code page}: the reader's language and size of type, who they are, where they are. */
public final class Page {

    private final HttpServletRequest request;
    private final Messages messages;
    private final List<NavEntry> entries;
    private final ResourceUrlProvider assets;
    private final Centre centre;
    private final @Nullable Notice notice;
    private @Nullable List<Entry> desk;

    Page(
            HttpServletRequest request,
            Messages messages,
            List<NavEntry> entries,
            ResourceUrlProvider assets,
            Centre centre,
            @Nullable Notice notice) {
        this.request = request;
        this.messages = messages;
        this.entries = entries;
        this.assets = assets;
        this.centre = centre;
        this.notice = notice;
    }

    /** The text of a key in the reader's language, see {@link Messages#t}. */
    public String t(String key, Object... values) {
        return messages.t(key, values);
    }

    /** All texts in the reader's language, for what is put into words outside of templates. */
    public Messages messages() {
        return messages;
    }

    public boolean has(String key) {
        return messages.has(key);
    }

    /** zh or en. */
    public String language() {
        return messages.language();
    }

    /** The value of the html element's lang attribute. */
    public String languageTag() {
        return messages.isEnglish() ? "en" : "zh-CN";
    }

    /** The lang attribute of what exists in Chinese only, see {@link Messages#chinese}. */
    public @Nullable String chinese() {
        return messages.chinese();
    }

    /** The lang attribute of words in which Chinese may stand on an English page, see {@link Messages#spoken}. */
    public @Nullable String spoken(String text) {
        return messages.spoken(text);
    }

    /** The lang attribute of the frame's own words within what exists in Chinese only; null where the page is Chinese anyway. */
    public @Nullable String ownLanguage() {
        return messages.isEnglish() ? languageTag() : null;
    }

    /** 大字版. */
    public boolean isLarge() {
        return TypeSize.of(request).equals(TypeSize.LARGE);
    }

    /** 自助终端. */
    public boolean isKiosk() {
        return Kiosk.isOn(request);
    }

    /**
     * Where the code lies by which a terminal's visitor takes this page along on his telephone: of the terminal's own start
     * page the home page, for a telephone is no terminal.
     */
    public String takeAwayCode() {
        return UriComponentsBuilder.fromPath("/kiosk/code")
                .queryParam("of", "{of}")
                .encode()
                .buildAndExpand(path().equals("/kiosk") ? "/" : with("lang", ""))
                .toUriString();
    }

    /** Where the service centre is, in Chinese; empty if nobody has said it. */
    public String address() {
        return centre.address();
    }

    /** Name of the service centre, in the page's language. */
    public String centre() {
        return messages.isEnglish() ? centre.nameEn() : centre.name();
    }

    /** The path of the page, without the query. */
    public String path() {
        return RequestedPath.of(request);
    }

    /** This page's address with one parameter of the query set, or taken away if the value is empty. */
    public String with(String parameter, Object value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path());
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> address.queryParam(name, (Object[]) values));
        }
        String text = String.valueOf(value);
        return address.replaceQueryParam(parameter, text.isEmpty() ? List.of() : List.of(text))
                .build()
                .encode()
                .toUriString();
    }

    /** The address of a static file with its content's hash in it, so that browsers may keep it for a year. */
    public String asset(String path) {
        String hashed = assets.getForLookupPath(path);
        return hashed == null ? path : hashed;
    }

    /** Null while nobody is signed in. */
    public @Nullable Viewer viewer() {
        return Viewer.of(request);
    }

    /** The entries of the public pages. */
    public List<Entry> openNavigation() {
        return entries.stream().filter(NavEntry::isOpen).map(this::shown).toList();
    }

    /** The entries of the staff's pages that the signed-in person may follow; what waits there is counted once a page. */
    public List<Entry> deskNavigation() {
        List<Entry> known = desk;
        if (known == null) {
            known = entries.stream()
                    .filter(entry -> !entry.isOpen() && entry.roles().stream().anyMatch(request::isUserInRole))
                    .map(this::shown)
                    .toList();
            desk = known;
        }
        return known;
    }

    /** Null where the request carries none. Asking makes the token, and perhaps a session: ask in forms only. */
    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    public @Nullable Notice notice() {
        return notice;
    }

    /**
     * An entry of the navigation as this page shows it.
     *
     * @param waiting how much waits there for the reader
     */
    public record Entry(String text, String path, boolean current, long waiting) {}

    private Entry shown(NavEntry entry) {
        return new Entry(
                t(entry.key()),
                entry.path(),
                entry.leadsTo(path()),
                entry.waiting().getAsLong());
    }
}
