package city.onewindow.bench;

import city.onewindow.OneWindow;
import city.onewindow.catalog.Catalogs;
import city.onewindow.launch.EmbeddedPostgres;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;

/**
 * Measures how many pages of a guide a second the program serves, beside a file of the same server in the same run: the least that
 * an answer over HTTP costs here.
 *
 * <p>See bench/README.md. Arguments: seconds a cell, rounds.
 */
final class GuideBench {

    private static final Map<String, String> PATHS = Map.of(
            "file", "/frame/base.css",
            "guide", "/things/qykb?q_has_employees=yes",
            "API", "/api/one-things/qykb");

    private static final List<Integer> THREADS = List.of(1, 8);
    private static final int WARM_UP_SECONDS = 15;

    private GuideBench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Path.of("target/bench-data");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, List.of());
                var house = SpringApplication.run(
                        OneWindow.class,
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.url(),
                        "--spring.datasource.username=" + postgres.user(),
                        "--spring.datasource.password=" + postgres.password(),
                        "--onewindow.key-file=" + data.resolve("onewindow.key"))) {
            house.getBean(Catalogs.class).importShipped();
            String home = "http://127.0.0.1:" + house.getEnvironment().getRequiredProperty("local.server.port");
            List<String> kinds = List.of("file", "guide", "API");
            for (String kind : kinds) {
                perSecond(home + PATHS.get(kind), 1, WARM_UP_SECONDS);
            }
            for (int threads : THREADS) {
                double[][] found = new double[kinds.size()][rounds];
                for (int round = 0; round < rounds; round++) {
                    for (int kind = 0; kind < kinds.size(); kind++) {
                        found[kind][round] = perSecond(home + PATHS.get(kinds.get(kind)), threads, seconds);
                    }
                }
                double file = median(found[0]);
                for (int kind = 0; kind < kinds.size(); kind++) {
                    double rate = median(found[kind]);
                    out.printf(
                            "%d threads: %-5s %7.0f a second, %.2f of a file%n",
                            threads, kinds.get(kind), rate, rate / file);
                }
            }
        }
    }

    private static double perSecond(String address, int threads, int seconds) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<Integer>> readers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                readers.add(pool.submit(() -> {
                    int read = 0;
                    for (; System.nanoTime() < end; read++) {
                        int status =
                                client.send(request, BodyHandlers.ofByteArray()).statusCode();
                        if (status != 200) {
                            throw new IllegalStateException(address + " answers " + status);
                        }
                    }
                    return read;
                }));
            }
            int all = 0;
            for (Future<Integer> reader : readers) {
                all += reader.get();
            }
            return all / ((System.nanoTime() - begin) / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
