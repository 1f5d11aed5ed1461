package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Window;
import city.onewindow.catalog.revision.ManyRevisions;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("报送附件：上传、确认、退回、接收、汇总")
class FilingsTest extends FilingHouseTest {

    private static final Actor LIAISON = liaison("gjj");

    @Autowired
    Revisions revisions;

    @Autowired
    ManyRevisions many;

    private Target own() {
        return target(Annex.DEPARTMENT, "gjj");
    }

    private Revision openOf(String item) {
        return Objects.requireNonNull(many.open("gjj").get(item), item);
    }

    @Test
    @DisplayName("报送→退回→再报送→接收→汇总分发；变化的事项成为已提交的修改，重报代替原来的")
    void fromUploadToMerged() throws Exception {
        returned(own());
        AnnexSheet sheet = sheet(own());
        String item = sheet.rows().get(0).get(1).toString();
        AnnexSheet changed = with(with(sheet, 0, "备注", "每周五下午不办"), 0, "年办件量", 1200);
        Filing read = read(own(), changed, LIAISON);
        assertThat(read.status()).isEqualTo(FilingStatus.READ);
        assertThat(read.count(RowState.CHANGED)).isEqualTo(1);
        assertThat(read.count(RowState.SAME)).isEqualTo(sheet.rows().size() - 1);
        assertThat(many.open("gjj")).as("确认以前什么都没写").doesNotContainKey(item);

        Filing filed = filings.file(read.id(), LIAISON);
        assertThat(filed.status()).isEqualTo(FilingStatus.FILED);
        assertThat(openOf(item).status()).isEqualTo(RevisionStatus.SUBMITTED);
        assertThat(openOf(item).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("每周五下午不办"));

        // What other tests gave back waits for the same department.
        long others = rounds.waiting(LIAISON);
        filings.giveBack(filed.id(), "年办件量请按上年填", CENTRE);
        assertThat(filings.get(filed.id(), LIAISON).remark()).isEqualTo("年办件量请按上年填");
        assertThat(rounds.waiting(LIAISON)).isEqualTo(others + 1);

        Filing again = read(own(), with(changed, 0, "备注", "每周五下午学习"), LIAISON);
        assertThat(again.count(RowState.WRONG)).isZero();
        filings.file(again.id(), LIAISON);
        assertThat(openOf(item).rows().of("items.csv").get(0)).containsEntry("note", "每周五下午学习");
        assertThat(rounds.waiting(LIAISON)).isEqualTo(others);
        assertThat(rounds.waiting(CENTRE)).isPositive();
        assertThatThrownBy(() -> rounds.distribute(round.id(), CENTRE)).hasMessageContaining("没有接收或退回");

        filings.accept(again.id(), CENTRE);
        assertThatThrownBy(() -> uploads.upload(
                        Annex.DEPARTMENT, "gjj", "a.xlsx", Workshop.spooled(AnnexBook.write(List.of(sheet))), LIAISON))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经接收");
        assertThatThrownBy(() -> rounds.merged(round.id(), LIAISON)).isInstanceOf(Problem.NotFound.class);
        rounds.standings(round).stream()
                .map(Standing::filing)
                .filter(filing -> filing != null && filing.status() == FilingStatus.FILED)
                .forEach(filing -> filings.accept(filing.id(), CENTRE));
        rounds.distribute(round.id(), CENTRE);
        assertThat(merged(liaison("gaj"))).contains("每周五下午学习", "1200", item);
        assertThatThrownBy(() -> uploads.upload(
                        Annex.DEPARTMENT, "gjj", "a.xlsx", Workshop.spooled(AnnexBook.write(List.of(sheet))), LIAISON))
                .hasMessageContaining("没有开着的收集批次");
    }

