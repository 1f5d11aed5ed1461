package city.onewindow.approval;

import city.onewindow.approval.ProjectView.StageView;
import city.onewindow.approval.ProjectView.StagedCaseView;
import city.onewindow.approval.ProjectView.StagedMatter;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a project together for a reader. */
@Component
class ProjectReading {

    private final ProjectTable table;
    private final AllowanceTable allowances;
    private final Catalogs catalogs;

    ProjectReading(ProjectTable table, AllowanceTable allowances, Catalogs catalogs) {
        this.table = table;
        this.allowances = allowances;
        this.catalogs = catalogs;
    }

    StageGate gate(String code, Catalog catalog) {
        return new StageGate(catalog, table.cases(code), allowances.of(code));
    }

    /** Empty for who may see none of its cases and neither takes in nor leads one of its stages. */
    Optional<ProjectView> view(String code, Actor actor) {
        Catalog catalog = catalogs.current();
        StageGate gate = gate(code, catalog);
        List<Stage> stages = ofItsKind(gate);
        boolean concerned = Scope.of(actor).all()
                || stages.stream().anyMatch(stage -> isOfWindow(stage, catalog, actor))
                || gate.cases().stream().anyMatch(one -> mayOpen(one, actor));
        if (!concerned) {
            return Optional.empty();
        }
        return Optional.of(new ProjectView(
                code, stages.stream().map(stage -> stage(stage, gate, actor)).toList()));
    }

    /** Those of the kind that its cases are of; as long as it has none, of every kind. */
    private static List<Stage> ofItsKind(StageGate gate) {
        List<Stage> all = gate.catalog().stages().all();
        Set<String> kinds = all.stream()
                .filter(stage -> gate.cases().stream().anyMatch(one -> gate.isOf(one, stage)))
                .map(Stage::projectKind)
                .collect(Collectors.toSet());
        return kinds.isEmpty()
                ? all
                : all.stream()
                        .filter(stage -> kinds.contains(stage.projectKind()))
                        .toList();
    }

    private static StageView stage(Stage stage, StageGate gate, Actor actor) {
        Catalog catalog = gate.catalog();
        String code = catalog.stages().oneThing(stage).code();
        List<Allowance> allowances = gate.allowances().stream()
                .filter(allowance -> allowance.stage().equals(code))
                .toList();
        boolean mayAllow = leads(stage, catalog, actor);
        return new StageView(
                code,
                stage,
                gate.cases().stream()
                        .filter(one -> gate.isOf(one, stage))
                        .map(one -> staged(one, actor))
                        .toList(),
                gate.missing(stage),
                allowances,
                mayAllow,
                allowances.stream()
                        .filter(allowance -> mayAllow && allowance.takenBack() == null)
                        .filter(allowance -> gate.acceptedOn(allowance).isEmpty())
                        .map(Allowance::id)
                        .toList());
    }

    private static StagedCaseView staged(StagedCase one, Actor actor) {
        CaseFile file = one.file();
        return new StagedCaseView(
                file.number(),
                file.title(),
                file.isClosed(),
                mayOpen(one, actor),
                one.matters().stream()
                        .map(matter -> new StagedMatter(
                                matter.item(), matter.itemName(), matter.department(), matter.step(), matter.outcome()))
                        .toList());
    }

    private static boolean mayOpen(StagedCase one, Actor actor) {
        return Scope.of(actor).covers(one.file(), one.matters());
    }

    /** Whether the reader takes the stage in, or leads the window that does: he must know what is missing before it begins. */
    private static boolean isOfWindow(Stage stage, Catalog catalog, Actor actor) {
        return actor.has(Role.CLERK)
                        && catalog.stages().oneThing(stage).window().equals(actor.window())
                || leads(stage, catalog, actor);
    }

    private static boolean leads(Stage stage, Catalog catalog, Actor actor) {
        return actor.has(Role.LEAD_DEPARTMENT)
                && lead(stage, catalog).filter(actor.department()::equals).isPresent();
    }

    private static Optional<String> lead(Stage stage, Catalog catalog) {
        return catalog.window(catalog.stages().oneThing(stage).window()).map(Window::leadDepartment);
    }
}
