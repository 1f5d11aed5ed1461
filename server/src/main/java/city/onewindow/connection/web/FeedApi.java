package city.onewindow.connection.web;

import city.onewindow.connection.Feed;
import city.onewindow.connection.FeedPage;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a department's own system reads. */
@RestController
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER')")
class FeedApi {

    private final Feed feed;

    FeedApi(Feed feed) {
        this.feed = feed;
    }

    /** What happened to the department's matters after the cursor; only for accounts of kind SYSTEM. */
    @GetMapping("/api/feed")
    FeedPage read(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return feed.read(after, Slice.size(size), actor);
    }
}