    private List<String> merged(Actor actor) throws Exception {
        List<String> texts = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(rounds.merged(round.id(), actor)))) {
            book.getSheets().forEach(sheet -> {
                try {
                    sheet.read().forEach(row -> row.forEach(cell -> texts.add(cell == null ? "" : cell.getText())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return texts;
    }

    @Test
    @DisplayName("有问题的行：每格都说，不能报送；批注副本改好了还能原样上传")
    void wrongRows() {
        returned(own());
        AnnexSheet sheet = sheet(own());
        Filing read = read(own(), with(sheet, 0, "年办件量", "很多"), LIAISON);
        assertThat(read.count(RowState.WRONG)).isEqualTo(1);
        assertThat(filings.rows(read.id(), RowState.WRONG, 1, 10, LIAISON))
                .singleElement()
                .satisfies(row -> assertThat(row.told(Annex.DEPARTMENT))
                        .singleElement()
                        .asString()
                        .matches("第\\d+行 J列 年办件量：.*应为整数.*"));
        assertThatThrownBy(() -> filings.file(read.id(), LIAISON)).hasMessageContaining("1 行有问题");

        byte[] annotated = filings.annotated(read.id(), LIAISON);
        // The library writes characters by number: these are 应为整数.
        assertThat(new Workshop(annotated).text("xl/comments1.xml"))
                .contains("<comment ref=\"J13\"", "&#x5e94;&#x4e3a;&#x6574;&#x6570;");
        Filing again = read(own(), annotated, LIAISON);
        assertThat(again.refusals()).isEmpty();
        assertThat(again.count(RowState.WRONG)).isEqualTo(1);
        assertThat(again.rows()).isEqualTo(sheet.rows().size());

        filings.drop(again.id(), LIAISON);
        assertThat(filings.rows(again.id(), null, 1, 10, LIAISON)).isEmpty();
    }

    @Test
    @DisplayName("目录不收的变化在预览里就说，指到格；新增的事项建成草稿")
    void whatTheCatalogSays() {
        returned(own());
        AnnexSheet sheet = sheet(own());
        Filing wrong = read(own(), with(sheet, 0, "实施编码", "12345"), LIAISON);
        assertThat(filings.rows(wrong.id(), RowState.WRONG, 1, 10, LIAISON)
                        .get(0)
                        .told(Annex.DEPARTMENT))
                .anySatisfy(line -> assertThat(line).contains("D列 实施编码：", "31 位"));

        String name = "测试新增事项" + wrong.id();
        AnnexSheet fresh = with(with(with(sheet, 0, "事项名称", name), 0, "材料数", ""), 0, "容缺材料数", "");
        Filing read = read(own(), fresh, LIAISON);
        assertThat(read.count(RowState.NEW)).isEqualTo(1);
        assertThat(read.absent()).containsExactly(sheet.rows().get(0).get(1).toString());
        filings.file(read.id(), LIAISON);
        assertThat(openOf(name).status()).isEqualTo(RevisionStatus.DRAFT);
        assertThat(openOf(name).isNew()).isTrue();
    }

    @Test
    @DisplayName("别人正在改的事项不覆盖，指到那一行")
    void underway() {
        returned(own());
        AnnexSheet sheet = sheet(own());
        int last = sheet.rows().size() - 1;
        String item = sheet.rows().get(last).get(1).toString();
        Revision begun = revisions.begin(Revision.Kind.ITEM, item, LIAISON);
        Filing read = read(own(), with(sheet, last, "备注", "改过的备注"), LIAISON);
        assertThat(filings.rows(read.id(), RowState.WRONG, 1, 10, LIAISON)
                        .get(0)
                        .told(Annex.DEPARTMENT))
                .anySatisfy(line -> assertThat(line).contains("有一份修改没有办完", "草稿"));
        revisions.withdraw(begun.id(), LIAISON);
    }

    @Test
    @DisplayName("整份文件不收：每条原因都说，什么都不写")
    void refusedFile() {
        returned(own());
        Filing refused = read(
                own(),
                new Workshop(AnnexBook.write(List.of(sheet(own()))))
                        .put("xl/vbaProject.bin", new byte[3])
                        .workbook(),
                LIAISON);
        assertThat(refused.status()).isEqualTo(FilingStatus.REFUSED);
        assertThat(refused.refusals()).singleElement().asString().contains("宏");
        assertThatThrownBy(() -> filings.file(refused.id(), LIAISON)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> uploads.upload(
                        Annex.DEPARTMENT,
                        "gjj",
                        "a.csv",
                        Workshop.spooled("序号,事项名称".getBytes(StandardCharsets.UTF_8)),
                        LIAISON))
                .isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("谁能报什么：本部门的联络员、窗口的牵头部门、中心；别人看不到")
    void rights() {
        Window window = catalogs.current().window("qykb").orElseThrow();
        Target list = target(Annex.WINDOW, window.code());
        Target table = target(Annex.ONE_THING, "gjj");
        assertThat(list.isUploadedBy(lead(window.leadDepartment()))).isTrue();
        assertThat(list.isUploadedBy(liaison(window.leadDepartment()))).isFalse();
        assertThat(table.isUploadedBy(liaison(table.department()))).isTrue();
        assertThat(own().isUploadedBy(CENTRE)).isTrue();
        byte[] file = AnnexBook.write(List.of(sheet(own())));
        for (Actor stranger :
                List.of(liaison("gaj"), lead("gjj"), SignedInAs.actor("auditor", "zwfw", null, Role.AUDITOR))) {
            assertThatThrownBy(
                            () -> uploads.upload(Annex.DEPARTMENT, "gjj", "a.xlsx", Workshop.spooled(file), stranger))
                    .isInstanceOf(Problem.NotAllowed.class);
        }
        returned(own());
        Filing read = read(own(), sheet(own()), CENTRE);
        assertThatThrownBy(() -> filings.get(read.id(), liaison("gaj"))).isInstanceOf(Problem.NotFound.class);
        filings.file(read.id(), LIAISON);
        assertThatThrownBy(() -> filings.accept(read.id(), LIAISON)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> filings.giveBack(read.id(), " ", CENTRE)).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("附件3 由牵头部门报送，只汇总，不改别的部门的事项；附件1 也是")
    void othersOnlyFile() {
        Target list = target(Annex.WINDOW, "qykb");
        returned(list);
        Actor lead = lead(list.department());
        Filing read = read(list, with(sheet(list), 0, "后台接收人", "张三"), lead);
        assertThat(read.count(RowState.CHANGED)).isEqualTo(1);
        assertThat(filings.file(read.id(), lead).revisions()).isEmpty();
    }

    @Test
    @DisplayName("催报：部门看得到，报了就不再算；过了截止日是逾期")
    void reminders() {
        Target wanted = target(Annex.DEPARTMENT, "gaj");
        returned(wanted);
        Actor liaison = liaison("gaj");
        reminders.remind(round.id(), Annex.DEPARTMENT, "gaj", null, CENTRE);
        assertThat(rounds.owed(liaison))
                .filteredOn(owed -> owed.target().equals(wanted))
                .singleElement()
                .satisfies(owed -> assertThat(owed.reminders()).isPositive());
        assertThat(rounds.waiting(liaison)).isEqualTo(1);
        Standing standing = rounds.standings(round).stream()
                .filter(one -> one.target().equals(wanted))
                .findFirst()
                .orElseThrow();
        assertThat(standing.reminders()).isPositive();
        assertThat(standing.isLate(round, round.due(), clock.getZone())).isFalse();
        assertThat(standing.isLate(round, round.due().plusDays(1), clock.getZone()))
                .isTrue();
        filings.file(read(wanted, sheet(wanted), liaison).id(), liaison);
        assertThat(rounds.waiting(liaison)).isZero();
        assertThat(rounds.owed(liaison)).extracting(Standing::target).doesNotContain(wanted);
        assertThatThrownBy(() -> reminders.remind(round.id(), Annex.DEPARTMENT, "gaj", null, CENTRE))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> rounds.open("又一个", LocalDate.of(2026, 12, 1), null, CENTRE))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("读取到一半程序重启了：说明白，请重新上传")
    void cutOff() {
        returned(own());
        Filing read = read(own(), sheet(own()), LIAISON);
        jdbc.sql("update \"window\".filing set status = 'READING', counts = '{}' where id = :id")
                .param("id", read.id())
                .update();
        assertThat(filings.get(read.id(), LIAISON).status()).isEqualTo(FilingStatus.READING);
        clock.forward(Duration.ofMinutes(31));
        assertThat(filings.get(read.id(), LIAISON).refusals())
                .singleElement()
                .asString()
                .contains("重新启动", "再上传");
    }
}
