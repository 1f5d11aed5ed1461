package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionEntry;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("附件2 的一行怎样成为事项修改：谁确认、什么挡着、重报时改哪些")
class FilingRevisionsTest extends OwnItemsHouseTest {

    private String item(int row) {
        return sheet.rows().get(row).get(1).toString();
    }

    private AnnexSheet fresh(String name, String phone) {
        AnnexSheet added = with(with(sheet, 0, "事项名称", name), 0, "经办人电话", phone);
        return with(with(added, 0, "材料数", ""), 0, "容缺材料数", "");
    }

    private Revision openOf(String item) {
        return Objects.requireNonNull(many.open(DEPARTMENT).get(item), item);
    }

    private Map<String, String> cells(String item) {
        return openOf(item).rows().of(ItemRows.ITEMS).get(0);
    }

    private Filing filed(AnnexSheet table) {
        return filings.file(read(own, table, LIAISON).id(), LIAISON);
    }

    private void edited(String item, String column, String value) {
        Revision open = openOf(item);
        revisions.save(
                open.id(), ItemRows.with(open.rows(), Map.of(column, value)).rows(), open.saves(), LIAISON);
    }

    @Test
    @DisplayName("中心可以代为上传、检查，只有部门自己的人确认；确认了就是部门的修改")
    void onlyTheDepartmentConfirms() {
        Filing read = read(own, with(sheet, 0, "备注", "每周五下午不办"), CENTRE);
        assertThat(filings.next(read, CENTRE)).containsExactly(FilingAct.DROP);
        assertThatThrownBy(() -> filings.file(read.id(), CENTRE))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("联络员");
        assertThat(rounds.waiting(LIAISON)).as("等联络员确认").isEqualTo(1);
        assertThat(filings.next(read, LIAISON)).contains(FilingAct.FILE);
        Filing filed = filings.file(read.id(), LIAISON);
        assertThat(filed.revisions()).containsExactly(openOf(item(0)).id());
        assertThat(openOf(item(0)).changedBy()).isEqualTo(LIAISON.account());
        assertThat(rounds.waiting(LIAISON)).isZero();
    }

    @Test
    @DisplayName("中心上传的表，正在改的事项也在预览里就说")
    void obstaclesWhoeverUploads() {
        revisions.begin(Revision.Kind.ITEM, item(0), LIAISON);
        Filing read = read(own, with(sheet, 0, "备注", "每周五下午不办"), CENTRE);
        assertThat(told(read, CENTRE)).singleElement().asString().contains("B列 事项名称", "有一份修改没有办完");
    }

    @Test
    @DisplayName("新增事项的名称：太长的、别的部门正在起草的、与一件事同名的，在预览里指到格")
    void namesOfNewItems() {
        String name = "测试同名事项" + read(own, sheet, LIAISON).id();
        Actor other = liaison("ybj");
        Revision draft = revisions.beginNew(
                Revision.Kind.ITEM,
                name,
                NewItem.rows(name, "", "ybj", catalogs.current().content()),
                other);
        String department = catalogs.current().department("ybj").orElseThrow().name();
        assertThat(told(read(own, fresh(name, "12345"), LIAISON), LIAISON))
                .singleElement()
                .asString()
                .contains("B列 事项名称", department, "换一个名称");
        revisions.withdraw(draft.id(), other);
        assertThat(told(read(own, fresh(name, "12345"), LIAISON), LIAISON)).isEmpty();

        assertThat(told(read(own, fresh("很长的名称".repeat(21), "12345"), LIAISON), LIAISON))
                .singleElement()
                .asString()
                .contains("B列 事项名称", "105 个字", "至多 100 个");
        assertThat(told(read(own, fresh("企业开办一件事", "12345"), LIAISON), LIAISON))
                .singleElement()
                .asString()
                .contains("是一件事的名称");
    }

