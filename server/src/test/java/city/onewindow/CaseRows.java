package city.onewindow;

import city.onewindow.approval.Procedure;
import city.onewindow.approval.Step;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the steps of its matters make of a case: as the row of the case counts them. */
final class CaseRows {

    static final String RUNNING = "在办 RUNNING";
    private static final String MADE = "待送达 MADE";
    private static final String CLOSED = "已办结 CLOSED";

    private static final Set<Step> AT_THE_WINDOW = Set.of(Step.DELIVER, Step.SENT);

    private CaseRows() {}

    static String moves() {
        return Stream.of(
                        rows(edge -> isOwed(edge.from()) && !isOwed(edge.to()), RUNNING, "还没办好的最后一个事项", MADE),
                        rows(edge -> isOwed(edge.from()) && edge.to() == Step.ENDED, RUNNING, "最后一个事项", CLOSED),
                        rows(edge -> isMade(edge.from()) && edge.to() == Step.ENDED, MADE, "最后一个事项", CLOSED),
                        rows(edge -> !isOwed(edge.from()) && isOwed(edge.to()), MADE + "、" + CLOSED, "", RUNNING),
                        rows(edge -> edge.from() == Step.ENDED && isMade(edge.to()), CLOSED, "", MADE))
                .collect(Collectors.joining());
    }

    private static boolean isOwed(Step step) {
        return !isMade(step) && step != Step.ENDED;
    }

    private static boolean isMade(Step step) {
        return AT_THE_WINDOW.contains(step);
    }

    private static String rows(Predicate<Procedure.Edge> which, String from, String of, String to) {
        return Procedure.edges().stream()
                .filter(edge -> !edge.roles().isEmpty())
                .filter(which)
                .map(edge -> StatesPageTest.row(from, of + edge.act().term() + " " + edge.act(), to, edge))
                .distinct()
                .collect(StateRows.together());
    }
}
