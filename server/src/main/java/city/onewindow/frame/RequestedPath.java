package city.onewindow.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path that was asked for, also when the container has passed the request on to the page of an error. */
final class RequestedPath {

    private RequestedPath() {}

    static String of(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    static boolean isApi(HttpServletRequest request) {
        String path = of(request);
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Whether it lies within another website, in a frame. */
    static boolean isEmbedded(HttpServletRequest request) {
        return of(request).startsWith("/embed/");
    }
}
