package city.onewindow.catalog.revision;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ImportHouse;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A house of its own for the content, and those who keep it. */
abstract class RevisionsHouseTest extends HouseTest {

    static final String ITEM = "公章刻制备案";
    static final String ERRAND = "企业开办一件事";
    static final Actor CENTRE = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);

    ImportHouse house;
    Catalogs catalogs;
    Revisions revisions;

    @BeforeEach
    void open(@Autowired Environment settings) {
        house = ImportHouse.open(jdbc, settings);
        catalogs = house.catalogs();
        catalogs.importShipped();
        revisions = house.bean(Revisions.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    Item item() {
        return catalogs.current().itemNamed(ITEM).orElseThrow();
    }

    static Actor liaison(String department) {
        return new Actor(department + "-liaison", department + "联络员", Set.of(Role.LIAISON), department, null);
    }

    Actor liaison() {
        return liaison(item().department());
    }

    Actor lead() {
        String lead =
                catalogs.current().window(item().homeWindow()).orElseThrow().leadDepartment();
        return lead(lead);
    }

    static Actor lead(String department) {
        return new Actor("lead-" + department, "牵头岗", Set.of(Role.LEAD_DEPARTMENT), department, null);
    }

    /** The rows with one cell of the record's own row changed. */
    static Map<String, List<Map<String, String>>> with(
            Revision revision, String file, int row, String column, String value) {
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(revision.rows().rows());
        List<Map<String, String>> list = new ArrayList<>(revision.rows().of(file));
        Map<String, String> cells = new HashMap<>(list.get(row));
        cells.put(column, value);
        list.set(row, cells);
        rows.put(file, list);
        return rows;
    }

    Revision changed(String column, String value) {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        return revisions.save(begun.id(), with(begun, "items.csv", 0, column, value), begun.saves(), liaison());
    }
}
