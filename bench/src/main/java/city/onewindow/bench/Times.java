package city.onewindow.bench;

import java.util.Arrays;
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
