package city.onewindow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Collects the cells of all rounds and prints medians, and ratios to the first contestant. */
final class Report {

    private record Place(Contestant contestant, int threads) {}

    private final List<Contestant> contestants;
    private final List<Integer> threads;
    private final Map<Place, List<Cell>> cells = new HashMap<>();

    Report(List<Contestant> contestants, List<Integer> threads) {
        this.contestants = contestants;
        this.threads = threads;
    }

    void add(Contestant contestant, int threadCount, Cell cell) {
        cells.computeIfAbsent(new Place(contestant, threadCount), place -> new ArrayList<>())
                .add(cell);
    }

    void print(PrintStream out) {
        out.println();
        out.println("| contestant | threads | cases/s, median (each round) | CPU ms a case, Java + PostgreSQL | "
                + contestants.get(0).name() + " / it |");
        out.println("| --- | --- | --- | --- | --- |");
        for (int count : threads) {
            double own = median(contestants.get(0), count, Cell::perSecond);
            for (Contestant contestant : contestants) {
                out.printf(
                        "| %s | %d | %.1f (%s) | %.2f + %.2f | %.2f |%n",
                        contestant.name(),
                        count,
                        median(contestant, count, Cell::perSecond),
                        rounds(contestant, count),
                        median(contestant, count, Cell::javaMillis),
                        median(contestant, count, Cell::postgresMillis),
                        own / median(contestant, count, Cell::perSecond));
            }
        }
    }

    private String rounds(Contestant contestant, int count) {
        return String.join(
                ", ",
                of(contestant, count).stream()
                        .map(cell -> "%.1f".formatted(cell.perSecond()))
                        .toList());
    }

    private double median(Contestant contestant, int count, ToDoubleFunction<Cell> part) {
        List<Double> sorted =
                of(contestant, count).stream().map(part::applyAsDouble).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private List<Cell> of(Contestant contestant, int count) {
        return cells.getOrDefault(new Place(contestant, count), List.of());
    }
}
