package city.onewindow.window.filing;

import city.onewindow.catalog.revision.ManyRevisions;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of one department's annex 2 share: its table, with nothing filed and nothing underway. */
abstract class OwnItemsHouseTest extends FilingHouseTest {

    static final String DEPARTMENT = "sbzx";
    static final Actor LIAISON = liaison(DEPARTMENT);

    @Autowired
    Revisions revisions;

    @Autowired
    ManyRevisions many;

    Target own = new Target(Annex.DEPARTMENT, "", "", "");
    AnnexSheet sheet = new AnnexSheet("", "", List.of(), List.of(), List.of(), "");

    @BeforeEach
    void nothingUnderway() {
        own = target(Annex.DEPARTMENT, DEPARTMENT);
        returned(own);
        many.withdraw(many.open(DEPARTMENT).values(), LIAISON);
        sheet = sheet(own);
    }
}
