package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The oldest case that was accepted on what was allowed; what the law accepted by silence needed no allowance. */
    Optional<StagedCase> acceptedOn(Allowance allowance) {
        Set<String> calling = catalog.stages().all().stream()
                .filter(stage -> needs(catalog, stage).stream()
                        .anyMatch(need -> need.item().code().equals(allowance.item())))
                .map(stage -> catalog.stages().oneThing(stage).code())
                .filter(code -> allowance.lets(allowance.item(), code))
                .collect(Collectors.toSet());
        return cases.stream()
                .filter(StageGate::stands)
                .filter(one -> !one.file().isAcceptedBySilence()
                        && !one.file().acceptedAt().isBefore(allowance.at()))
                .filter(one -> one.file().oneThing() != null
                        && calling.contains(one.file().oneThing()))
                .findFirst();
    }

    /**
     * The cases of those stages that need the item, now that it isn't granted (any more): not where another case of the project has it,
     * nor where nobody asks for it.
     */
    List<StagedCase> buildingOn(String item) {
        boolean waived = allowances.stream()
                .anyMatch(
                        one -> one.kind() == Allowance.Kind.WAIVER && one.item().equals(item));
        List<Stage> later = catalog.stages().all().stream()
                .filter(stage -> !waived
                        && needs(catalog, stage).stream()
                                .anyMatch(need -> need.item().code().equals(item) && !isGranted(need)))
                .toList();
        return cases.stream()
                .filter(one -> later.stream().anyMatch(stage -> isOf(one, stage)))
                .toList();
    }

    /** A case of the whole stage, or with items of it handed in by themselves. */
    boolean isOf(StagedCase one, Stage stage) {
        OneThing oneThing = catalog.stages().oneThing(stage);
        return one.file().oneThing() != null
                ? oneThing.code().equals(one.file().oneThing())
                : oneThing.members().stream()
                        .flatMap(member -> catalog.itemNamed(member.item()).stream())
                        .anyMatch(item -> one.matter(item.code()).isPresent());
    }

    /**
     * What the answers left out of the earlier stage isn't missed, unless that stage never began. A case that was withdrawn as a
     * whole, such as one begun with wrong answers, calls for nothing; a single item withdrawn from a case that stands is still missing.
     */
    private boolean isCalledFor(Need need) {
        return cases.stream()
                        .filter(StageGate::stands)
                        .anyMatch(one -> one.matter(need.item().code()).isPresent())
                || cases.stream()
                        .filter(StageGate::stands)
                        .noneMatch(one -> need.stageCode().equals(one.file().oneThing()));
    }

    private static boolean stands(StagedCase one) {
        return one.matters().stream().anyMatch(matter -> matter.outcome() != Outcome.WITHDRAWN);
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
