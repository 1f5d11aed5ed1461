package city.onewindow.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Measures a centre that has a million matters open and ten million closed: what people wait for at their lists and when they
 * decide, how many cases a second it does beside an empty centre, how long a sweep over a million clocks takes.
 *
 * <p>See bench/README.md. Arguments: thousands of open matters, thousands of closed ones, the parts to measure (without, all).
 * The data stays in target.
 */
final class ScaleBench {

    private static final List<Integer> THREADS = List.of(1, 8);
    private static final int CELL_SECONDS = 8;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int WARM_UP_SECONDS = 20;

    private ScaleBench() {}

    public static void main(String[] arguments) throws Exception {
        long open = 1000L * (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1000);
        long closed = 1000L * (arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000);
        String parts = arguments.length > 2 ? arguments[2] : "lists,decisions,flat,sweep";
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Years.data(open, closed, out);
        if (parts.contains("lists")) {
            try (BenchHouse house = BenchHouse.quiet(data)) {
                new ListTimes(house).print(out);
            }
        }
        if (parts.contains("decisions")) {
            try (BenchHouse house = BenchHouse.withPages(data)) {
                new DecisionTimes(house).print(out);
            }
        }
        if (parts.contains("flat")) {
            flat(data, out);
        }
        if (parts.contains("sweep")) {
            try (BenchHouse one = BenchHouse.quiet(data);
                    BenchHouse other = BenchHouse.quiet(data)) {
                new SweepTimes(one, other, out).print();
            }
        }
    }

    /** The same work in an empty centre and in this one, in turns. */
    private static void flat(Path data, PrintStream out) throws Exception {
        Path nothing = Path.of("target/empty-data");
        FileSystemUtils.deleteRecursively(nothing);
        try (BenchHouse empty = BenchHouse.quiet(nothing);
                BenchHouse full = BenchHouse.quiet(data)) {
            List<OneWindowCases> centres =
                    List.of(new OneWindowCases("an empty centre", empty), new OneWindowCases("this centre", full));
            int seconds = WARM_UP_ROUNDS * WARM_UP_SECONDS + ROUNDS * THREADS.size() * CELL_SECONDS;
            centres.forEach(centre -> centre.prepare(OneWindowCases.MOST_A_SECOND * seconds));
            Match match = new Match("case", centres, THREADS, CELL_SECONDS);
            match.warmUp(WARM_UP_ROUNDS, WARM_UP_SECONDS);
            match.measure(ROUNDS);
            match.print(out);
        }
    }
}
