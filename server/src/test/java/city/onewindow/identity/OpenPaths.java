package city.onewindow.identity;

import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Lets the walk over all handlers ask what the security configuration opens. */
public final class OpenPaths {

    private OpenPaths() {}

    public static boolean isOpen(String path) {
        return (path.startsWith("/api/")
                        ? Stream.of(
                                        Stream.of(PublicPaths.API),
                                        Stream.of(PublicPaths.API_RECKONING),
                                        Stream.of(PublicPaths.API_ONLINE))
                                .flatMap(open -> open)
                        : Stream.concat(Stream.of(PublicPaths.PAGES), Stream.of(PublicPaths.EMBEDDED)))
                .anyMatch(open -> PathPatternParser.defaultInstance.parse(open).matches(PathContainer.parsePath(path)));
    }
}
