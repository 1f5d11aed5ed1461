package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("牵头部门维护自己的窗口：办什么、谁配合")
class WindowRevisionTest extends RevisionsHouseTest {

    private static final String WINDOW = "企业开办综合受理窗口";
    private static final String FILE = "windows.csv";
    private static final Actor LEAD = lead("scjg");
    private static final String LEFT_OUT = "rhyh";
    private static final String ADDED = "wjw";

    private Window window() {
        return catalogs.current().window("qykb").orElseThrow();
    }

    private Revision begun() {
        return revisions.begin(Revision.Kind.WINDOW, WINDOW, LEAD);
    }

    private Revision changed(Revision revision, String column, String value) {
        return revisions.save(revision.id(), with(revision, FILE, 0, column, value), revision.saves(), LEAD);
    }

    /** With one department less, and another one more. */
    private Revision exchanged() {
        String cooperating = String.join("|", window().cooperatingDepartments());
        return changed(begun(), "cooperating_departments", cooperating.replace(LEFT_OUT, ADDED));
    }

    @Test
    @DisplayName("只改说明的，不用问谁，中心发布就是新的一版：窗口的说明马上是新的，受理清单、代码和牵头部门不变，旧版还在")
    void wordsNeedNobody() {
        Window before = window();
        int edition = catalogs.current().edition();
        Revision saved = changed(begun(), "scope_zh", "办理企业设立、变更登记");
        assertThat(saved.cooperating()).isEmpty();
        assertThat(revisions.submit(saved.id(), null, LEAD).status()).isEqualTo(RevisionStatus.APPROVED);
        assertThat(window()).isEqualTo(before);
        revisions.publish(saved.id(), null, CENTRE);

        assertThat(window()).usingRecursiveComparison().ignoringFields("scope").isEqualTo(before);
        assertThat(window().scope()).isEqualTo("办理企业设立、变更登记");
        assertThat(catalogs.at(edition).window("qykb")).hasValue(before);
        assertThat(catalogs.current().content().items())
                .isEqualTo(catalogs.at(edition).content().items());

        RevisionLists lists = house.bean(RevisionLists.class);
        List<RecordVersion> versions = lists.versions(Revision.Kind.WINDOW, WINDOW);
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).revision()).isEqualTo(saved.id());
        assertThat(versions.get(0).changes()).extracting(Change::column).containsExactly("scope_zh");
        assertThat(lists.version(Revision.Kind.WINDOW, WINDOW, 1).of(FILE))
                .extracting(row -> row.get("scope_zh"))
                .containsExactly(before.scope());
    }

    @Test
    @DisplayName("新加入的和退出的部门都要确认，其余的不问；有一个退回就得改")
    void whoBeginsOrCeasesIsAsked() {
        Revision saved = exchanged();
        assertThat(saved.cooperating()).containsExactly(LEFT_OUT, ADDED);
        revisions.submit(saved.id(), null, LEAD);
        assertThatThrownBy(() -> revisions.view(saved.id(), liaison("gaj"))).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> revisions.approve(saved.id(), null, LEAD)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(waitingFor(liaison(LEFT_OUT))).containsExactly(saved.id());
        revisions.giveBack(saved.id(), "我行还在这个窗口开户", liaison(LEFT_OUT));
        assertThat(waitingFor(LEAD)).containsExactly(saved.id());

        revisions.submit(saved.id(), null, LEAD);
        revisions.confirm(saved.id(), null, liaison(LEFT_OUT));
        assertThatThrownBy(() -> revisions.publish(saved.id(), null, CENTRE)).isInstanceOf(Problem.Conflict.class);
        assertThat(revisions.confirm(saved.id(), null, liaison(ADDED)).status()).isEqualTo(RevisionStatus.APPROVED);
        assertThat(waitingFor(CENTRE)).containsExactly(saved.id());
        revisions.publish(saved.id(), null, CENTRE);
        assertThat(window().cooperatingDepartments()).contains(ADDED).doesNotContain(LEFT_OUT);
    }

    private List<Long> waitingFor(Actor actor) {
        RevisionFilter waiting =
                RevisionFilter.of(null, Revision.Kind.WINDOW, "").onlyWaiting(true);
        return house.bean(RevisionLists.class).list(waiting, null, 20, actor).items().stream()
                .map(Revision::id)
                .toList();
    }

    @Test
    @DisplayName("别的牵头部门、本部门的联络员都不能改；没有的窗口不能新建；窗口换了牵头部门，原来的改到一半也交不了")
    void onlyItsLead() {
        for (Actor other : List.of(lead("rsj"), liaison("scjg"), CENTRE)) {
            assertThatThrownBy(() -> revisions.begin(Revision.Kind.WINDOW, WINDOW, other))
                    .isInstanceOf(Problem.NotAllowed.class)
                    .hasMessageContaining("窗口由它的牵头部门维护");
        }
        assertThatThrownBy(() -> revisions.begin(Revision.Kind.WINDOW, "没有的窗口", LEAD))
                .isInstanceOf(Problem.NotFound.class);

        Revision saved = changed(begun(), "scope_zh", "改到一半");
        published("lead_department", "rsj");
        assertThatThrownBy(() -> revisions.submit(saved.id(), null, LEAD))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("由别的部门牵头");
    }

    @Test
    @DisplayName("窗口导入换了牵头部门：新牵头的要改时，说明谁还有一份没办完；原来的或者中心撤回，就能起草；别的修改中心不能撤回")
    void leftByItsLead() {
        Revision left = changed(begun(), "scope_zh", "改到一半");
        assertThatThrownBy(() -> revisions.withdraw(left.id(), CENTRE)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(revisions.view(left.id(), CENTRE).next()).doesNotContain(RevisionAct.WITHDRAW);
        published("lead_department", "rsj");
        assertThatThrownBy(() -> revisions.begin(Revision.Kind.WINDOW, WINDOW, lead("rsj")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("市市场监管局")
                .hasMessageContaining("撤回");
        assertThat(revisions.view(left.id(), LEAD).next()).contains(RevisionAct.WITHDRAW);
        assertThat(revisions.view(left.id(), CENTRE).next()).contains(RevisionAct.WITHDRAW);
        assertThat(revisions.withdraw(left.id(), CENTRE).status()).isEqualTo(RevisionStatus.WITHDRAWN);
        assertThat(revisions.begin(Revision.Kind.WINDOW, WINDOW, lead("rsj")).id())
                .isNotEqualTo(left.id());
    }

    /** What an import says of the window meanwhile. */
    private void published(String column, String value) {
        ContentRows now = Objects.requireNonNull(
                Revision.Kind.WINDOW.published(WINDOW, catalogs.current().content()));
        Map<String, String> row = new HashMap<>(now.of(FILE).get(0));
        row.put(column, value);
        catalogs.publish(new ContentRows("import", Map.of(FILE, List.of(row)), List.of()), "admin", next -> {});
    }

    @Test
    @DisplayName("两个人同时改，后保存的知道谁改了什么；起草后导入过别的内容，发布前要看过")
    void nothingIsOverwritten() {
        Revision read = begun();
        Revision saved = changed(read, "scope_zh", "办理企业设立登记");
        assertThatThrownBy(() -> changed(read, "name_en", "Start a business"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("改了办什么");
        Revision exchanged = exchanged();
        assertThatThrownBy(() -> revisions.save(
                        exchanged.id(), with(exchanged, FILE, 0, "name_en", "Start"), saved.saves(), LEAD))
                .as("部门说名称，不说代码")
                .hasMessageContaining("增加" + catalogs.current().content().departmentName(ADDED))
                .hasMessageContaining("去掉" + catalogs.current().content().departmentName(LEFT_OUT))
                .hasMessageNotContaining(ADDED);
        changed(exchanged, "cooperating_departments", String.join("|", window().cooperatingDepartments()));
        published("name_en", "Business window");
        assertThat(revisions.view(saved.id(), LEAD).meanwhile())
                .extracting(Change::column)
                .containsExactly("name_en");
        revisions.submit(saved.id(), null, LEAD);
        assertThatThrownBy(() -> revisions.publish(saved.id(), null, CENTRE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("在起草之后又发布过别的修改");
    }

    @Test
    @DisplayName("起草后导入改了窗口的名称：旧名称的修改发布不了，说明要从现行的重新起草")
    void renamedMeanwhile() {
        Revision saved = changed(begun(), "scope_zh", "办理企业设立登记");
        revisions.submit(saved.id(), null, LEAD);
        published("name_zh", "改了名称的窗口");
        assertThatThrownBy(() -> revisions.publish(saved.id(), null, CENTRE))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("可能改了名称");
        assertThat(window().name()).isEqualTo("改了名称的窗口");
    }

    @Test
    @DisplayName("没有的部门、空着的说明，提交时逐格告诉；还有事项在这里的部门退出了，校核说出是哪些事项")
    void whatIsWrong() {
        Revision wrong = changed(changed(begun(), "scope_zh", ""), "cooperating_departments", "gaj|nobody");
        assertThatThrownBy(() -> revisions.submit(wrong.id(), null, LEAD))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactlyInAnyOrder(
                                        "/rows/windows.csv/2/scope_zh", "/rows/windows.csv/2/cooperating_departments"));
        Revision mended = changed(changed(wrong, "scope_zh", "开办企业"), "cooperating_departments", "swj");
        assertThat(Revision.Kind.WINDOW.findings(
                        WINDOW, revisions.view(mended.id(), LEAD).draft().content()))
                .extracting(Finding::name)
                .contains(ITEM, ERRAND);
    }
}
