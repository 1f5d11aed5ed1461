package city.onewindow.catalog.revision.web;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who keep an item: the liaison of its department, who leads its window, the centre. */
abstract class KeepersHouseTest extends HouseTest {

    static final String COPIED = "公章刻制备案";
    static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Revisions revisions;

    /** Of something new that they begin. */
    final String name = "测试事项" + UUID.randomUUID().toString().substring(0, 8);

    Actor liaison = CENTRE;
    Actor lead = CENTRE;

    @BeforeEach
    void parties() {
        Item item = catalogs.current().itemNamed(COPIED).orElseThrow();
        liaison = SignedInAs.actor("the-liaison", item.department(), null, Role.LIAISON);
        lead = SignedInAs.actor(
                "the-lead",
                catalogs.current().window(item.homeWindow()).orElseThrow().leadDepartment(),
                null,
                Role.LEAD_DEPARTMENT);
    }
}
