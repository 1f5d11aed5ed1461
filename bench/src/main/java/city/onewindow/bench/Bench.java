package city.onewindow.bench;

import city.onewindow.OneWindow;
import city.onewindow.catalog.Catalogs;
import city.onewindow.launch.EmbeddedPostgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures all contestants in one run, alternating, on one PostgreSQL with its ordinary durability, and prints the ratios.
 *
 * <p>See bench/README.md. Arguments: seconds a cell, rounds.
 */
final class Bench {

    private static final List<Integer> THREADS = List.of(1, 4, 8);

    /**
     * Until the JIT has compiled what a case runs through. In turns, as the measuring goes: what the contestants share, such as
     * the driver, is compiled anew when the next one uses it in another way; and by one thread, which leaves a core to the
     * JIT.
     */
    private static final int WARM_UP_SECONDS = 25;

    private static final int WARM_UP_ROUNDS = 4;

    /** On a faster machine a contestant makes more cases ready in between. */
    private static final int EXPECTED_A_SECOND = 40;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Path.of("target/bench-data");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, List.of("shared_buffers=1GB"));
                ConfigurableApplicationContext house = house(postgres, data);
                HikariDataSource flowableData = pool(postgres, "flowable");
                HikariDataSource bareData = pool(postgres, "bare")) {
            house.getBean(Catalogs.class).importShipped();
            OneWindowCases product = new OneWindowCases(house);
            String closed = product.closedCase();
            try (FlowableCases flowable = new FlowableCases(flowableData, product.flow())) {
                List<Contestant> contestants =
                        List.of(product, flowable, new BareJdbcCases(bareData, product.flow(), closed));
                out.printf(
                        "%d items, %d transactions a case; %d s a cell, %d rounds%n",
                        product.flow().items().size(), product.flow().transactions(), seconds, rounds);
                Report report = new Report(contestants, THREADS);
                int measured = seconds * rounds * THREADS.size();
                for (Contestant contestant : contestants) {
                    // Before anything is measured: the database tidies up after so many new rows.
                    contestant.prepare(EXPECTED_A_SECOND * (WARM_UP_ROUNDS * WARM_UP_SECONDS + measured));
                }
                for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                    for (Contestant contestant : contestants) {
                        Cell.measure(contestant, 1, WARM_UP_SECONDS, postmaster(data));
                    }
                }
                house.getBean(JdbcClient.class).sql("vacuum analyze").update();
                for (int round = 0; round < rounds; round++) {
                    for (int threads : THREADS) {
                        for (Contestant contestant : contestants) {
                            report.add(
                                    contestant, threads, Cell.measure(contestant, threads, seconds, postmaster(data)));
                        }
                    }
                }
                report.print(out);
            }
        }
    }

    static ConfigurableApplicationContext house(EmbeddedPostgres postgres, Path data) {
        SpringApplication spring = new SpringApplication(OneWindow.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setDefaultProperties(Map.of(
                "spring.datasource.url", postgres.url(),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", postgres.password(),
                "onewindow.key-file", data.resolve("onewindow.key").toString(),
                "onewindow.seal-file", data.resolve("onewindow.seal").toString(),
                "spring.main.lazy-initialization", true));
        return spring.run();
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(20);
        config.setConnectionInitSql("create schema if not exists " + schema + "; set search_path = " + schema);
        return new HikariDataSource(config);
    }

    private static long postmaster(Path data) throws IOException {
        try (var files = Files.walk(data, 3)) {
            Path pid = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(pid).get(0).strip());
        }
    }
}
