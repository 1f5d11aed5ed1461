package city.onewindow.intake;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Stage;
import city.onewindow.notice.LetterOfAuthority;
import city.onewindow.notice.LetterOfAuthority.Party;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 卷宗: an application together with what its errand asks for: everything a clerk, or an approver, looks at.
 *
 * @param form the values that count, fields filled by answers included
 * @param stage null unless the errand is one of a project
 */
public record Dossier(
        Application application,
        Merge merge,
        FormCheck check,
        FormValues form,
        @Nullable Stage stage) {

    /** @param today on which it is filled in and checked */
    static Dossier of(Application application, Catalog catalog, LocalDate today) {
        return of(
                application,
                Asked.of(application.choice(), catalog, application.form().texts()),
                today);
    }

    static Dossier of(Application application, Asked asked, LocalDate today) {
        FormCheck check = asked.check().on(today);
        return new Dossier(application, asked.merge(), check, check.applicable(application.form()), asked.stage());
    }

    /** Everything that stands between the application and its acceptance. */
    public List<Gap> gaps() {
        return Stream.concat(unfilled().stream(), checked().stream().filter(gap -> !isLate(gap)))
                .toList();
    }

    /**
     * What of the form and its questions is missing or ill formed: with it nothing can be handed in. After a one-time notice, for which it
     * is checked whole, the applicant has made it so since.
     */
    public List<Gap> unfilled() {
        Gaps gaps = new Gaps(merge, check);
        return Stream.concat(gaps.of(unanswered()).stream(), gaps.of(application.form()).stream())
                .toList();
    }

    /**
     * The questions that the form has brought up and nobody has answered: their defaults hold, but nobody has seen them, so nothing
     * is accepted on them.
     */
    public List<Question> unanswered() {
        return merge.errand().questions().stream()
                .filter(question -> !application.choice().answers().containsKey(question.code()))
                .toList();
    }

    /** Of these what the applicant has to mend, and may be told. */
    public List<Gap> demands() {
        return Gap.demanded(gaps());
    }

    /** What the last notice named and is still open, in its words: what the window writes after it, its applicant sees with the next. */
    public List<Gap> toMend() {
        Set<String> open = demands().stream().map(Gap::pointer).collect(Collectors.toSet());
        return application.told().stream()
                .filter(gap -> open.contains(gap.pointer()))
                .toList();
    }

    /** Whether it says only that nothing came, and something has since. */
    boolean isOver(PreReview.Remark remark) {
        return merge.materials().stream()
                .filter(material -> Optional.ofNullable(application.materials().get(material.key()))
                        .filter(kept -> !kept.files().isEmpty())
                        .isPresent())
                .map(Gaps::untouched)
                .map(PreReview.Remark::of)
                .anyMatch(remark::equals);
    }

    /**
     * What the window found only after the one-time notice, in what it already had: it stands in nobody's way any more
     * (行政许可法 第三十二条第一款第四项: everything, once) and is left to the departments to verify (第三十四条).
     */
    public List<Gap> late() {
        return application.isNoticed() ? checked().stream().filter(this::isLate).toList() : List.of();
    }

    /** What the window found wrong, and was yet accepted: found too late to demand it, or accepted by silence. */
    public List<Gap> toVerify() {
        return application.status() == ApplicationStatus.ACCEPTED ? checked() : List.of();
    }

    /** What the window finds by looking. */
    private List<Gap> checked() {
        return new Gaps(merge, check).of(application.materials(), application.remarks());
    }

    private Stream<Gap> found() {
        return Stream.concat(unfilled().stream(), checked().stream());
    }

    private boolean isLate(Gap gap) {
        return application.isNoticed()
                && !gap.ofCentre()
                && !application.demandable().contains(gap.pointer());
    }

    /** The pointers that may be demanded of this, a revision by the applicant of what was noticed before. */
    Set<String> demandableSince(Dossier before) {
        if (!before.application().isNoticed()) {
            return Set.of();
        }
        Set<String> pointers =
                before.found().filter(gap -> !gap.ofCentre()).map(Gap::pointer).collect(Collectors.toSet());
        Stream<String> opened = found().map(Gap::pointer).filter(pointer -> !pointers.contains(pointer));
        return Stream.concat(application.demandable().stream(), opened).collect(Collectors.toSet());
    }

    /** What was deferred against a promise and has not been handed in: results wait for it (容缺受理). */
    public List<MergedMaterial> deferred() {
        return outstanding().stream()
                .filter(material -> material.later().isEmpty())
                .toList();
    }

    /** What is still to follow: the deferred, and what an answer put off until after the decision (告知承诺). */
    public List<MergedMaterial> outstanding() {
        Map<String, CheckedMaterial> found = application.materials();
        boolean settled = application.status() == ApplicationStatus.ACCEPTED && application.deferredUntil() == null;
        return merge.materials().stream()
                .filter(material -> {
                    CheckedMaterial checked = found.get(material.key());
                    return checked == null ? !material.later().isEmpty() : checked.way() == Way.DEFERRED && !settled;
                })
                .toList();
    }

    /** Whether nothing has come in of the material, and something still may: of a case, of what was deferred alone. */
    public boolean awaits(MergedMaterial material) {
        return application.status() == ApplicationStatus.ACCEPTED
                ? deferred().contains(material)
                : !application.materials().containsKey(material.key());
    }

    /** In which ways a material of the set may be dealt with. */
    public Set<Way> waysOf(MergedMaterial material) {
        Set<Way> ways = isUnseen() ? MaterialRules.unseen(material) : MaterialRules.ways(material);
        if (results().stream().anyMatch(taken -> taken.key().equals(material.key()))) {
            ways.add(Way.FETCHED);
        }
        return ways;
    }

    /** What of the materials an earlier stage of the project issued. */
    public List<CheckedMaterial> results() {
        return application.materials().values().stream()
                .filter(checked -> checked.result() != null)
                .sorted(Comparator.comparing(CheckedMaterial::key))
                .toList();
    }

    /** Whether what an earlier stage issued for one is so for the other: to the same applicant, for the same stage of the same project. */
    boolean isOfSameProject(Dossier other) {
        return Objects.equals(stage, other.stage)
                && project().equals(other.project())
                && application
                        .applicant()
                        .idNumber()
                        .equals(other.application.applicant().idNumber());
    }

    /** 项目代码, as the form says it; empty if it says none. */
    public String project() {
        return application.form().text(Stage.PROJECT_CODE);
    }

    /** How it is dealt with where the application stands when all is as it should be. */
    public Way usualWayOf(MergedMaterial material) {
        return isUnseen() ? MaterialRules.usualUnseen(material) : MaterialRules.usual(material);
    }

    /** Whether the applicant applied online and isn't there. */
    private boolean isUnseen() {
        return application.status() == ApplicationStatus.SUBMITTED;
    }

    /** How it is dealt with at the window when all is as it should be. */
    public static Way usualWay(MergedMaterial material) {
        return MaterialRules.usual(material);
    }

    /** Codes of all the fields on the form. */
    Set<String> codes() {
        return merge.fields().stream().map(field -> field.element().code()).collect(Collectors.toSet());
    }

    /** What the window keeps on paper of what these items need, the signed form included. */
    public List<PaperMaterial> paper(Set<String> itemNames) {
        return merge.materials().stream()
                .filter(material ->
                        material.reasons().stream().map(Reason::item).anyMatch(itemNames::contains))
                .flatMap(material -> Stream.ofNullable(application.materials().get(material.key()))
                        .map(checked -> new PaperMaterial(
                                material.key(), material.name(), PaperMaterial.kept(material, checked.way()))))
                .filter(paper -> !paper.form().isEmpty())
                .toList();
    }

    LetterOfAuthority letterOfAuthority() {
        Applicant.Agent agent = application.applicant().agent();
        return new LetterOfAuthority(
                merge.errand().title(),
                merge.errand().items().stream().map(CaseItem::name).toList(),
                application.number(),
                new Party(
                        application.applicant().name(), application.applicant().idNumber()),
                agent == null ? Party.BLANK : new Party(agent.name(), agent.idNumber()));
    }

    /** Codes of the fields that say what the applicant already said when identified (一次采集). */
    public Set<String> prefilled() {
        return Prefill.known(application.applicant(), this).entrySet().stream()
                .filter(known -> known.getValue().equals(application.form().text(known.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
