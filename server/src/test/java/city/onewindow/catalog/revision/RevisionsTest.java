package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("维护事项和一件事：起草、同意、发布")
class RevisionsTest extends RevisionsHouseTest {

    @Test
    @DisplayName("联络员起草提交，牵头部门同意，中心发布：目录变了，跟着它说的一件事也变了")
    void fromDraftToEdition() {
        int before = catalogs.current().edition();
        Revision revision = changed("result_doc", "印章刻制备案回执");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        assertThat(item().terms().result()).isNotEqualTo("印章刻制备案回执");
        Revision published = revisions.publish(revision.id(), null, CENTRE);
        assertThat(published.edition())
                .isEqualTo(before + 1)
                .isEqualTo(catalogs.current().edition());
        assertThat(item().terms().result()).isEqualTo("印章刻制备案回执");
        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        assertThat(errand.members())
                .filteredOn(member -> member.item().equals(ITEM))
                .allMatch(member -> member.terms().result().equals("印章刻制备案回执"));
        assertThat(catalogs.at(before).itemNamed(ITEM).orElseThrow().terms().result())
                .isNotEqualTo("印章刻制备案回执");
        RevisionView view = revisions.view(revision.id(), CENTRE);
        assertThat(view.history())
                .extracting(RevisionEntry::act)
                .containsExactly(
                        RevisionAct.BEGIN,
                        RevisionAct.SAVE,
                        RevisionAct.SUBMIT,
                        RevisionAct.APPROVE,
                        RevisionAct.PUBLISH);
        assertThat(view.revision().changes()).extracting(Change::column).containsExactly("result_doc");
        assertThat(view.next()).isEmpty();
    }

