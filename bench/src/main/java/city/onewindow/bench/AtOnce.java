package city.onewindow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work by several threads at once. */
final class AtOnce {

    private AtOnce() {}

    /**
     * What each thread came to, once all are done.
     *
     * @param work is given the number of the thread, counted from 0
     */
    static <T> List<T> run(int threads, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> works = IntStream.range(0, threads)
                    .mapToObj(thread -> (Callable<T>) () -> work.apply(thread))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(works)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
