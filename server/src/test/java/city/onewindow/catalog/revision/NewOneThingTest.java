package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.search.CatalogSearch;
import city.onewindow.catalog.search.SearchFilter;
import city.onewindow.catalog.search.SearchHit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("新的一件事：从起草到发布")
class NewOneThingTest extends RevisionsHouseTest {

    private static final String NAME = "员工参保一件事";
    private static final String WINDOW = "企业开办综合受理窗口";
    private static final String MEDICAL = "医疗保险单位参保登记";
    private static final String SOCIAL = "企业社会保险登记";
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);
    private static final Actor OTHER = SignedInAs.actor("lead-rsj", "rsj", null, Role.LEAD_DEPARTMENT);
    private static final Actor CENTRE = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    private static NewOneThing wanted(String name) {
        return new NewOneThing(name, WINDOW, "enterprise", "企业开办与变更", "");
    }

    private static List<String> pointers(Throwable problem) {
        return ((Problem.InvalidInput) problem)
                .faults().stream().map(Fault::pointer).toList();
    }

    /** The revision's rows with two items in it, the second after the first. */
    private Map<String, List<Map<String, String>>> withItems(Revision begun) {
        OneThing known = catalogs.current().oneThingNamed("企业开办一件事").orElseThrow();
        List<Member> members = known.members().stream()
                .filter(member -> List.of(SOCIAL, MEDICAL).contains(member.item()))
                .map(member -> new Member(
                        member.item(),
                        member.item().equals(MEDICAL) ? List.of(SOCIAL) : List.of(),
                        member.item().equals(MEDICAL) ? 2 : 1,
                        false,
                        "",
                        member.terms()))
                .toList();
        OneThing filled =
                new OneThing("", NAME, known.window(), Audience.ENTERPRISE, "企业开办与变更", members, List.of(), List.of());
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        rows.put(
                "one-things.csv",
                new RowWriter(catalogs.current().content()).oneThing(filled, "").of("one-things.csv"));
        return rows;
    }

    @Test
    @DisplayName("牵头部门起草，没有事项不能提交；配合部门都确认，中心发布：有代码，搜得到，办得了")
    void fromNothingToAnErrand() {
        Revision begun = revisions.beginNew(wanted(NAME), LEAD);
        assertThat(begun.isNew()).isTrue();
        assertThat(begun.department()).isEqualTo("scjg");
        assertThat(NewOneThing.windowIn(begun.rows().rows())).isEqualTo(WINDOW);
        assertThatThrownBy(() -> revisions.submit(begun.id(), null, LEAD)).isInstanceOf(Problem.InvalidInput.class);

        Revision filled = revisions.save(begun.id(), withItems(begun), begun.saves(), LEAD);
        assertThat(filled.cooperating()).containsExactlyInAnyOrder("sbzx", "ybj");
        revisions.submit(filled.id(), null, LEAD);
        revisions.confirm(filled.id(), null, liaison("sbzx"));
        assertThatThrownBy(() -> revisions.publish(filled.id(), null, CENTRE)).isInstanceOf(Problem.Conflict.class);
        assertThat(revisions.confirm(filled.id(), null, liaison("ybj")).status())
                .isEqualTo(RevisionStatus.APPROVED);
        assertThat(catalogs.current().oneThingNamed(NAME)).isEmpty();
        revisions.publish(filled.id(), null, CENTRE);

        OneThing thing = catalogs.current().oneThingNamed(NAME).orElseThrow();
        assertThat(thing.code()).isEqualTo("ygcb");
        assertThat(thing.isOffered()).isTrue();
        assertThat(thing.lifeEvent()).isEqualTo("企业开办与变更");
        assertThat(house.bean(CatalogSearch.class).search(NAME, SearchFilter.NONE, 3))
                .extracting(SearchHit::code)
                .contains("ygcb");
        Errand errand = Errand.of(catalogs.current(), thing, Map.of());
        assertThat(errand.item(MEDICAL).orElseThrow().after()).containsExactly(SOCIAL);

        Revision again = revisions.begin(Revision.Kind.ONE_THING, NAME, LEAD);
        assertThat(again.isNew()).isFalse();
        assertThat(again.changes()).isEmpty();
    }

    @Test
    @DisplayName("每一处不对都告诉；只能放在本部门牵头的窗口")
    void whatIsWrong() {
        NewOneThing nothing = new NewOneThing(" ", "没有的窗口", "anybody", "没有的主题", "没有的一件事");
        assertThatThrownBy(() -> revisions.beginNew(nothing, LEAD))
                .satisfies(problem -> assertThat(pointers(problem))
                        .containsExactly("/name", "/window", "/audience", "/lifeEvent", "/from"));
        assertThatThrownBy(() -> revisions.beginNew(wanted(NAME), OTHER)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> revisions.beginNew(wanted(NAME), liaison("scjg")))
                .isInstanceOf(Problem.NotAllowed.class);

        Revision begun = revisions.beginNew(wanted(NAME), LEAD);
        Map<String, List<Map<String, String>>> elsewhere = withItems(begun);
        elsewhere.put(
                "one-things.csv",
                elsewhere.getOrDefault("one-things.csv", List.of()).stream()
                        .map(row -> {
                            Map<String, String> moved = new HashMap<>(row);
                            moved.put("window", "社会事务综合受理窗口");
                            return moved;
                        })
                        .toList());
        assertThatThrownBy(() -> revisions.save(begun.id(), elsewhere, begun.saves(), LEAD))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("本部门牵头的窗口");
    }

    @Test
    @DisplayName("一个名称只给一个：事项用了的、别的部门在起草的都不行；自己在起草的接着写")
    void oneNameOneRecord() {
        assertThatThrownBy(() -> revisions.beginNew(wanted(MEDICAL), LEAD))
                .satisfies(problem -> assertThat(pointers(problem)).containsExactly("/name"))
                .hasMessageContaining("已经有名为「" + MEDICAL + "」的事项");
        assertThatThrownBy(() -> revisions.beginNew(wanted("企业开办一件事"), LEAD)).hasMessageContaining("修改已有的那一个");
        Revision begun = revisions.beginNew(wanted(NAME), LEAD);
        assertThat(revisions.beginNew(wanted(NAME), LEAD).id()).isEqualTo(begun.id());
        NewOneThing same = new NewOneThing(NAME, "社会事务综合受理窗口", "person", "个人与家庭", "");
        assertThatThrownBy(() -> revisions.beginNew(same, OTHER))
                .satisfies(problem -> assertThat(pointers(problem)).containsExactly("/name"));
        assertThatThrownBy(() -> revisions.beginNew(
                        Revision.Kind.ITEM,
                        NAME,
                        NewItem.rows(NAME, "", "scjg", catalogs.current().content()),
                        liaison("scjg")))
                .satisfies(problem -> assertThat(pointers(problem)).containsExactly("/name"));
    }

    @Test
    @DisplayName("照另一件事复制：事项、问题、作用和样例都来，放在自己的窗口，没有要改正的就能提交")
    void copied() {
        NewOneThing copy = new NewOneThing(NAME, WINDOW, "enterprise", "企业开办与变更", "企业员工录用一件事");
        Revision begun = revisions.beginNew(copy, LEAD);
        OneThing from = catalogs.current().oneThingNamed("企业员工录用一件事").orElseThrow();
        assertThat(begun.rows().of("one-things.csv"))
                .hasSameSizeAs(from.members())
                .allSatisfy(
                        row -> assertThat(row).containsEntry("window", WINDOW).containsEntry("one_thing", NAME));
        assertThat(begun.rows().of("situations.csv")).hasSameSizeAs(from.questions());
        assertThat(begun.cooperating()).contains("sbzx").doesNotContain("scjg");
        assertThat(revisions.view(begun.id(), LEAD).draft().faults()).isEmpty();
        assertThat(revisions.submit(begun.id(), null, LEAD).status()).isEqualTo(RevisionStatus.SUBMITTED);
    }
}
