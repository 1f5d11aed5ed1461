package city.onewindow.catalog.revision.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.revision.web.DesignGraph.Step;
import city.onewindow.catalog.revision.web.DesignGraph.Wait;
import city.onewindow.catalog.web.FlowPicture;
import city.onewindow.catalog.web.FlowStep.Bond;
import city.onewindow.catalog.web.Guides;
import city.onewindow.catalog.web.Words;
import city.onewindow.frame.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

@DisplayName("设计一件事：流程图")
class DesignGraphTest extends HouseTest {

    private static final String SEAL = "公章刻制备案";
    private static final String BANK = "银行开户预约(基本存款账户)";
    private static final String MEDICAL = "医疗保险单位参保登记";

    private static final DesignGraph.LeftOut NOTHING = new DesignGraph.LeftOut(false, 0);

    @Autowired
    Guides guides;

    private static Map<String, String> row(String item, String after, String days) {
        return Map.of("item", item, "after_items", after, "promised_days", days, "day_unit", "工作日");
    }

    private DesignGraph graph(List<Map<String, String>> rows) {
        return DesignReading.graph(rows, catalogs.current(), null, NOTHING);
    }

    private static List<String> drawn(DesignGraph graph) {
        FlowPicture picture = graph.picture(words(graph.catalog()), "始", "终");
        return picture.lines().stream()
                .filter(line -> line.from() > 0 && line.to() > 0)
                .map(line -> line.from() + "→" + line.to() + " " + line.bond())
                .toList();
    }

    private static Words words(Catalog catalog) {
        Map<String, String> texts = new HashMap<>(Map.of("frame.days.spot", "当场"));
        for (String unit : List.of("working", "natural")) {
            List.of("half", "one", "many").forEach(form -> texts.put("frame.days." + unit + "." + form, "{0} 天"));
        }
        return new Words(new Messages("zh", texts), catalog);
    }

    @Test
    @DisplayName("照各行写的画，写错的天数、不在这件事里的前置不画；还没有的事项也有一个框")
    void asTheRowsSay() {
        DesignGraph graph = graph(List.of(
                row(SEAL, "", "三天"), row(BANK, SEAL + "; 没有的事项", "9e999999"), row("新想的事项", "", ""), row("", SEAL, "")));
        assertThat(graph.steps()).extracting(Step::number).containsExactly(1, 2, 3);
        assertThat(graph.steps()).extracting(Step::promised).containsOnlyNulls();
        assertThat(graph.steps().get(2).department()).isEmpty();
        assertThat(graph.departments()).isEqualTo(2);
        assertThat(drawn(graph)).containsExactly("1→2 STATED");
        assertThat(graph.wouldRing(graph.step(2), graph.step(1))).isTrue();
        assertThat(graph.wouldRing(graph.step(1), graph.step(3))).isFalse();
    }

    @Test
    @DisplayName("成环的先后画成红线，别的照画；自己等自己也说得出来")
    void rings() {
        DesignGraph graph = graph(List.of(row(SEAL, MEDICAL, "1"), row(BANK, SEAL, "1"), row(MEDICAL, SEAL, "1")));
        assertThat(graph.ring()).containsExactly(SEAL, MEDICAL);
        assertThat(drawn(graph)).containsExactlyInAnyOrder("1→2 STATED", "1→3 RING", "3→1 RING");
        assertThat(graph(List.of(row(SEAL, SEAL, "1"))).ring()).containsExactly(SEAL);
    }

    @Test
    @DisplayName("每一件已有的一件事都画得出：写明的每条先后一条线，自动排的不与写明的重复，粗线就是最长的一条")
    void everyOneThing() {
        Catalog catalog = catalogs.current();
        for (OneThing thing : catalog.oneThings()) {
            List<Map<String, String>> rows =
                    new RowWriter(catalog.content()).oneThing(thing, "").of(Sections.MEMBERS);
            var guide = guides.ofDraft(catalog, thing, new LinkedMultiValueMap<>(), "");
            DesignGraph graph = DesignReading.graph(rows, catalog, guide.isNothing() ? null : guide, NOTHING);
            assertThat(graph.steps()).as(thing.name()).hasSameSizeAs(thing.members());
            assertThat(graph.ring()).as(thing.name()).isEmpty();
            assertThat(graph.edges())
                    .as(thing.name())
                    .isEqualTo(thing.members().stream()
                            .mapToInt(member -> member.after().size())
                            .sum());
            List<String> drawn = drawn(graph);
            assertThat(drawn)
                    .as(thing.name())
                    .hasSize(graph.edges() + found(graph))
                    .doesNotHaveDuplicates();
            if (!guide.isNothing()) {
                assertThat(graph.steps().stream().filter(Step::critical).map(Step::item))
                        .containsExactlyInAnyOrderElementsOf(guide.promised().items());
            }
        }
    }

    @Test
    @DisplayName("没有写明、但材料要用前一项结果的，自动排在后面，画成虚线；反着写明的以写明的为准，不会成环")
    void found() {
        Catalog catalog = catalogs.current();
        OneThing thing = catalog.oneThingByCode("qykb").orElseThrow();
        DesignGraph graph = reordered(thing, Map.of());
        assertThat(found(graph)).isPositive();
        assertThat(drawn(graph)).hasSize(found(graph)).allMatch(line -> line.endsWith("FOUND"));
        Wait wait = graph.steps().stream()
                .flatMap(step -> step.waits().stream())
                .findFirst()
                .orElseThrow();
        Step waiting = graph.steps().stream()
                .filter(step -> step.waits().contains(wait))
                .findFirst()
                .orElseThrow();
        DesignGraph turned = reordered(thing, Map.of(wait.item(), waiting.item()));
        assertThat(turned.ring()).isEmpty();
        assertThat(drawn(turned))
                .contains(waiting.number() + "→" + wait.number() + " STATED")
                .doesNotContain(wait.number() + "→" + waiting.number() + " FOUND");
    }

    /** The one-thing with no order but this one: by item, the one before it. */
    private DesignGraph reordered(OneThing thing, Map<String, String> before) {
        List<Member> members = thing.members().stream()
                .map(member -> new Member(
                        member.item(),
                        before.containsKey(member.item()) ? List.of(before.get(member.item())) : List.of(),
                        member.seq(),
                        member.optional(),
                        member.choiceGroup(),
                        member.terms()))
                .toList();
        OneThing other = new OneThing(
                thing.code(),
                thing.name(),
                thing.window(),
                thing.audience(),
                thing.lifeEvent(),
                members,
                thing.questions(),
                thing.effects());
        Catalog catalog = catalogs.current();
        return DesignReading.graph(
                new RowWriter(catalog.content()).oneThing(other, "").of(Sections.MEMBERS),
                catalog,
                guides.ofDraft(catalog, other, new LinkedMultiValueMap<>(), ""),
                NOTHING);
    }

    private static int found(DesignGraph graph) {
        return (int) graph.steps().stream()
                .flatMap(step -> step.waits().stream())
                .filter(wait -> wait.bond() == Bond.FOUND)
                .count();
    }
}
