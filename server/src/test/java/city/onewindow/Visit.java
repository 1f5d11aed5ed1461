package city.onewindow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One example of a page, looked at by {@link EveryPageIsAccessibleTest}.
 *
 * @param route the page's own; empty for a wrong address
 * @param account who looks; empty for anybody
 * @param status what it answers with
 */
record Visit(String route, String account, String path, int status) {

    private static final String ANYBODY = "";

    /**
     * Answers that are no page: files, a way on, a piece of a page. {@code /error} shows what the wrong addresses below do. What an
     * applicant has open online is looked at where it is opened, in PreReviewInBrowserTest.
     */
    static final Set<String> NO_PAGES = Set.of(
            "/desk/{number}/files/{id}",
            "/desk/{number}/declaration",
            "/desk/{number}/letter-of-authority",
            "/online/{number}",
            "/online/{number}/form",
            "/online/{number}/materials",
            "/online/{number}/files/{id}",
            "/issuing/{number}/pick-up-notice",
            "/slips/{id}/paper",
            "/slip-bundles/{bundle}/paper",
            "/matters/{number}/{item}/files/{id}",
            "/cases/{number}/results/{id}",
            "/documents/{code}/pdf",
            "/documents/{code}/ofd",
            "/things/{code}/guide.pdf",
            "/items/{code}/guide.pdf",
            "/merge/guide.pdf",
            "/things/{code}/notice.pdf",
            "/items/{code}/notice.pdf",
            "/merge/notice.pdf",
            "/things/{code}/letter-of-authority.pdf",
            "/items/{code}/letter-of-authority.pdf",
            "/merge/letter-of-authority.pdf",
            "/things/{code}/materials/{key}/{paper:blank|example}",
            "/items/{code}/materials/{key}/{paper:blank|example}",
            "/merge/materials/{key}/{paper:blank|example}",
            "/revisions/{id}/forms/{digest}",
            "/search/suggestions",
            "/kiosk/code",
            "/annexes/{annex:[123]}.zip",
            "/annexes/{annex:[123]}/{code}",
            "/annexes/filings/{id}/progress",
            "/annexes/filings/{id}/annotated",
            "/annexes/rounds/{id}/merged",
            "/start",
            "/error");

    /** @param document verify code of one */
    static List<Visit> ofAnybody(String document) {
        return List.of(
                Visit.of(ANYBODY, "/"),
                Visit.of("/things/{code}", ANYBODY, "/things/qykb"),
                Visit.of("/things/{code}/notice", ANYBODY, "/things/qykb/notice"),
                Visit.of("/things/{code}/embed", ANYBODY, "/things/qykb/embed"),
                Visit.of("/embed/things/{code}", ANYBODY, "/embed/things/qykb"),
                Visit.of(ANYBODY, "/items"),
                Visit.of("/items/{code}", ANYBODY, "/items/qysldj"),
                Visit.of("/items/{code}/notice", ANYBODY, "/items/qysldj/notice"),
                Visit.of("/items/{code}/embed", ANYBODY, "/items/qysldj/embed"),
                Visit.of("/embed/items/{code}", ANYBODY, "/embed/items/qysldj"),
                Visit.of(ANYBODY, "/merge"),
                Visit.of("/merge", ANYBODY, "/merge?item=qysldj&item=gzkzba"),
                Visit.of("/merge/notice", ANYBODY, "/merge/notice?item=qysldj&item=gzkzba"),
                Visit.of(ANYBODY, "/search"),
                Visit.of(ANYBODY, "/quality"),
                Visit.of(ANYBODY, "/quality/lists"),
                Visit.of(ANYBODY, "/help"),
                Visit.of(ANYBODY, "/help/api"),
                Visit.of(ANYBODY, "/track"),
                Visit.of(ANYBODY, "/hearings"),
                Visit.of(ANYBODY, "/online"),
                Visit.of("/online/new", ANYBODY, "/online/new?thing=qykb"),
                Visit.of("/online", ANYBODY, "/online?lang=en"),
                Visit.of("/online/new", ANYBODY, "/online/new?thing=qykb&lang=en"),
                Visit.of("/track", ANYBODY, "/track?lang=zh"),
                Visit.of(ANYBODY, "/documents"),
                Visit.of("/documents/{code}", ANYBODY, "/documents/" + document),
                Visit.of(ANYBODY, "/sign-in"),
                Visit.of(ANYBODY, "/design"),
                Visit.of(ANYBODY, "/design/desk"),
                new Visit("", ANYBODY, "/things/nothing", 404),
                new Visit("", ANYBODY, "/embed/things/nothing", 404),
                new Visit("/documents/{code}", ANYBODY, "/documents/AAAA-AAAA-AAAA-AAAA", 404),
                // Last: from there on this visitor's browser is a terminal.
                Visit.of(ANYBODY, "/kiosk"));
    }

    /** The routes of all pages that there are. */
    static Set<String> pages(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("city.onewindow."))
                .map(Map.Entry::getKey)
                .filter(Visit::isRead)
                .flatMap(each -> each.getPatternValues().stream())
                .filter(route -> !route.startsWith("/api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    static Visit of(String account, String path) {
        return of(path, account, path);
    }

    static Visit of(String route, String account, String path) {
        return new Visit(route, account, path, 200);
    }
}
