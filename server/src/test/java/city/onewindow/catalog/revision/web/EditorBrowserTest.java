package city.onewindow.catalog.revision.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the editor need in a browser: what it says of saving, and an end to what they published. */
abstract class EditorBrowserTest extends BrowserTest {

    static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Revisions revisions;

    /** Says that all is saved; absent while something isn't. */
    static Locator saved(Page page) {
        return page.locator("#saved [data-saved]");
    }

    /** Nobody can apply for what was published any more: other tests look at all that can be applied for. */
    static final Map<String, String> TAKEN_BACK = Map.of("status", "取消");

    /**
     * Publishes a change of one row.
     *
     * @param file in whose only row the cells stand
     * @param agreed given the number of the revision, has those agree who must
     */
    void publish(
            Revision.Kind kind,
            String name,
            String file,
            Map<String, String> cells,
            Actor keeper,
            LongConsumer agreed) {
        Revision end = revisions.begin(kind, name, keeper);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(end.rows().rows());
        Map<String, String> own = new HashMap<>(end.rows().of(file).get(0));
        own.putAll(cells);
        rows.put(file, List.of(own));
        revisions.save(end.id(), rows, end.saves(), keeper);
        revisions.submit(end.id(), null, keeper);
        agreed.accept(end.id());
        assertThat(revisions.publish(end.id(), null, CENTRE).status()).isEqualTo(RevisionStatus.PUBLISHED);
    }
}
