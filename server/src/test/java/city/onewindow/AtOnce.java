package city.onewindow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Acts that begin at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    @SafeVarargs
    public static List<Object> together(Callable<Object>... acts) throws InterruptedException {
        return together(List.of(acts));
    }

    /** What each answered or threw. */
    public static List<Object> together(List<Callable<Object>> acts) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<Object>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> one : running) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException thrown) {
                    outcomes.add(thrown.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
