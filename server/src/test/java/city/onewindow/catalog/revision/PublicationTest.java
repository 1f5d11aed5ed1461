package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("发布：到了日子、两个人同时、起草之后目录又变了")
class PublicationTest extends RevisionsHouseTest {

    @Test
    @DisplayName("修改换不了事项的部门；起草后导入给了别的部门的，再保存、提交都不行，只能撤回：不会悄悄改回去")
    void theDepartmentIsTheImports() {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        String other = catalogs.current().content().departmentName("swj");
        Map<String, List<Map<String, String>>> moved = with(begun, "items.csv", 0, "department", other);
        assertThatThrownBy(() -> revisions.save(begun.id(), moved, begun.saves(), liaison()))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining(other)
                .hasMessageContaining("中心导入");
        Actor before = liaison();
        catalogs.publish(new ContentRows("import", moved, List.of(ITEM)), "admin", next -> {});
        assertThat(item().department()).isEqualTo("swj");
        assertThatThrownBy(() -> revisions.rebase(begun.id(), begun.saves(), before))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("撤回");
        assertThat(revisions.withdraw(begun.id(), before).status()).isEqualTo(RevisionStatus.WITHDRAWN);
    }

    @Test
    @DisplayName("起草之后又有别的修改发布：不能盖掉，要先看过")
    void publishedMeanwhile() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        ContentRows other = new RowWriter(catalogs.current().content()).item(item(), "import");
        Map<String, String> cells = new HashMap<>(other.of("items.csv").get(0));
        cells.put("note", "导入时改的");
        catalogs.publish(
                new ContentRows("import", Map.of("items.csv", List.of(cells)), List.of()), "admin", next -> {});
        assertThatThrownBy(() -> revisions.publish(revision.id(), null, CENTRE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("又发布过");
        revisions.giveBack(revision.id(), "请先看过现行版本", CENTRE);
        RevisionView view = revisions.view(revision.id(), liaison());
        assertThat(view.meanwhile()).extracting(Change::column).containsExactly("note");
        Revision rebased = revisions.rebase(revision.id(), view.revision().saves(), liaison());
        revisions.submit(rebased.id(), null, liaison());
        revisions.approve(rebased.id(), null, lead());
        assertThat(revisions.publish(rebased.id(), null, CENTRE).status()).isEqualTo(RevisionStatus.PUBLISHED);
        assertThat(item().terms().note()).as("what the import changed").isEqualTo("导入时改的");
        assertThat(item().terms().fee()).as("what the revision changed").isEqualTo("免费");
    }

    @Test
    @DisplayName("定在以后的一天发布：到那天才发布，一次")
    void publishedOnItsDay() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        assertThatThrownBy(() -> revisions.schedule(revision.id(), null, LocalDate.of(2031, 1, 1), CENTRE))
                .isInstanceOf(Problem.InvalidInput.class);
        Actor second = new Actor("manager-2", "第二位管理岗", Set.of(Role.MANAGER), "zwfw", null);
        revisions.schedule(revision.id(), null, LocalDate.of(2031, 1, 3), CENTRE);
        revisions.schedule(revision.id(), null, LocalDate.of(2031, 1, 2), second);
        house.bean(Publication.class).publishDue();
        assertThat(revisions.view(revision.id(), CENTRE).revision().status()).isEqualTo(RevisionStatus.APPROVED);
        house.jdbc()
                .sql("update catalog.revision set holds_from = '2031-01-01'")
                .update();
        house.bean(Publication.class).publishDue();
        house.bean(Publication.class).publishDue();
        RevisionView published = revisions.view(revision.id(), CENTRE);
        assertThat(published.revision().status()).isEqualTo(RevisionStatus.PUBLISHED);
        assertThat(published.history())
                .last()
                .as("定日子的人发布的，写明是到期自动发布")
                .satisfies(entry -> assertThat(entry.whoName()).isEqualTo("第二位管理岗"))
                .satisfies(entry -> assertThat(entry.remark()).contains("自动发布"));
        assertThat(house.jdbc()
                        .sql("select who from audit.entry where act = 'revision.publish' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("manager-2");
    }

    @Test
    @DisplayName("定了日子又退回的，改好再交上来要由中心重新定；不会到了旧日子自己发布")
    void returnedAfterItsDayWasSet() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        revisions.schedule(revision.id(), null, LocalDate.of(2031, 1, 2), CENTRE);
        revisions.giveBack(revision.id(), "再想想", CENTRE);
        revisions.submit(revision.id(), null, liaison());
        Revision again = revisions.approve(revision.id(), null, lead());
        assertThat(again.holdsFrom()).isNull();
        Revision published = revisions.publish(revision.id(), null, CENTRE);
        assertThat(published.holdsFrom()).isEqualTo(LocalDate.of(2031, 1, 1));
    }

    @Test
    @DisplayName("定下的日子可以取消：到了那天不发布，仍等中心发布；没有定的，不变")
    void itsDayUnset() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        assertThat(revisions.view(revision.id(), CENTRE).next()).doesNotContain(RevisionAct.UNSCHEDULE);
        revisions.schedule(revision.id(), null, LocalDate.of(2031, 1, 2), CENTRE);
        assertThat(revisions.view(revision.id(), CENTRE).next()).contains(RevisionAct.UNSCHEDULE);
        assertThatThrownBy(() -> revisions.unschedule(revision.id(), liaison())).isInstanceOf(Problem.NotAllowed.class);
        revisions.unschedule(revision.id(), CENTRE);
        Revision unset = revisions.unschedule(revision.id(), CENTRE);
        assertThat(unset.holdsFrom()).isNull();
        assertThat(unset.status()).isEqualTo(RevisionStatus.APPROVED);
        assertThat(revisions.view(revision.id(), CENTRE).history())
                .extracting(RevisionEntry::act)
                .endsWith(RevisionAct.SCHEDULE, RevisionAct.UNSCHEDULE);
    }

    @Test
    @DisplayName("两个人同时发布：后一个知道已经发布；和现行目录一样的不发布")
    void publishedTwice() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        int before = catalogs.current().edition();
        List<CompletableFuture<Revision>> both = Stream.of(1, 2)
                .map(which -> CompletableFuture.supplyAsync(() -> revisions.publish(revision.id(), null, CENTRE)))
                .toList();
        List<Throwable> refused = both.stream()
                .map(each -> each.handle((done, failure) -> failure))
                .map(CompletableFuture::join)
                .filter(failure -> failure != null)
                .toList();
        assertThat(refused)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageContaining("已发布").hasMessageNotContaining("又发布过"));
        assertThat(catalogs.current().edition()).isEqualTo(before + 1);
        Revision same = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        revisions.submit(same.id(), null, liaison());
        revisions.approve(same.id(), null, lead());
        assertThatThrownBy(() -> revisions.publish(same.id(), null, CENTRE)).hasMessageContaining("完全相同");
    }
}
