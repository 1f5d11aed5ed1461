package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Accounts;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who owes the next moves of a case; reads only what may be there. */
@Component
class NextMoves {

    private final SpecialProcedures procedures;
    private final ConsultationTable consultations;
    private final OwedMaterials materials;
    private final WorkedThere workedThere;
    private final DeclarationTable declarations;
    private final LeaveTable leaves;
    private final Orders orders;
    private final SlipTable slips;
    private final Accounts accounts;
    private final Calendar calendar;
    private final Clock clock;

    NextMoves(
            SpecialProcedures procedures,
            ConsultationTable consultations,
            OwedMaterials materials,
            WorkedThere workedThere,
            DeclarationTable declarations,
            LeaveTable leaves,
            Orders orders,
            SlipTable slips,
            Accounts accounts,
            Calendar calendar,
            Clock clock) {
        this.procedures = procedures;
        this.consultations = consultations;
        this.materials = materials;
        this.workedThere = workedThere;
        this.declarations = declarations;
        this.leaves = leaves;
        this.orders = orders;
        this.slips = slips;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * In the order of the matters, what is owed of paper last.
     *
     * @param inspections of the case that the reader may see: to those alone he is told what is owed
     * @param setbacks of the case
     */
    List<NextMove> of(
            CaseFile file,
            List<Matter> matters,
            List<HistoryEntry> history,
            List<IssuedDocument> documents,
            List<Inspection> inspections,
            List<Setback> setbacks) {
        Stream<NextMove> paper = slips.ofCase(file.number()).stream()
                .flatMap(slip -> slip.owed(file.isClosed(), calendar.deadlines(), LocalDateTime.now(clock)).stream());
        return Stream.concat(ofMatters(file, matters, history, documents, inspections, setbacks).stream(), paper)
                .toList();
    }

    private List<NextMove> ofMatters(
            CaseFile file,
            List<Matter> matters,
            List<HistoryEntry> history,
            List<IssuedDocument> documents,
            List<Inspection> inspections,
            List<Setback> setbacks) {
        Map<String, Declared> declared = declarations.ofCase(
                file.edition(),
                file.number(),
                matters.stream().map(Matter::item).toList());
        List<Setback> told =
                setbacks.stream().filter(one -> one.answer() == null).toList();
        LocalDateTime now = LocalDateTime.now(clock);
        List<Inspection.Owed> looks =
                inspections.stream().flatMap(one -> one.owed(now).stream()).toList();
        boolean over = file.isClosed() && told.isEmpty() && looks.isEmpty();
        if (over && declared.values().stream().allMatch(one -> one.due() == null)) {
            return List.of();
        }
        boolean suspended = matters.stream()
                .anyMatch(matter -> matter.step() == Step.SUSPENDED
                        || matter.step() == Step.REVIEW && matter.technicalCheck() != null);
        boolean ready = matters.stream().anyMatch(matter -> matter.step() == Step.DELIVER);
        boolean askable = matters.stream().anyMatch(Consultations::isOpen);
        NextMove.Known known = new NextMove.Known(
                knownSince(file, documents),
                suspended
                        ? procedures.ofCase(file.number()).values().stream()
                                .flatMap(List::stream)
                                .toList()
                        : List.of(),
                askable ? consultations.ofCase(file.number()) : List.of(),
                looks,
                OwedMaterials.lacking(materials.open(file.number(), matters), matters),
                ready ? materials.suppliedAt(file.number(), matters) : Map.of(),
                workedThere.itemsOfCase(file.number()),
                declared,
                standIns(matters),
                orders.ofCase(file.number(), history),
                headStandIns(matters),
                told);
        Deadlines deadlines = calendar.deadlines();
        return matters.stream()
                .flatMap(matter -> NextMove.of(matter, history, known, deadlines, now).stream())
                .toList();
    }

    /** Nothing is read where nobody has taken anything. */
    private Map<String, Leave.StandIn> standIns(List<Matter> matters) {
        Set<String> holders = matters.stream()
                .flatMap(matter -> Stream.ofNullable(matter.holder()))
                .map(Matter.Holder::account)
                .collect(Collectors.toSet());
        return holders.isEmpty() ? Map.of() : leaves.standIns(holders, LocalDate.now(clock));
    }

    /** A department has one only where all who lead it are away; nothing is read where none of them is asked for anything. */
    private Map<String, Leave.StandIn> headStandIns(List<Matter> matters) {
        Set<String> departments = matters.stream()
                .filter(Matter::waitsForItsHead)
                .map(Matter::department)
                .collect(Collectors.toSet());
        List<Leave> away = departments.isEmpty() ? List.of() : leaves.running(LocalDate.now(clock));
        Map<String, Leave.StandIn> standIns = new HashMap<>();
        departments.forEach(department -> LeaveRules.inPlaceOfHeads(accounts.staffOf(department), away)
                .ifPresent(one -> standIns.put(department, one)));
        return standIns;
    }

    /** By silence a case is accepted as of its receipt, but nobody could act on it before that was found and written. */
    private static LocalDateTime knownSince(CaseFile file, List<IssuedDocument> documents) {
        return documents.stream()
                .filter(document -> file.isAcceptedBySilence() && document.kind() == DocumentKind.ACCEPTANCE)
                .map(IssuedDocument::issuedAt)
                .findFirst()
                .orElse(file.acceptedAt());
    }
}
