package city.onewindow.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how many pages of a guide a second the program serves, beside a file of the same server in the same run: the least that
 * an answer over HTTP costs here.
 *
 * <p>See bench/README.md. Arguments: seconds a cell, rounds.
 */
final class GuideBench {

    private static final List<Integer> THREADS = List.of(1, 8);
    private static final int WARM_UP_SECONDS = 15;

    private record Page(String name, String path, Browser browser, long postmaster) implements Contestant {

        @Override
        public void run() {
            browser.get(path);
        }
    }

    private GuideBench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (BenchHouse house = BenchHouse.withPages(Path.of("target/bench-data"))) {
            Browser browser = new Browser(house.address());
            long postmaster = house.postmaster();
            Match match = new Match(
                    "page",
                    List.of(
                            new Page("a file", "/frame/base.css", browser, postmaster),
                            new Page("guide", "/things/qykb?q_has_employees=yes", browser, postmaster),
                            new Page("API", "/api/one-things/qykb", browser, postmaster)),
                    THREADS,
                    seconds);
            match.warmUp(1, WARM_UP_SECONDS);
            match.measure(rounds);
            match.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
    }
}
