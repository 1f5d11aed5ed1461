package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.EarlierResults;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells the later stages of a project that a result of an earlier one holds no longer, in the transaction of the act that took it back.
 * It ends nothing there: whether a later permit can stand without it is for whoever gave that to judge (行政许可法 第六十九条).
 */
@Component
class LaterStages {

    private final ProjectTable projects;
    private final ProjectReading reading;
    private final SetbackTable setbacks;
    private final EarlierResults earlier;
    private final Catalogs catalogs;
    private final Clock clock;

    LaterStages(
            ProjectTable projects,
            ProjectReading reading,
            SetbackTable setbacks,
            EarlierResults earlier,
            Catalogs catalogs,
            Clock clock) {
        this.projects = projects;
        this.reading = reading;
        this.setbacks = setbacks;
        this.earlier = earlier;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /**
     * First of all in an act that may take a granted result back, before it locks its own case: holds the whole project. To tell a case
     * is to lock its matters. Two acts that each held their own case and told the other's would wait for each other in a ring; nor could
     * the one that PostgreSQL then ends be done again here, for its transaction is the caller's.
     */
    void hold(String number) {
        projects.ofCase(number).ifPresent(projects::hold);
    }

    /** As {@link #tell(List, String, Function)}, of one matter. */
    void tell(Matter before, String why, Move move) {
        tell(List.of(before), why, matter -> move);
    }

    /**
     * After {@link #hold}. The project is read once for all of them.
     *
     * @param before matters of one case as they stood; what wasn't granted nobody builds on
     * @param why what happened to them, as a clause that ends the sentence: 已被撤销，理由：…。
     */
    void tell(List<Matter> before, String why, Function<Matter, Move> moves) {
        List<Matter> granted = before.stream()
                .filter(matter -> matter.outcome() == Outcome.GRANTED)
                .toList();
        if (granted.isEmpty()) {
            return;
        }
        projects.ofCase(granted.get(0).number()).ifPresent(project -> {
            StageGate gate = reading.gate(project, catalogs.current());
            granted.forEach(matter -> tell(gate, matter, why, moves.apply(matter)));
        });
    }

    private void tell(StageGate gate, Matter fallen, String why, Move move) {
        earlier.fell(fallen.number(), fallen.item());
        List<String> others = gate.cases().stream()
                .map(one -> one.file().number())
                .filter(number -> !number.equals(fallen.number()))
                .toList();
        Set<String> concerned = new HashSet<>(earlier.restingOn(others, fallen.number(), fallen.item()));
        gate.buildingOn(fallen.item()).forEach(one -> concerned.add(one.file().number()));
        List<String> numbers = others.stream().filter(concerned::contains).toList();
        if (!numbers.isEmpty()) {
            setbacks.tell(numbers, fallen, words(fallen, why), move.actor().account(), move.at());
        }
    }

    /**
     * The departments of a case that the law accepted on a result that had fallen by then: it was no case yet when the others were told.
     *
     * @param number of the case, whose matters this very transaction made
     * @param fallen the matter as it stands now
     */
    void tellAccepted(String number, Matter fallen, EarlierResult taken) {
        String why = "在本件视为受理以前已经不再有效，或者换发了新的编号（本件取用的编号是 " + taken.certificate() + "）。";
        setbacks.tell(List.of(number), fallen, words(fallen, why), HistoryEntry.SYSTEM, LocalDateTime.now(clock));
    }

    private static String words(Matter fallen, String why) {
        return "前阶段事项「" + fallen.itemName() + "」（办件 " + fallen.number() + "）的准予决定" + why
                + "法律没有规定后续事项因此自动失效，请依法判断并写明如何处理。";
    }
}
