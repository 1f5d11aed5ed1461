package city.onewindow.bench;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Linter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how long the linter takes for a province's catalog: the shipped items under new names until there are so many, beside
 * the shipped content in the same run.
 *
 * <p>See bench/README.md.
 */
final class LintBench {

    private static final int ROUNDS = 5;

    private LintBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Content shipped =
                ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        measure("shipped", shipped, out);
        measure("multiplied", Province.of(shipped), out);
    }

    private static void measure(String what, Content content, PrintStream out) {
        long[] millis = new long[ROUNDS];
        int findings = 0;
        long first = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            List<Finding> found = Linter.lint(content);
            millis[round] = (System.nanoTime() - begin) / 1_000_000;
            first = round == 0 ? millis[0] : first;
            findings = found.size();
        }
        Arrays.sort(millis);
        out.printf(
                "%-10s %6d items %6d findings: first %5d ms, median of %d %5d ms%n",
                what, content.items().size(), findings, first, ROUNDS, millis[ROUNDS / 2]);
    }
}
