package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.intake.EarlierResults;
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

    LaterStages(
            ProjectTable projects,
            ProjectReading reading,
            SetbackTable setbacks,
            EarlierResults earlier,
            Catalogs catalogs) {
        this.projects = projects;
        this.reading = reading;
        this.setbacks = setbacks;
        this.earlier = earlier;
        this.catalogs = catalogs;
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
                setbacks.tell(numbers, before, words(before, why), move);
            }
        });
    }

    private static String words(Matter fallen, String why) {
        return "前阶段事项「" + fallen.itemName() + "」（办件 " + fallen.number() + "）的准予决定" + why
                + "法律没有规定后续事项因此自动失效，请依法判断并写明如何处理。";
    }
}
