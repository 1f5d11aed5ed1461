package city.onewindow.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** How many milliseconds a piece of work took, done over and over. */
final class Times {

    private final double first;
    private final double[] sorted;

    private Times(double[] millis) {
        this.first = millis[0];
        this.sorted = millis;
        Arrays.sort(sorted);
    }

    /** @param work is given the number of the round, counted from 0 */
    static Times of(int rounds, IntConsumer work) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            work.accept(round);
            millis[round] = (System.nanoTime() - begin) / 1e6;
        }
        return new Times(millis);
    }

    /** Of several that were measured at once. */
    static Times together(List<Times> some) {
        return new Times(
                some.stream().flatMapToDouble(one -> Arrays.stream(one.sorted)).toArray());
    }

    static void head(PrintStream out) {
        out.printf("%n%-40s %9s %9s %9s %9s%n", "", "median ms", "p99 ms", "worst ms", "of limit");
    }

    /** @param limit in milliseconds, held by p99 */
    void print(PrintStream out, String what, double limit) {
        out.printf("%-40s %9.1f %9.1f %9.1f %9.2f%n", what, median(), late(), worst(), late() / limit);
    }

    double first() {
        return first;
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    /** What one in a hundred exceeds. */
    double late() {
        return sorted[sorted.length * 99 / 100];
    }

    double worst() {
        return sorted[sorted.length - 1];
    }
}
