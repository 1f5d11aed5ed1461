package city.onewindow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures all contestants in one run, alternating, so that what else happens on the machine meets them alike, and prints
 * medians of the rounds and ratios to the first contestant.
 */
final class Match {

    private record Place(Contestant contestant, int threads) {}

    private final String piece;
    private final List<? extends Contestant> contestants;
    private final List<Integer> threads;
    private final int seconds;
    private final Map<Place, List<Cell>> cells = new HashMap<>();

    /**
     * @param piece what a contestant does over and over, in the singular
     * @param threads numbers of threads, each measured for so many seconds a round
     */
    Match(String piece, List<? extends Contestant> contestants, List<Integer> threads, int seconds) {
        this.piece = piece;
        this.contestants = contestants;
        this.threads = threads;
        this.seconds = seconds;
    }

    /**
     * Until the JIT has compiled what a piece runs through. In turns, as the measuring goes: what the contestants share, such as
     * the driver, is compiled anew when the next one uses it in another way; first by one thread, which leaves a core to the
     * JIT, then by the most, for what waits for another thread runs elsewhere.
     */
    void warmUp(int rounds, int secondsEach) throws Exception {
        int most = threads.stream().max(Integer::compare).orElseThrow();
        for (int round = 0; round < rounds; round++) {
            int count = round < rounds - 1 ? 1 : most;
            for (Contestant contestant : contestants) {
                Cell.measure(contestant, count, secondsEach);
            }
        }
    }

    void measure(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (int count : threads) {
                for (Contestant contestant : contestants) {
                    cells.computeIfAbsent(new Place(contestant, count), place -> new ArrayList<>())
                            .add(Cell.measure(contestant, count, seconds));
                }
            }
        }
    }

    void print(PrintStream out) {
        Contestant first = contestants.get(0);
        out.printf(
                "%n| %s | threads | a second, median (each round) | CPU ms a %1$s, Java + PostgreSQL | %s / it |%n",
                piece, first.name());
        out.println("| --- | --- | --- | --- | --- |");
        for (int count : threads) {
            for (Contestant contestant : contestants) {
                double rate = median(contestant, count, Cell::perSecond);
                out.printf(
                        "| %s | %d | %.1f (%s) | %.2f + %.2f | %.2f |%n",
                        contestant.name(),
                        count,
                        rate,
                        rounds(contestant, count),
                        median(contestant, count, Cell::javaMillis),
                        median(contestant, count, Cell::postgresMillis),
                        median(first, count, Cell::perSecond) / rate);
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
