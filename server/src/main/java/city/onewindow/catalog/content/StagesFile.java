package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** stages.csv (may be absent): a row says that a one-thing is a stage of a kind of project. */
final class StagesFile {

    static final String NAME = "stages.csv";
    static final List<String> COLUMNS = List.of("one_thing", "project_kind", "seq", "granted_first");

    private static final int MOST_STAGES = 20;

    private final Content content;
    private final Origins origins;

    private StagesFile(Content content, Origins origins) {
        this.content = content;
        this.origins = origins;
    }

    /** By name of the one-thing. */
    static Map<String, Stage> read(List<Row> rows, Origins origins) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        Keys names = new Keys();
        for (Row row : rows) {
            Stage stage = new Stage(
                    row.text("one_thing"),
                    row.text("project_kind"),
                    row.integer("seq", 1, MOST_STAGES),
                    row.list("granted_first", ';'));
            if (names.add(row, "one_thing", stage.oneThing())) {
                stages.put(stage.oneThing(), origins.put(stage, row));
            }
        }
        return stages;
    }

    static void check(Content content, Origins origins) {
        StagesFile file = new StagesFile(content, origins);
        content.stages().values().forEach(file::check);
    }

    private void check(Stage stage) {
        OneThing oneThing = content.oneThings().get(stage.oneThing());
        if (oneThing == null) {
            origins.fault(
                    stage,
                    "one_thing",
                    "没有名为“" + stage.oneThing() + "”的一件事，可填：one-things.csv 的 one_thing"
                            + Nearest.hint(stage.oneThing(), content.oneThings().keySet()));
            return;
        }
        List<String> items = oneThing.members().stream().map(Member::item).toList();
        stage.grantedFirst().stream()
                .filter(item -> !items.contains(item))
                .forEach(item -> origins.fault(
                        stage,
                        "granted_first",
                        "“" + item + "”不是“" + stage.oneThing() + "”的事项，可填：它的事项，即 " + String.join("、", items),
                        List.of(oneThing)));
        if (oneThing.members().stream().noneMatch(this::alwaysNamesTheProject)) {
            origins.fault(
                    stage,
                    "one_thing",
                    "“" + stage.oneThing() + "”没有一个必办事项必填项目代码（" + Stage.PROJECT_CODE
                            + "），分不清是哪个项目的，可填：item-fields.csv 中必办事项的 " + Stage.PROJECT_CODE + " 为必填的一件事",
                    List.of(oneThing));
        }
        content.stages().values().stream()
                .filter(other -> !other.equals(stage)
                        && other.projectKind().equals(stage.projectKind())
                        && other.seq() == stage.seq())
                .findFirst()
                .ifPresent(other -> origins.fault(
                        stage,
                        "seq",
                        "“" + other.oneThing() + "”也是第 " + stage.seq() + " 阶段，可填：别的阶段没有用的次序",
                        List.of(other)));
    }

    private boolean alwaysNamesTheProject(Member member) {
        Item item = Objects.requireNonNull(content.items().get(member.item()));
        return !member.optional()
                && item.fields().stream()
                        .anyMatch(field -> field.element().equals(Stage.PROJECT_CODE)
                                && field.mandatory()
                                && field.condition().equals(Expression.ALWAYS));
    }
}
