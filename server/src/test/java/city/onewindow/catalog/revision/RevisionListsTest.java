package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.ImportReport;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("修改的查找与历次版本")
class RevisionListsTest extends RevisionsHouseTest {

    private Revision publish(String column, String value) {
        Revision saved = changed(column, value);
        revisions.submit(saved.id(), null, liaison());
        revisions.approve(saved.id(), null, lead());
        return revisions.publish(saved.id(), null, CENTRE);
    }

    @Test
    @DisplayName("每一版是谁、何时、改了什么，最新的在前；版本公布后不再变，任意改多少次都一样")
    void versions() {
        RevisionLists lists = house.bean(RevisionLists.class);
        Random random = new Random(4);
        Map<Integer, Object> seen = new HashMap<>();
        seen.put(catalogs.current().edition(), item());
        int published = 0;
        for (int step = 0; step < 12; step++) {
            Revision done = publish("phone", "0379-6300" + (1000 + random.nextInt(9000)));
            published++;
            seen.put(done.edition(), item());
            List<RecordVersion> versions = lists.versions(Revision.Kind.ITEM, ITEM);
            assertThat(versions).hasSize(published + 1);
            assertThat(versions.get(0).revision()).isEqualTo(done.id());
            assertThat(versions.get(0).edition().number()).isEqualTo(done.edition());
            assertThat(versions.get(0).number()).isEqualTo(published + 1);
            assertThat(versions.get(0).changes()).extracting(Change::column).containsExactly("phone");
            assertThat(versions.get(published).changes()).isEmpty();
            assertThat(versions.get(published).revision()).isNull();
        }
        assertThat(lists.version(Revision.Kind.ITEM, ITEM, 1)
                        .of("items.csv")
                        .get(0)
                        .get("phone"))
                .as("the first can be opened, too")
                .isNotEqualTo(item().particulars().phone());
        assertThatThrownBy(() -> lists.version(Revision.Kind.ITEM, ITEM, 99)).isInstanceOf(Problem.NotFound.class);
        seen.forEach((edition, item) ->
                assertThat(catalogs.at(edition).itemNamed(ITEM)).hasValue((Item) item));
        assertThatThrownBy(() -> lists.versions(Revision.Kind.ONE_THING, ITEM)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("再导入随附的内容，部门自己维护的事项不变")
    void importedAgain() {
        publish("phone", "0379-63005678");
        publish("conditions", "①只收这一条");
        Item kept = item();
        ImportReport report = catalogs.importFrom(Path.of("..", "content"), "admin");
        assertThat(item()).isEqualTo(kept);
        assertThat(report.notices()).anyMatch(notice -> notice.contains(ITEM) && notice.contains("没有采用"));
    }

    @Test
    @DisplayName("按名称里的字找；别的部门的找不到")
    void words() {
        RevisionLists lists = house.bean(RevisionLists.class);
        Revision begun = changed("phone", "0379-63001234");
        RevisionFilter seal = RevisionFilter.of(null, null, " 公章 ");
        assertThat(lists.list(seal, null, 20, liaison()).items())
                .extracting(Revision::id)
                .containsExactly(begun.id());
        assertThat(lists.list(RevisionFilter.of(null, null, "%"), null, 20, liaison())
                        .items())
                .isEmpty();
        assertThat(lists.list(seal, null, 20, liaison("swj")).items()).isEmpty();
        assertThat(lists.list(RevisionFilter.of(RevisionStatus.PUBLISHED, null, "公章"), null, 20, CENTRE)
                        .items())
                .isEmpty();
    }

    private List<Long> waitingFor(Actor actor) {
        RevisionFilter waiting = RevisionFilter.of(null, null, "").onlyWaiting(true);
        return house.bean(RevisionLists.class).list(waiting, null, 20, actor).items().stream()
                .map(Revision::id)
                .toList();
    }

    @Test
    @DisplayName("等谁办：窗口牵头部门、还没确认的配合部门、被退回的起草部门、最后是中心")
    void whoIsNext() {
        Revision item = changed("phone", "0379-63001234");
        assertThat(waitingFor(lead())).isEmpty();
        revisions.submit(item.id(), null, liaison());
        assertThat(waitingFor(lead())).containsExactly(item.id());
        assertThat(waitingFor(liaison())).isEmpty();
        revisions.giveBack(item.id(), "请核对", lead());
        assertThat(waitingFor(liaison())).containsExactly(item.id());
        revisions.submit(item.id(), null, liaison());
        revisions.approve(item.id(), null, lead());
        assertThat(waitingFor(CENTRE)).containsExactly(item.id());
        revisions.publish(item.id(), null, CENTRE);
        assertThat(waitingFor(CENTRE)).isEmpty();

        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        Actor lead =
                lead(catalogs.current().window(errand.window()).orElseThrow().leadDepartment());
        Revision thing = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        revisions.submit(thing.id(), null, lead);
        Actor first = liaison(thing.cooperating().get(0));
        Actor second = liaison(thing.cooperating().get(1));
        revisions.confirm(thing.id(), null, first);
        assertThat(waitingFor(first)).isEmpty();
        assertThat(waitingFor(second)).containsExactly(thing.id());
        revisions.giveBack(thing.id(), "次序不对", second);
        revisions.submit(thing.id(), null, lead);
        assertThat(waitingFor(first)).containsExactly(thing.id());
    }

    @Test
    @DisplayName("要从一件事里拿掉事项，先问它的部门")
    void whoseItemIsTakenOutIsAsked() {
        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        Actor lead =
                lead(catalogs.current().window(errand.window()).orElseThrow().leadDepartment());
        Revision begun = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        String gone = "发票领用(含税务信息确认)";
        String taxes = catalogs.current().itemNamed(gone).orElseThrow().department();
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        rows.computeIfPresent(
                "one-things.csv",
                (file, members) -> members.stream()
                        .filter(member -> !taxes.equals(departmentOf(member.getOrDefault("item", ""))))
                        .toList());
        Revision saved = revisions.save(begun.id(), rows, begun.saves(), lead);
        assertThat(saved.rows().of("one-things.csv")).noneMatch(member -> gone.equals(member.get("item")));
        assertThat(saved.cooperating()).contains(taxes);
    }

    private String departmentOf(String item) {
        return catalogs.current().itemNamed(item).orElseThrow().department();
    }
}
