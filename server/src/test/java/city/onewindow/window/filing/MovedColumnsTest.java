package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.window.Annex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("附件加了栏目：以前报的表，每一格搬到它的栏目下")
class MovedColumnsTest extends FilingHouseTest {

    @Autowired
    FilingTable table;

    @Autowired
    FilingRowTable rows;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("附件1 的行写上是哪件事；有问题的格、有变化的格跟着走")
    void moved() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            long one = old(Annex.ONE_THING, "T-01", "企业开办一件事", 19);
            long two = old(Annex.DEPARTMENT, "gjj", "市公积金管理中心", 18);
            long three = old(Annex.WINDOW, "qykb", "企业开办综合受理窗口", 18);
            Arrays.stream(migration().split(";\n"))
                    .filter(statement -> !statement.contains("alter table"))
                    .forEach(statement -> jdbc.sql(statement).update());

            assertThat(cells(one, Annex.ONE_THING, "一件事名称", "事项名称", "法定时限（工作日）", "收费标准", "备注", "经办科室"))
                    .containsExactly("企业开办一件事", "格1", "格13", "格15", "格18", "");
            assertThat(cells(two, Annex.DEPARTMENT, "年办件量", "是否收费", "现场勘验等特别程序", "备注", "高峰月"))
                    .containsExactly("格8", "格13", "格14", "格17", "");
            assertThat(cells(three, Annex.WINDOW, "申请材料", "收件方式", "审查要点", "后台接收人", "替代人"))
                    .containsExactly("格7", "格9", "格10", "格15", "");
            CheckedRow row = rows.all(two).get(0);
            assertThat(row.problems()).containsExactly(new CheckedRow.Flaw(Annex.DEPARTMENT.column("年办件量"), "应为整数"));
            assertThat(row.changes())
                    .containsExactly(new CheckedRow.Difference(Annex.DEPARTMENT.column("备注"), "前", "后"));
        });
    }

    private static String migration() {
        try (InputStream file =
                MovedColumnsTest.class.getResourceAsStream("/db/migration/window/V7_13__annex_columns.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A filing of one row, as it was kept when the annex had so many columns. */
    private long old(Annex annex, String code, String name, int columns) {
        long id = table.add(
                round.id(), new Target(annex, code, name, "scjg"), "旧表.xlsx", null, null, CENTRE, clock.instant());
        List<String> cells =
                IntStream.range(0, columns).mapToObj(column -> "格" + column).toList();
        rows.add(
                id,
                List.of(new CheckedRow(
                        6,
                        RowState.WRONG,
                        cells,
                        List.of(new CheckedRow.Flaw(8, "应为整数")),
                        List.of(new CheckedRow.Difference(17, "前", "后")))));
        return id;
    }

    private List<String> cells(long filing, Annex annex, String... headings) {
        List<String> cells = rows.all(filing).get(0).cells();
        assertThat(cells).hasSameSizeAs(annex.columns());
        return Arrays.stream(headings).map(annex::column).map(cells::get).toList();
    }
}
