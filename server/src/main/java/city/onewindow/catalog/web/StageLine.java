package city.onewindow.catalog.web;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.Stages;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a guide says of the project that its one-thing is a stage of.
 *
 * @param count how many stages there are
 * @param before what must be granted of earlier stages, stage by stage
 */
public record StageLine(Stage stage, int count, List<Before> before) {

    public record Before(OneThing oneThing, List<Item> items) {

        public String names() {
            return items.stream().map(Item::name).collect(Collectors.joining("、"));
        }
    }

    static StageLine of(Stage stage, Stages stages) {
        return new StageLine(
                stage,
                (int) stages.all().stream()
                        .filter(other -> other.projectKind().equals(stage.projectKind()))
                        .count(),
                stages.before(stage).stream()
                        .map(before -> new Before(stages.oneThing(before), stages.grantedFirst(before)))
                        .toList());
    }
}
