package city.onewindow.bench;

import city.onewindow.catalog.lint.Linter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Measures how long the linter takes for a province's catalog, beside the shipped content in the same run.
 *
 * <p>See bench/README.md.
 */
final class LintBench {

    private static final int ROUNDS = 5;

    private LintBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Province.besideShipped((what, content) -> {
            int[] findings = new int[ROUNDS];
            Times times = Times.of(
                    ROUNDS, round -> findings[round] = Linter.lint(content).size());
            out.printf(
                    "%-8s %6d items %6d findings: first %5.0f ms, median of %d %5.0f ms%n",
                    what, content.items().size(), findings[0], times.first(), ROUNDS, times.median());
        });
    }
}
