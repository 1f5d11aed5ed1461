package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ImportHouse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("维护事项和一件事：起草、同意、发布")
class RevisionsTest extends HouseTest {

    private static final String ITEM = "公章刻制备案";
    private static final String ERRAND = "企业开办一件事";
    private static final Actor CENTRE = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);

    private ImportHouse house;
    private Catalogs catalogs;
    private Revisions revisions;

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

    private Item item() {
        return catalogs.current().itemNamed(ITEM).orElseThrow();
    }

    private static Actor liaison(String department) {
        return new Actor(department + "-liaison", department + "联络员", Set.of(Role.LIAISON), department, null);
    }

    private Actor liaison() {
        return liaison(item().department());
    }

    private Actor lead() {
        String lead =
                catalogs.current().window(item().homeWindow()).orElseThrow().leadDepartment();
        return lead(lead);
    }

    private static Actor lead(String department) {
        return new Actor("lead-" + department, "牵头岗", Set.of(Role.LEAD_DEPARTMENT), department, null);
    }

    /** The rows with one cell of the record's own row changed. */
    private static Map<String, List<Map<String, String>>> with(
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

    private Revision changed(String column, String value) {
        Revision begun = revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
        return revisions.save(begun.id(), with(begun, "items.csv", 0, column, value), begun.saves(), liaison());
    }

    @Test
    @DisplayName("联络员起草提交，牵头部门同意，中心发布：目录变了，跟着它说的一件事也变了")
    void fromDraftToEdition() {
        int before = catalogs.current().edition();
        Revision revision = changed("result_doc", "印章刻制备案回执");
        revisions.submit(revision.id(), liaison());
        revisions.approve(revision.id(), lead());
        assertThat(item().terms().result()).isNotEqualTo("印章刻制备案回执");
        Revision published = revisions.publish(revision.id(), CENTRE);
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
        revisions.submit(revision.id(), liaison());
        assertThatThrownBy(() -> revisions.approve(revision.id(), liaison())).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> revisions.publish(revision.id(), liaison())).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> revisions.publish(revision.id(), CENTRE))
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
        assertThatThrownBy(() -> revisions.submit(revision.id(), liaison()))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/rows/items.csv/2/promised_days"));
        Revision mended = revisions.save(
                revision.id(), with(revision, "items.csv", 0, "promised_days", "0.5"), revision.saves(), liaison());
        revisions.submit(mended.id(), liaison());
        assertThatThrownBy(() -> revisions.giveBack(mended.id(), " ", lead())).isInstanceOf(Problem.InvalidInput.class);
        assertThat(revisions.giveBack(mended.id(), "请写明依据", lead()).status()).isEqualTo(RevisionStatus.RETURNED);
        assertThat(revisions.submit(mended.id(), liaison()).status()).isEqualTo(RevisionStatus.SUBMITTED);
    }

    @Test
    @DisplayName("一件事：各配合部门都确认了才算同意；有一个退回就得改")
    void everyCooperatingDepartmentConfirms() {
        OneThing errand = catalogs.current().oneThingNamed(ERRAND).orElseThrow();
        Actor lead =
                lead(catalogs.current().window(errand.window()).orElseThrow().leadDepartment());
        Revision revision = revisions.begin(Revision.Kind.ONE_THING, ERRAND, lead);
        revisions.submit(revision.id(), lead);
        List<String> cooperating = revision.cooperating();
        assertThat(cooperating).isNotEmpty();
        revisions.giveBack(revision.id(), "次序不对", liaison(cooperating.get(0)));
        revisions.submit(revision.id(), lead);
        for (String department : cooperating) {
            assertThat(revisions.view(revision.id(), lead).revision().status()).isEqualTo(RevisionStatus.SUBMITTED);
            revisions.confirm(revision.id(), liaison(department));
        }
        assertThat(revisions.view(revision.id(), lead).revision().status()).isEqualTo(RevisionStatus.APPROVED);
    }

    @Test
    @DisplayName("起草之后又有别的修改发布：不能盖掉，要先看过")
    void publishedMeanwhile() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), liaison());
        revisions.approve(revision.id(), lead());
        ContentRows other = new RowWriter(catalogs.current().content()).item(item(), "import");
        Map<String, String> cells = new HashMap<>(other.of("items.csv").get(0));
        cells.put("note", "导入时改的");
        catalogs.publish(
                new ContentRows("import", Map.of("items.csv", List.of(cells)), List.of()), "admin", next -> {});
        assertThatThrownBy(() -> revisions.publish(revision.id(), CENTRE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("又发布过");
        revisions.giveBack(revision.id(), "请先看过现行版本", CENTRE);
        RevisionView view = revisions.view(revision.id(), liaison());
        assertThat(view.meanwhile()).extracting(Change::column).containsExactly("note");
        Revision rebased = revisions.rebase(revision.id(), view.revision().saves(), liaison());
        revisions.submit(rebased.id(), liaison());
        revisions.approve(rebased.id(), lead());
        assertThat(revisions.publish(rebased.id(), CENTRE).status()).isEqualTo(RevisionStatus.PUBLISHED);
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
        revisions.submit(begun.id(), liaison());
        revisions.approve(begun.id(), lead());
        revisions.publish(begun.id(), CENTRE);
        assertThat(catalogs.current().items()).extracting(Item::name).contains("公章补刻备案");

        Revision end = revisions.begin(Revision.Kind.ITEM, "公章补刻备案", liaison());
        end = revisions.save(end.id(), with(end, "items.csv", 0, "status", "取消"), end.saves(), liaison());
        revisions.submit(end.id(), liaison());
        revisions.approve(end.id(), lead());
        revisions.publish(end.id(), CENTRE);
        assertThat(catalogs.current().items()).extracting(Item::name).doesNotContain("公章补刻备案");
        assertThat(catalogs.current().itemNamed("公章补刻备案")).isPresent();

        Revision needed = changed("status", "取消");
        assertThat(revisions.view(needed.id(), liaison()).draft().faults())
                .anySatisfy(fault -> assertThat(fault.message()).contains("还在“" + ERRAND + "”中"));
    }

    @Test
    @DisplayName("定在以后的一天发布：到那天才发布，一次")
    void publishedOnItsDay() {
        Revision revision = changed("fee", "免费");
        revisions.submit(revision.id(), liaison());
        revisions.approve(revision.id(), lead());
        assertThatThrownBy(() -> revisions.schedule(revision.id(), LocalDate.of(2031, 1, 1), CENTRE))
                .isInstanceOf(Problem.InvalidInput.class);
        revisions.schedule(revision.id(), LocalDate.of(2031, 1, 2), CENTRE);
        house.bean(Publication.class).publishDue();
        assertThat(revisions.view(revision.id(), CENTRE).revision().status()).isEqualTo(RevisionStatus.APPROVED);
        house.jdbc()
                .sql("update catalog.revision set holds_from = '2031-01-01'")
                .update();
        house.bean(Publication.class).publishDue();
        house.bean(Publication.class).publishDue();
        assertThat(revisions.view(revision.id(), CENTRE).revision().status()).isEqualTo(RevisionStatus.PUBLISHED);
    }
}
