package city.onewindow;

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
