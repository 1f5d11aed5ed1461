package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 阶段准入: what of the earlier stages stands between a project and a stage. It tells; what holds is the statement in
 * {@link ProjectTable} that binds a case to its project.
 */
record StageGate(Catalog catalog, List<StagedCase> cases, List<Allowance> allowances) {

    StageGate {
        cases = List.copyOf(cases);
        allowances = List.copyOf(allowances);
    }

    /** An item that must be granted first, and the stage that it is of. */
    record Need(Stage stage, String stageCode, Item item) {}

    static List<Need> needs(Catalog catalog, Stage stage) {
        return catalog.stages().before(stage).stream()
                .flatMap(before -> catalog.stages().grantedFirst(before).stream()
                        .map(item -> new Need(
                                before, catalog.stages().oneThing(before).code(), item)))
                .toList();
    }

    List<MissingItem> missing(Stage stage) {
        String into = catalog.stages().oneThing(stage).code();
        return needs(catalog, stage).stream()
                .filter(need -> isCalledFor(need)
                        && !isGranted(need)
                        && allowances.stream()
                                .noneMatch(
                                        allowance -> allowance.lets(need.item().code(), into)))
                .map(this::missing)
                .toList();
    }

    /** What the answers left out of the earlier stage, or was withdrawn, isn't missed, unless that stage never began. */
    private boolean isCalledFor(Need need) {
        return cases.stream()
                        .flatMap(one -> one.matter(need.item().code()).stream())
                        .anyMatch(StageGate::stands)
                || cases.stream()
                        .noneMatch(one -> need.stageCode().equals(one.file().oneThing())
                                && one.matters().stream().anyMatch(StageGate::stands));
    }

    private static boolean stands(Matter matter) {
        return matter.outcome() != Outcome.WITHDRAWN;
    }

    private boolean isGranted(Need need) {
        return cases.stream()
                .flatMap(one -> one.matter(need.item().code()).stream())
                .anyMatch(matter -> matter.outcome() == Outcome.GRANTED);
    }

    private MissingItem missing(Need need) {
        Optional<Matter> newest = cases.stream()
                .flatMap(one -> one.matter(need.item().code()).stream())
                .max(Comparator.comparing(Matter::number));
        return new MissingItem(
                need.item().code(),
                need.item().name(),
                need.stage().oneThing(),
                need.item().department(),
                catalog.content().departmentName(need.item().department()),
                newest.map(Matter::number).orElse(null),
                newest.map(Matter::step).orElse(null),
                newest.map(Matter::outcome).orElse(null));
    }
}