    @Test
    @DisplayName("换个写法不算修改：20个工作日就是 20，否就是不收费；收费填“是”要写明多少")
    void otherWordsForTheSame() {
        String promised = sheet.rows().get(0).get(12).toString();
        AnnexSheet said = with(with(sheet, 0, "承诺时限", promised + "个工作日"), 0, "现场勘验等特别程序", "无");
        said = with(with(said, 0, "是否收费", "否"), 0, "备注", "—");
        Filing same = read(own, said, LIAISON);
        assertThat(told(same, LIAISON)).isEmpty();
        assertThat(filings.file(same.id(), LIAISON).revisions()).isEmpty();

        for (String unsaid : List.of("是", "—")) {
            assertThat(told(read(own, with(sheet, 0, "是否收费", unsaid), LIAISON), LIAISON))
                    .singleElement()
                    .asString()
                    .contains("是否收费", "写明收多少");
        }
        filed(with(sheet, 0, "是否收费", "每证10元"));
        assertThat(cells(item(0))).containsEntry("fee", "每证10元");
    }

    @Test
    @DisplayName("重报改正上次报送建的草稿；草稿有人改过就不覆盖，说是谁改的")
    void laterFilingsCorrectDrafts() {
        String name = "测试更正事项" + read(own, sheet, LIAISON).id();
        filed(fresh(name, "63000001"));
        long draft = openOf(name).id();
        assertThat(cells(name)).containsEntry("phone", "63000001");
        filed(fresh(name, "63000002"));
        assertThat(cells(name)).containsEntry("phone", "63000002");
        assertThat(openOf(name).id()).isEqualTo(draft);
        filed(fresh(name, ""));
        assertThat(cells(name)).doesNotContainKey("phone");

        edited(name, "phone", "63000009");
        Filing late = read(own, fresh(name, "63000003"), LIAISON);
        assertThat(told(late, LIAISON)).singleElement().asString().contains("B列 事项名称", LIAISON.name(), "改过，没有覆盖");
        Filing same = filed(fresh(name, "63000009"));
        assertThat(same.count(RowState.NEW)).isEqualTo(1);
        assertThat(same.revisions()).as("草稿是编辑器里的，不归这份报表").isEmpty();
    }

    @Test
    @DisplayName("重报代替上次报送的修改：说的一样不动，不一样换掉，不再说的撤回；退回后有人改过的不动")
    void laterFilingsReplaceRevisions() {
        filed(with(with(sheet, 0, "备注", "甲"), 1, "备注", "乙"));
        Revision kept = openOf(item(0));
        Revision changed = openOf(item(1));
        assertThat(List.of(kept.status(), changed.status())).containsOnly(RevisionStatus.SUBMITTED);
        assertThat(revisions.view(kept.id(), LIAISON).history())
                .extracting(RevisionEntry::act)
                .map(act -> act.term())
                .containsExactly("起草", "提交");

        Filing again = filed(with(with(sheet, 0, "备注", "甲"), 1, "备注", "丙"));
        assertThat(openOf(item(0)).id()).isEqualTo(kept.id());
        assertThat(openOf(item(1)).id()).isNotEqualTo(changed.id());
        assertThat(revisions.get(changed.id(), LIAISON).status()).isEqualTo(RevisionStatus.WITHDRAWN);
        assertThat(again.revisions())
                .containsExactlyInAnyOrder(kept.id(), openOf(item(1)).id());

        filed(with(sheet, 1, "备注", "丙"));
        assertThat(many.open(DEPARTMENT)).doesNotContainKey(item(0));

        revisions.giveBack(openOf(item(1)).id(), "请写明时间", lead(openOf(item(1)).windowLead()));
        edited(item(1), "note", "丙，写明时间");
        Filing late = read(own, with(sheet, 1, "备注", "丁"), LIAISON);
        assertThat(told(late, LIAISON)).singleElement().asString().contains("已退回", LIAISON.name(), "改过，没有覆盖");
        filed(sheet);
        assertThat(cells(item(1))).containsEntry("note", "丙，写明时间");
    }

