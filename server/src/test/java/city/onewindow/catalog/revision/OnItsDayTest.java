package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("到了生效的那一天")
class OnItsDayTest extends HouseTest {

    private static final String ITEM = "公章刻制备案";
    private static final String NEW = "法定代表人到场（新规定）";
    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);
    private static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    Revisions revisions;

    @Autowired
    Publication publication;

    private final Map<String, String> before = new HashMap<>();

    private Revision agreed(Map<String, String> cells) {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, LIAISON);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        Map<String, String> own = new HashMap<>(begun.rows().of("items.csv").get(0));
        cells.keySet().forEach(column -> before.putIfAbsent(column, own.getOrDefault(column, "")));
        own.putAll(cells);
        rows.put("items.csv", List.of(own));
        revisions.save(begun.id(), rows, begun.saves(), LIAISON);
        revisions.submit(begun.id(), null, LIAISON);
        return revisions.approve(begun.id(), null, LEAD);
    }

    /** Other tests read the item as it is shipped. */
    @AfterEach
    void asItWas() {
        revisions.publish(agreed(before).id(), null, CENTRE);
    }

    private void everywhere(Matcher<String> said) throws Exception {
        String code = catalogs.current().itemNamed(ITEM).orElseThrow().code();
        for (String page :
                List.of("/items/" + code, "/items/" + code + "/notice", "/api/items/" + code, "/merge?item=" + code)) {
            mvc.perform(get(page)).andExpect(content().string(said));
        }
    }

    @Test
    @DisplayName("前一天哪里都是旧的，到那天指南、告知单、合办的指南和接口一起变；没有人动手")
    void everywhereAtOnce() throws Exception {
        LocalDate day = LocalDate.now(clock).plusDays(2);
        Revision scheduled =
                revisions.schedule(agreed(Map.of("conditions", NEW)).id(), null, day, CENTRE);
        clock.set(day.minusDays(1).atTime(23, 59).atZone(clock.getZone()));
        publication.publishDue();
        everywhere(Matchers.not(containsString(NEW)));

        clock.set(day.atTime(0, 0).atZone(clock.getZone()));
        publication.publishDue();
        everywhere(containsString(NEW));
        assertThat(revisions.view(scheduled.id(), CENTRE).history())
                .last()
                .satisfies(last -> assertThat(last.remark()).contains("自动发布"));
    }
}
