package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.EarlierResults;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
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

    /**
     * After {@link #hold}.
     *
     * @param before the matter as it stood; what wasn't granted nobody builds on
     * @param why what happened to it, as a clause that ends the sentence: 已被撤销，理由：…。
     */
    void tell(Matter before, String why, Move move) {
        if (before.outcome() != Outcome.GRANTED) {
            return;
        }
        projects.ofCase(before.number()).ifPresent(project -> {
            StageGate gate = reading.gate(project, catalogs.current());
            List<StagedCase> building = gate.buildingOn(before.item());
            List<String> resting = earlier.restingOn(before.number(), before.item());
            List<String> numbers = gate.cases().stream()
                    .filter(one -> building.contains(one)
                            || resting.contains(one.file().number()))
                    .map(one -> one.file().number())
                    .filter(number -> !number.equals(before.number()))
                    .toList();
            if (!numbers.isEmpty()) {
                setbacks.tell(numbers, before, words(before, why), move.actor().account(), move.at());
            }
        });
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