    @Test
    @DisplayName("退回报表：它建的修改和草稿没有人动过的一并撤回，历史里写明；有人改过、同意过的留着；照改好的表重报又都有")
    void withdrawnWithTheFiling() {
        String name = "测试退回事项" + read(own, sheet, LIAISON).id();
        AnnexSheet table = with(with(fresh(name, "63000001"), 1, "备注", "甲"), 2, "备注", "乙");
        table = with(table, 3, "备注", "丙");
        Filing filed = filed(table);
        List<Long> untouched = List.of(openOf(name).id(), openOf(item(1)).id());
        revisions.giveBack(openOf(item(2)).id(), "请写明时间", lead(openOf(item(2)).windowLead()));
        edited(item(2), "note", "乙，写明时间");
        Revision agreed = openOf(item(3));
        revisions.approve(agreed.id(), agreed.saves(), lead(agreed.windowLead()));

        filings.giveBack(filed.id(), "请补电话", CENTRE);
        assertThat(untouched).allSatisfy(id -> {
            assertThat(revisions.get(id, LIAISON).status()).isEqualTo(RevisionStatus.WITHDRAWN);
            assertThat(revisions.view(id, LIAISON).history())
                    .last()
                    .satisfies(last -> assertThat(last.remark()).contains("附件2", "退回"));
        });
        assertThat(many.open(DEPARTMENT)).containsOnlyKeys(item(2), item(3));

        Filing again = filed(with(with(fresh(name, "63000002"), 1, "备注", "甲"), 3, "备注", "丙"));
        assertThat(again.revisions())
                .containsExactlyInAnyOrder(openOf(name).id(), openOf(item(1)).id());
        revisions.giveBack(openOf(item(3)).id(), "测试完了", CENTRE);
    }

    @Test
    @DisplayName("同一个人把同一件事做两次，是一次；别人先办了，说清是谁")
    void twiceIsOnce() {
        Filing read = read(own, with(sheet, 0, "备注", "每周五下午不办"), LIAISON);
        Filing first = filings.file(read.id(), LIAISON);
        assertThat(filings.file(read.id(), LIAISON)).isEqualTo(first);
        Actor colleague = new Actor("colleague", "王同事", LIAISON.roles(), DEPARTMENT, null);
        assertThatThrownBy(() -> filings.file(read.id(), colleague))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已报送", LIAISON.name() + "报送");
        assertThat(filings.accept(read.id(), CENTRE)).isEqualTo(filings.accept(read.id(), CENTRE));
        Filing returned = filings.giveBack(read.id(), "请补电话", CENTRE);
        assertThat(filings.giveBack(read.id(), "请补电话", CENTRE)).isEqualTo(returned);
        assertThatThrownBy(() -> filings.giveBack(read.id(), "再补地址", CENTRE)).isInstanceOf(Problem.Conflict.class);
        assertThat(jdbc.sql("select act from \"window\".filing_history where filing = :id order by id")
                        .param("id", read.id())
                        .query(String.class)
                        .list())
                .containsExactly("FILE", "ACCEPT", "RETURN");
    }

    @Test
    @DisplayName("检查以后、确认以前事项被别人改起来了：不报送，说是哪一行")
    void overtaken() {
        Filing read = read(own, with(sheet, 0, "备注", "每周五下午不办"), LIAISON);
        revisions.begin(Revision.Kind.ITEM, item(0), LIAISON);
        assertThatThrownBy(() -> filings.file(read.id(), LIAISON))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("行：「" + item(0) + "」有一份修改没有办完");
        assertThat(filings.get(read.id(), LIAISON).status()).isEqualTo(FilingStatus.READ);
    }

    @Test
    @DisplayName("等谁办算在谁头上：附件3 催的是牵头部门，不算联络员的；附件2 反过来")
    void countedForThoseWhoMay() {
        Target list = target(Annex.WINDOW, "sbyb");
        returned(list);
        long liaisons = rounds.waiting(LIAISON);
        reminders.remind(round.id(), Annex.WINDOW, "sbyb", null, CENTRE);
        long leads = rounds.waiting(lead(DEPARTMENT));
        assertThat(leads).isPositive();
        assertThat(rounds.waiting(LIAISON)).isEqualTo(liaisons);
        reminders.remind(round.id(), Annex.DEPARTMENT, DEPARTMENT, null, CENTRE);
        assertThat(rounds.waiting(lead(DEPARTMENT))).isEqualTo(leads);
        assertThat(rounds.waiting(LIAISON)).isPositive();
        assertThat(rounds.owed(lead(DEPARTMENT))).extracting(Standing::target).contains(list);
        assertThat(rounds.owed(LIAISON))
                .extracting(Standing::target)
                .contains(own)
                .doesNotContain(list);
    }
}
