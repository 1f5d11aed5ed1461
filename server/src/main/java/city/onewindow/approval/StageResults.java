package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Stages;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationAccepted;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.EarlierResults;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.MaterialsDemanded;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what earlier stages of a project issued (前序产出物免提交; 国务院关于在线政务服务的若干规定 第七条): the window that
 * takes the next stage in is told that it is there, and nobody has to bring it. Only to the same applicant, for the same project, and
 * only at the window, where he has shown who he is.
 */
@Service
public class StageResults {

    private static final Comparator<Matter> NEWEST_FIRST =
            Comparator.comparing(StageResults::issuedAt).reversed().thenComparing(Matter::number);

    private final ProjectTable projects;
    private final Matters matters;
    private final Intake intake;
    private final EarlierResults earlier;
    private final LaterStages later;
    private final Catalogs catalogs;
    private final Centre centre;

    StageResults(
            ProjectTable projects,
            Matters matters,
            Intake intake,
            EarlierResults earlier,
            LaterStages later,
            Catalogs catalogs,
            Centre centre) {
        this.projects = projects;
        this.matters = matters;
        this.intake = intake;
        this.earlier = earlier;
        this.later = later;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    /** @throws Problem.NotFound for an application of another window */
    @Transactional(readOnly = true)
    public FoundResults of(String number, Actor actor) {
        return found(intake.dossier(number, actor));
    }

    /**
     * The material is in hand, and where it comes from is written down. Again, it is that. Of a case, what was deferred (容缺受理) is
     * handed in thereby, and can't be put back.
     *
     * @param key of the material
     * @param from number of the earlier case
     * @param item code of the item whose result it is
     * @throws Problem.NotFound for an application of another window
     * @throws Problem.Conflict if the result isn't offered, or not any more
     */
    @Transactional
    public FoundResults take(String number, String key, String from, String item, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        // Before anything of it is read: who is just taking the result back ends first, who comes later waits.
        projects.share(dossier.project());
        FoundResults found = found(dossier);
        EarlierResult before = earlier.of(number).get(key);
        boolean isTaken = before != null && isOf(before, from, item);
        if (isTaken) {
            return found;
        }
        StageResult result = found.offered().stream()
                .filter(offered -> offered.key().equals(key) && isOf(offered.from(), from, item))
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("没有这份前阶段结果可以取用：它可能刚刚不再有效，或者材料已经按别的方式处理。请刷新页面，按最新情况办理。"));
        earlier.take(number, key, result.from(), result.words(), actor);
        return found(intake.dossier(number, actor));
    }

    /**
     * As if nothing had come in of the material. Again, there is nothing to put back.
     *
     * @throws Problem.NotFound for an application of another window
     * @throws Problem.Conflict if the application isn't filled in any more
     */
    @Transactional
    public FoundResults putBack(String number, String key, Actor actor) {
        // As before it is taken: whether it still holds is remembered.
        projects.share(intake.dossier(number, actor).project());
        earlier.putBack(number, key, this::holds, actor);
        return found(intake.dossier(number, actor));
    }

    /**
     * Of what was just accepted as a stage, after it entered its project. What the law accepts by silence it accepts as it is: the
     * departments are told there.
     *
     * @throws Problem.InvalidInput for each result that it rests on and that holds no longer; nothing is accepted then
     */
    void mustHold(ApplicationAccepted accepted) {
        if (!Projects.isCode(accepted.project())) {
            return;
        }
        Map<String, EarlierResult> taken = earlier.of(accepted.number());
        if (accepted.by().equals(HistoryEntry.SYSTEM)) {
            tellFallen(accepted, taken);
        } else {
            Problem.InvalidInput.refuse(fallen(taken));
        }
    }

    /** Those that it rests on and that hold no longer. */
    List<Fault> fallen(String number) {
        return fallen(earlier.of(number));
    }

    private List<Fault> fallen(Map<String, EarlierResult> taken) {
        List<Fault> faults = new ArrayList<>();
        taken.forEach((key, from) -> {
            if (!holds(from)) {
                faults.add(new Fault(
                        "/materials" + Fault.step(key),
                        "取用的前阶段结果（办件 " + from.number() + "，编号 " + from.certificate()
                                + "）已经不再有效，或者换发了新的编号。请在材料页点“不再取用”，重新取用或者改按其他方式收取以后再受理。"));
            }
        });
        return faults;
    }

