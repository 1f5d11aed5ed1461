package city.onewindow.identity;

import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets the walk over all handlers ask what the security configuration opens. */
public final class OpenPaths {

    private OpenPaths() {}

    public static boolean isOpen(String path) {
        return Stream.of(path.startsWith("/api/") ? PublicPaths.API : PublicPaths.PAGES)
                .anyMatch(open -> PathPatternParser.defaultInstance.parse(open).matches(PathContainer.parsePath(path)));
    }
}
