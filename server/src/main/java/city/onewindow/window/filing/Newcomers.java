package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.NameWords;
import city.onewindow.catalog.content.Nearest;
import city.onewindow.window.Annex;
import java.util.List;
import java.util.stream.Stream;

/** What is told of the new rows of a filing, so that nobody files one without knowing that the catalog doesn't have it. */
public final class Newcomers implements AutoCloseable {

    private static final int NAMED = 3;

    private final Filing filing;
    private final Catalog catalog;
    private final NameWords words = new NameWords();

    public Newcomers(Filing filing, Catalog catalog) {
        this.filing = filing;
        this.catalog = catalog;
    }

    /** @return empty of a row that isn't new */
    public String told(CheckedRow row) {
        if (row.state() != RowState.NEW) {
            return "";
        }
        return switch (filing.annex()) {
            case ONE_THING -> ofOneThing(row);
            case DEPARTMENT ->
                Rename.of(row, filing, catalog).map(Rename::told).orElse("目录里没有这个事项，报送时建成草稿，由部门在“事项维护”里补齐后提交。");
            case WINDOW -> "目录里这个窗口的清单没有这一行，照此报送只进汇总表。要加的，由事项的部门在“事项维护”里改。";
        };
    }

    private String ofOneThing(CheckedRow row) {
        String name = row.name(Annex.ONE_THING);
        if (catalog.itemNamed(name).isPresent()) {
            return "目录里这个一件事没有这个事项，照此报送只进汇总表。要加的，由一件事的牵头部门在“事项维护”里加。";
        }
        List<String> near = near(name);
        return "目录里没有名为“" + name + "”的事项，照此报送只进汇总表，目录里不会新建。"
                + (near.isEmpty() ? "" : "名称相近的有：“" + String.join("”、“", near) + "”；是同一个的，请照目录改成全称再上传。")
                + "新事项由它的部门用附件2 报送。";
    }

    /** By their letters, or by the words that they are made of. */
    private List<String> near(String name) {
        List<String> names = catalog.items().stream().map(Item::name).toList();
        return Stream.concat(Nearest.of(name, names).stream(), words.near(name, names).stream())
                .distinct()
                .limit(NAMED)
                .toList();
    }

    /** How many new rows are about an item that the catalog doesn't have. @param names those of all new rows */
    static int unknown(List<String> names, Catalog catalog) {
        return (int)
                names.stream().filter(name -> catalog.itemNamed(name).isEmpty()).count();
    }

    @Override
    public void close() {
        words.close();
    }
}
