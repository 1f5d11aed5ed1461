package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the finding that somebody wants to waive again: only what is really found can be. */
@Component
class FoundFindings {

    private final Quality quality;
    private final Revisions revisions;

    FoundFindings(Quality quality, Revisions revisions) {
        this.quality = quality;
        this.revisions = revisions;
    }

    /**
     * @param revision in which it was found; null for the published catalog
     * @throws Problem.NotFound if it isn't found there, or the revision is none of the actor's business
     */
    Finding get(String key, @Nullable Long revision, Actor actor) {
        return (revision == null ? published() : of(revision, actor))
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("没有标识为“" + key + "”的发现，也许已经改好了。请从目录质量的清单重新进入。"));
    }

    private Stream<Finding> published() {
        Judged judged = quality.report().judged();
        return Stream.concat(judged.open().stream(), judged.waived().stream().map(Judged.Waived::finding));
    }

    private Stream<Finding> of(long id, Actor actor) {
        var view = revisions.view(id, actor);
        Revision revision = view.revision();
        return revision.kind().findings(revision.key(), view.draft().content()).stream();
    }
}
