package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new row of annex 2 perhaps is: an item of the department that goes by another name there. The catalog knows an item by its
 * name, so filing it as new leaves both.
 *
 * @param before name of the item as the catalog has it
 * @param by why it looks so
 */
public record Rename(String before, String by) {

    /** Of the department's items only those are renamed that the table doesn't have. */
    public static Optional<Rename> of(CheckedRow row, Filing filing, Catalog catalog) {
        if (row.state() != RowState.NEW || filing.annex() != ItemRows.ANNEX) {
            return Optional.empty();
        }
        List<String> absent = filing.absent();
        Optional<Rename> byCode = absent.stream()
                .flatMap(name -> catalog.itemNamed(name).stream())
                .filter(item -> codes(item).anyMatch(row.cells()::contains))
                .map(item -> new Rename(item.name(), "编码相同"))
                .findFirst();
        return byCode.or(() -> Nearest.of(row.cells().get(ItemRows.ANNEX.item()), absent).stream()
                .map(name -> new Rename(name, "名称相近"))
                .findFirst());
    }

    private static Stream<String> codes(Item item) {
        return Stream.of(
                        item.particulars().implementationCode(),
                        item.particulars().basicCode())
                .filter(code -> !code.isEmpty());
    }

    /** What the filer is told. */
    public String told() {
        return "像是“" + before + "”改了名（" + by + "，表里也没有“" + before + "”）。目录按名称认事项：照此报送会新建一个，“" + before
                + "”照旧。同一个事项请把名称改回“" + before + "”；确要改名，报送后在“事项维护”里把“" + before + "”的状态改为取消。";
    }
}
