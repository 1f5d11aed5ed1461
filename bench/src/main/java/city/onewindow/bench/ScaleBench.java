package city.onewindow.bench;

import city.onewindow.OneWindow;
import city.onewindow.approval.CaseFinder;
import city.onewindow.approval.CaseQuery;
import city.onewindow.approval.CaseSearch;
import city.onewindow.approval.Cases;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.Step;
import city.onewindow.approval.SweepOnce;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Cipher;
import city.onewindow.launch.EmbeddedPostgres;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures what people wait for when a centre has a million matters open and ten million closed: inbox and its figures, lists,
 * search, the page of a case. The data is what {@code onewindow simulate} left, many times over; see {@link Years}.
 *
 * <p>Arguments: thousands of open matters, thousands of closed ones. The data stays in target/scale-data.
 */
final class ScaleBench {

    private static final int SIMULATED = 3000;
    private static final int DAYS = 60;
    private static final int ROUNDS = 1000;
    private static final double LIMIT = 50;

    private final Cases cases;
    private final CaseFinder finder;
    private final JdbcClient jdbc;
    private final Random random = new Random(1);
    private final List<String> departments;
    private final List<String> numbers;
    private final List<String> running;
    private final List<String> names;

    private ScaleBench(ConfigurableApplicationContext house, List<String> names) {
        this.cases = house.getBean(Cases.class);
        this.finder = house.getBean(CaseFinder.class);
        this.jdbc = house.getBean(JdbcClient.class);
        this.names = names;
        this.departments = texts("select department from approval.matter where step = 'REVIEW' group by department");
        this.numbers = texts(
                "select number from approval.case_file tablesample system (0.2) repeatable (1) where closed_at is not null");
        this.running = texts(
                "select number from approval.case_file tablesample system (2) repeatable (1) where closed_at is null");
    }

    public static void main(String[] arguments) throws Exception {
        long open = 1000L * (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1000);
        long closed = 1000L * (arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Path.of("target/scale-data");
        if (!Files.exists(data)) {
            OneWindow.main(new String[] {
                "simulate", "--data", data.toString(), "--cases", "" + SIMULATED, "--days", "" + DAYS, "--seed", "1"
            });
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, List.of())) {
            fill(postgres, data, open, closed, out);
            try (ConfigurableApplicationContext house = Bench.house(postgres, data)) {
                ScaleBench bench = new ScaleBench(house, Years.names());
                bench.run(out);
                bench.sweep(house, out);
            }
        }
    }

    /**
     * Unless it is done already. While nobody else is there: a house has work of its own, and would wait for the tables or keep
     * them.
     */
    private static void fill(EmbeddedPostgres postgres, Path data, long open, long closed, PrintStream out)
            throws SQLException {
        List<String> fingerprints;
        try (ConfigurableApplicationContext house = Bench.house(postgres, data)) {
            if (count(house.getBean(JdbcClient.class), "approval.case_file") > SIMULATED) {
                return;
            }
            Cipher cipher = house.getBean(Cipher.class);
            fingerprints = Years.names().stream().map(cipher::fingerprint).toList();
        }
        try (Connection database = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
            new Years(database, fingerprints, out).make(open, closed);
        }
    }

    private void run(PrintStream out) {
        out.printf(
                "%,d matters open, %,d ended, %,d cases, %,d rows of history, %,d documents; database of %s%n",
                count("approval.matter where step <> 'ENDED'"),
                count("approval.matter where step = 'ENDED'"),
                count("approval.case_file"),
                count("approval.history"),
                count("notice.document"),
                texts("select pg_size_pretty(pg_database_size(current_database()))")
                        .get(0));
        Map<String, IntConsumer> asked = new LinkedHashMap<>();
        asked.put("inbox, first page", round -> cases.inbox(InboxQuery.ALL, null, 31, approver()));
        asked.put("inbox, read on to a fifth page", this::fifthPage);
        asked.put(
                "inbox, overdue",
                round -> cases.inbox(new InboxQuery(null, InboxQuery.Due.OVERDUE, false, false), null, 31, approver()));
        asked.put("figures of the inbox", round -> {
            cases.inboxCounts(approver());
            cases.extensionsAsked(approver());
        });
        asked.put("overview of the centre, running", round -> cases.list(CaseQuery.RUNNING, null, 30, manager()));
        asked.put(
                "overview of a lead department, closed",
                round -> cases.list(new CaseQuery(CaseQuery.Status.CLOSED, false), null, 30, lead()));
        asked.put("search by name", round -> finder.find(named(), null, 30, manager()));
        asked.put("search by name, one department's", round -> finder.find(named(), null, 30, approver()));
        asked.put(
                "search by department and step",
                round -> finder.find(
                        new CaseSearch(null, pick(departments), pick(List.of(Step.values()))), null, 30, manager()));
        asked.put(
                "search by department",
                round -> finder.find(new CaseSearch(null, pick(departments), null), null, 30, manager()));
        asked.put("newest cases of a department", round -> finder.find(CaseSearch.NEWEST, null, 30, approver()));
        asked.put("a matter", round -> {
            String number = pick(running);
            cases.matter(number, cases.file(number, manager()).matters().get(0).item(), manager());
        });
        asked.put("page of a closed case", round -> cases.file(pick(numbers), manager()));
        asked.put("page of a running case", round -> cases.file(pick(running), manager()));
        out.printf("%-40s %9s %9s %9s %9s%n", "", "median ms", "p99 ms", "worst ms", "of limit");
        asked.forEach((what, work) -> {
            Times times = Times.of(ROUNDS, work);
            out.printf(
                    "%-40s %9.1f %9.1f %9.1f %9.2f%n",
                    what, times.median(), times.late(), times.worst(), times.late() / LIMIT);
        });
    }

    /** Twice: what lay due when the simulation ended is raised once, and then a sweep only looks. */
    private void sweep(ConfigurableApplicationContext house, PrintStream out) {
        for (int round = 0; round < 2; round++) {
            long before = count("approval.card");
            long begin = System.nanoTime();
            SweepOnce.of(house);
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(
                    "sweep of %,d running clocks: %.2f s, %,d cards raised%n",
                    count("approval.matter where step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY')"),
                    seconds,
                    count("approval.card") - before);
        }
    }

    private void fifthPage(int round) {
        Actor actor = approver();
        String after = null;
        for (int page = 0; page < 5 && (page == 0 || after != null); page++) {
            after = cases.inbox(InboxQuery.ALL, after, 31, actor).next();
        }
    }

    private CaseSearch named() {
        return new CaseSearch(pick(names), null, null);
    }

    private Actor approver() {
        return actor(pick(departments), Role.REVIEWER, Role.DECIDER);
    }

    private Actor lead() {
        return actor(pick(departments), Role.LEAD_DEPARTMENT);
    }

    private static Actor manager() {
        return actor("zwfw", Role.MANAGER);
    }

    private static Actor actor(String department, Role... roles) {
        return new Actor("bench", "测试", Set.of(roles), department, null);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private long count(String what) {
        return count(jdbc, what);
    }

    private static long count(JdbcClient jdbc, String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
