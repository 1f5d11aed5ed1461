package city.onewindow.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stages of projects as one edition states them. */
public final class Stages {

    private final Content content;

    Stages(Content content) {
        this.content = content;
    }

    /** Which stage a one-thing is; empty if it is none, as most are. */
    public Optional<Stage> of(OneThing oneThing) {
        return Optional.ofNullable(content.stages().get(oneThing.name()));
    }

    /** All stages, those of a kind of project one after another. */
    public List<Stage> all() {
        return content.stages().values().stream()
                .sorted(Comparator.comparing(Stage::projectKind).thenComparingInt(Stage::seq))
                .toList();
    }

    /** The earlier stages of the same kind of project, in order. */
    public List<Stage> before(Stage stage) {
        return all().stream()
                .filter(other -> other.projectKind().equals(stage.projectKind()) && other.seq() < stage.seq())
                .toList();
    }

    public OneThing oneThing(Stage stage) {
        return Optional.ofNullable(content.oneThings().get(stage.oneThing())).orElseThrow();
    }

    /** What of a stage must be granted before a later one is accepted, as far as it is to be done for the project at all. */
    public List<Item> grantedFirst(Stage stage) {
        return oneThing(stage).members().stream()
                .filter(member -> stage.grantedFirst().isEmpty()
                        ? !member.optional()
                        : stage.grantedFirst().contains(member.item()))
                .map(member ->
                        Optional.ofNullable(content.items().get(member.item())).orElseThrow())
                .toList();
    }

    /** Whether the item belongs to a stage, whoever asks for it by itself. */
    public boolean has(Item item) {
        return content.stages().values().stream()
                .anyMatch(stage -> oneThing(stage).members().stream()
                        .anyMatch(member -> member.item().equals(item.name())));
    }
}