    @Test
    @DisplayName("别的部门的联络员看不到、改不了；自己不能同意，也不能发布")
    void onlyWhoAnswersForIt() {
        Actor stranger = liaison("gjj");
        assertThatThrownBy(() -> revisions.begin(Revision.Kind.ITEM, ITEM, stranger))
                .isInstanceOf(Problem.NotAllowed.class);
        Revision revision = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        assertThatThrownBy(() -> revisions.view(revision.id(), stranger)).isInstanceOf(Problem.NotFound.class);
        revisions.submit(revision.id(), null, liaison());
        assertThatThrownBy(() -> revisions.approve(revision.id(), null, liaison()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> revisions.publish(revision.id(), null, liaison()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> revisions.publish(revision.id(), null, CENTRE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已提交");
        assertThatThrownBy(() -> revisions.save(revision.id(), Map.of(), revision.saves(), liaison()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("两个人同时改：后保存的人知道谁改了什么，先保存的不会被盖掉")
    void twoEditorsAtOnce() {
        Revision read = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        revisions.save(read.id(), with(read, "items.csv", 0, "fee", "免费"), read.saves(), liaison());
        assertThatThrownBy(() -> revisions.save(
                        read.id(), with(read, "items.csv", 0, "result_doc", "别的"), read.saves(), liaison()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("联络员")
                .hasMessageContaining("收费：“")
                .hasMessageContaining("→“免费”");
        assertThat(revisions
                        .begin(Revision.Kind.ITEM, ITEM, liaison())
                        .rows()
                        .of("items.csv")
                        .get(0))
                .containsEntry("fee", "免费");
    }

    @Test
    @DisplayName("写错了也先留着，提交时逐处告诉；退回要写原因，改好再交")
    void wrongValuesAreKeptAndTold() {
        Revision revision = changed("promised_days", "三天");
        assertThat(revisions.view(revision.id(), liaison()).draft().faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.column()).isEqualTo("promised_days");
                    assertThat(fault.message()).contains("三天", "不是数字");
                });
        assertThatThrownBy(() -> revisions.submit(revision.id(), null, liaison()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/rows/items.csv/2/promised_days"));
        Revision mended = revisions.save(
                revision.id(), with(revision, "items.csv", 0, "promised_days", "0.5"), revision.saves(), liaison());
        revisions.submit(mended.id(), null, liaison());
        assertThatThrownBy(() -> revisions.giveBack(mended.id(), " ", lead())).isInstanceOf(Problem.InvalidInput.class);
        assertThat(revisions.giveBack(mended.id(), "请写明依据", lead()).status()).isEqualTo(RevisionStatus.RETURNED);
        assertThat(revisions.submit(mended.id(), null, liaison()).status()).isEqualTo(RevisionStatus.SUBMITTED);
    }

    @Test
    @DisplayName("一件事：各配合部门都确认了才算同意；有一个退回就得改")
    void everyCooperatingDepartmentConfirms() {
        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        Actor lead =
                lead(catalogs.current().window(errand.window()).orElseThrow().leadDepartment());
        Revision revision = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        revisions.submit(revision.id(), null, lead);
        List<String> cooperating = revision.cooperating();
        assertThat(cooperating).isNotEmpty();
        revisions.giveBack(revision.id(), "次序不对", liaison(cooperating.get(0)));
        revisions.submit(revision.id(), null, lead);
        for (String department : cooperating) {
            assertThat(revisions.view(revision.id(), lead).revision().status()).isEqualTo(RevisionStatus.SUBMITTED);
            revisions.confirm(revision.id(), null, liaison(department));
        }
        assertThat(revisions.view(revision.id(), lead).revision().status()).isEqualTo(RevisionStatus.APPROVED);
    }

    @Test
    @DisplayName("新事项；停办后不再受理，老办件照旧；还在一件事里的不能停办")
    void newAndWithdrawn() {
        ContentRows copy = new RowWriter(catalogs.current().content()).item(item(), "copy");
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        copy.rows()
                .forEach((file, list) -> rows.put(
                        file,
                        list.stream()
                                .map(cells -> {
                                    Map<String, String> renamed = new HashMap<>(cells);
                                    renamed.put("item", "公章补刻备案");
                                    return renamed;
                                })
                                .toList()));
        Revision begun = revisions.beginNew(
                Revision.Kind.ITEM, "公章补刻备案", new ContentRows("copy", rows, List.of("公章补刻备案")), liaison());
        revisions.submit(begun.id(), null, liaison());
        revisions.approve(begun.id(), null, lead());
        revisions.publish(begun.id(), null, CENTRE);
        assertThat(catalogs.current().items()).extracting(Item::name).contains("公章补刻备案");

        Revision end = revisions.begin(Revision.Kind.ITEM, "公章补刻备案", liaison());
        end = revisions.save(end.id(), with(end, "items.csv", 0, "status", "取消"), end.saves(), liaison());
        revisions.submit(end.id(), null, liaison());
        revisions.approve(end.id(), null, lead());
        revisions.publish(end.id(), null, CENTRE);
        assertThat(catalogs.current().items()).extracting(Item::name).doesNotContain("公章补刻备案");
        assertThat(catalogs.current().itemNamed("公章补刻备案")).isPresent();

        Revision needed = changed("status", "取消");
        assertThat(revisions.view(needed.id(), liaison()).draft().faults()).anySatisfy(fault -> {
            assertThat(fault.message()).contains("还在“" + ERRAND + "”中").doesNotContain("已载入的内容");
            assertThat(fault.column()).as("where the editor shows it").isEqualTo("status");
        });
    }

    @Test
    @DisplayName("一件事里写一个没有的事项，不会替别的部门造出一个来")
    void noItemsOfOthers() {
        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        Actor lead =
                lead(catalogs.current().window(errand.window()).orElseThrow().leadDepartment());
        Revision begun = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        Revision made =
                revisions.save(begun.id(), with(begun, "one-things.csv", 0, "item", "凭空造的事项"), begun.saves(), lead);
        assertThatThrownBy(() -> revisions.submit(made.id(), null, lead))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(
                                        fault -> assertThat(fault.pointer()).isEqualTo("/rows/one-things.csv/2/item")));
    }
}