    private void tellFallen(ApplicationAccepted accepted, Map<String, EarlierResult> taken) {
        if (taken.isEmpty()) {
            return;
        }
        // No gate locked a grant for this one: who is just taking one back ends first, and whoever comes later finds
        // the case.
        projects.share(accepted.project());
        taken.values().stream()
                .distinct()
                .filter(from -> !holds(from))
                .forEach(from -> later.tellAccepted(
                        accepted.number(),
                        matters.one(centre.region(), from.number(), from.item()).orElseThrow(),
                        from));
    }

    /** What a one-time notice would demand though it could be taken. */
    List<StageResult> offered(MaterialsDemanded demanded) {
        return found(demanded.dossier()).offered().stream()
                .filter(result -> demanded.keys().contains(result.key()))
                .toList();
    }

    private FoundResults found(Dossier dossier) {
        ApplicationStatus status = dossier.application().status();
        if (dossier.stage() == null
                || !Projects.isCode(dossier.project())
                || !(status.allows(IntakeAct.FILL) || status.allows(IntakeAct.SUPPLY))) {
            return FoundResults.NOTHING;
        }
        return new FoundResults(offered(dossier), status.allows(IntakeAct.FILL) ? taken(dossier) : List.of());
    }

    private List<StageResult> offered(Dossier dossier) {
        Set<String> items = itemsBefore(dossier);
        List<StagedCase> cases = projects.cases(dossier.project());
        List<String> numbers = cases.stream().map(one -> one.file().number()).toList();
        Set<String> own = earlier.ofSameApplicant(dossier, numbers);
        return cases.stream()
                .filter(one -> own.contains(one.file().number()))
                .flatMap(one -> one.matters().stream())
                .filter(matter -> items.contains(matter.item()) && isIssued(matter))
                .sorted(NEWEST_FIRST)
                .flatMap(matter -> dossier.merge().givenBy(matter.result()).stream()
                        .filter(dossier::awaits)
                        .map(material -> new StageResult(
                                material.key(),
                                material.name(),
                                new EarlierResult(
                                        matter.number(),
                                        matter.item(),
                                        Objects.requireNonNull(matter.certificateNumber())),
                                matter.itemName(),
                                matter.result(),
                                issuedAt(matter).toLocalDate())))
                .toList();
    }

    private List<TakenResult> taken(Dossier dossier) {
        return dossier.results().stream()
                .flatMap(checked -> Optional.ofNullable(checked.result()).stream()
                        .map(from -> new TakenResult(
                                checked.key(),
                                dossier.merge()
                                        .material(checked.key())
                                        .map(MergedMaterial::name)
                                        .orElse(checked.key()),
                                from,
                                checked.remark(),
                                holds(from))))
                .toList();
    }

    /** Codes of the items of the stages before. */
    private Set<String> itemsBefore(Dossier dossier) {
        Catalog catalog = catalogs.at(dossier.application().edition());
        Stages stages = catalog.stages();
        return stages.before(Objects.requireNonNull(dossier.stage())).stream()
                .flatMap(stage -> stages.oneThing(stage).members().stream())
                .flatMap(member -> catalog.itemNamed(member.item()).stream())
                .map(Item::code)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(EarlierResult result, String number, String item) {
        return result.number().equals(number) && result.item().equals(item);
    }

    private boolean holds(EarlierResult taken) {
        return matters.one(centre.region(), taken.number(), taken.item())
                .filter(StageResults::isIssued)
                .filter(matter -> taken.certificate().equals(matter.certificateNumber()))
                .isPresent();
    }

    /** Granted, with a number, and made; handed over or not. Revoked, set aside, void or lapsed, a matter is granted no longer. */
    private static boolean isIssued(Matter matter) {
        return matter.outcome() == Outcome.GRANTED
                && matter.certificateNumber() != null
                && matter.step().isMade();
    }

    /** A grant that a ruling restored when it was over was made when it was granted, as far as is known. */
    private static LocalDateTime issuedAt(Matter matter) {
        return Objects.requireNonNull(matter.readyAt() == null ? matter.decidedAt() : matter.readyAt());
    }
}
