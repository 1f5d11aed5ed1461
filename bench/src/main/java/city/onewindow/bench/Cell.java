package city.onewindow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One measurement: a contestant, a number of threads, some seconds.
 *
 * @param perSecond whole cases a second
 * @param javaMillis CPU of this process a case
 * @param postgresMillis CPU of the server a case
 */
record Cell(double perSecond, double javaMillis, double postgresMillis) {

    static Cell measure(Contestant contestant, int threads, int seconds, long postmaster) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Cpu before = Cpu.now(postmaster);
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            Callable<Integer> load = () -> {
                int cases = 0;
                while (System.nanoTime() < end) {
                    contestant.runCase();
                    cases++;
                }
                return cases;
            };
            List<Callable<Integer>> loads = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                loads.add(load);
            }
            int cases = 0;
            for (Future<Integer> done : pool.invokeAll(loads)) {
                cases += done.get();
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            Cpu used = Cpu.now(postmaster).minus(before);
            return new Cell(cases / elapsed, used.java() / cases, used.postgres() / cases);
        } finally {
            pool.shutdownNow();
        }
    }
}
