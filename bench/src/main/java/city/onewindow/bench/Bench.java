package city.onewindow.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how many whole cases a second the product and its peers do, on one PostgreSQL with its ordinary durability.
 *
 * <p>See bench/README.md. Arguments: seconds a cell, rounds.
 */
final class Bench {

    private static final List<Integer> THREADS = List.of(1, 4, 8, 16);
    private static final int WARM_UP_SECONDS = 25;
    private static final int WARM_UP_ROUNDS = 5;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BenchHouse house = BenchHouse.quiet(Path.of("target/bench-data"), "shared_buffers=1GB");
                HikariDataSource flowableData = pool(house, "flowable");
                HikariDataSource bareData = pool(house, "bare")) {
            OneWindowCases product = new OneWindowCases("OneWindow", house);
            String closed = product.closedCase();
            long postmaster = house.postmaster();
            try (FlowableCases flowable = new FlowableCases(flowableData, postmaster, product.flow())) {
                BareJdbcCases bare = new BareJdbcCases(bareData, postmaster, product.flow(), closed);
                out.printf(
                        "%d items, %d transactions a case; %d s a cell, %d rounds%n",
                        product.flow().items().size(), product.flow().transactions(), seconds, rounds);
                Match match = new Match("case", List.of(product, flowable, bare), THREADS, seconds);
                // Before anything is measured: the database tidies up after so many new rows.
                int inAll = WARM_UP_ROUNDS * WARM_UP_SECONDS + rounds * THREADS.size() * seconds;
                product.prepare(OneWindowCases.MOST_A_SECOND * inAll);
                match.warmUp(WARM_UP_ROUNDS, WARM_UP_SECONDS);
                house.get(JdbcClient.class).sql("vacuum analyze").update();
                match.measure(rounds);
                match.print(out);
            }
        }
    }

    private static HikariDataSource pool(BenchHouse house, String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(house.postgres().url());
        config.setUsername(house.postgres().user());
        config.setPassword(house.postgres().password());
        config.setMaximumPoolSize(20);
        config.setConnectionInitSql("create schema if not exists " + schema + "; set search_path = " + schema);
        return new HikariDataSource(config);
    }
}
