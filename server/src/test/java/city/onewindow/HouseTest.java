package city.onewindow;

import city.onewindow.approval.StartupCases;
import city.onewindow.catalog.Catalogs;
import city.onewindow.intake.Intake;
import city.onewindow.launch.EmbeddedPostgres;
import city.onewindow.notice.Documents;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every test that needs the house: one Spring context with a real server and one embedded PostgreSQL, shared by all tests of
 * a JVM, of which the build runs two. It offers what many of them ask for. Declare no context configuration of your own in a
 * subclass (no mock beans, properties, profiles): that would build another house and costs seconds.
 *
 * <p>The data is shared and never cleaned: make what you need under fresh numbers, and count only what is yours. Which tests
 * share a house changes from run to run, so trust nothing that another class left behind.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({TestClock.class, StartupCases.class})
public abstract class HouseTest {

    private static final EmbeddedPostgres POSTGRES = freshDatabase();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected StartupCases startups;

    @Autowired
    protected ApplicationContext house;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Catalogs catalogs;

    @Autowired
    protected Documents documents;

    @Autowired
    protected Intake intake;

    @DynamicPropertySource
    static void house(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", POSTGRES::url);
        properties.add("spring.datasource.username", POSTGRES::user);
        properties.add("spring.datasource.password", POSTGRES::password);
        properties.add("onewindow.demo", () -> true);
        properties.add("onewindow.key-file", () -> TestData.DIRECTORY + "/onewindow.key");
        properties.add("onewindow.seal-file", () -> TestData.DIRECTORY + "/onewindow.seal");
        // What is sent is sent when a test says so.
        properties.add("onewindow.connection.pace", () -> 86_400_000);
    }

    @BeforeEach
    void clockAtStart() {
        clock.reset();
    }

    /** Sets the clock to a Monday so early that what is accepted now is due before all that other tests left in an inbox. */
    protected void beforeAllThatIsOpen() {
        LocalDateTime first = jdbc.sql(
                        "select min(promised_due) from approval.matter where step not in ('WAITING', 'ENDED')")
                .query(LocalDateTime.class)
                .optional()
                .orElse(LocalDateTime.now(clock));
        LocalDate monday = first.toLocalDate().minusWeeks(2).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        clock.set(monday.atTime(9, 0).atZone(clock.getZone()));
    }

    /** Returns when somebody waits for a lock that somebody else has. */
    protected void awaitSomebodyBlocked() {
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    /** The server's files outlive the run, for the sake of speed; what is in the database doesn't. */
    private static EmbeddedPostgres freshDatabase() {
        var server = EmbeddedPostgres.start(
                TestData.DIRECTORY, List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        SpringApplication.getShutdownHandlers().add(server::close);
        String maintenance = server.url().replaceAll("/onewindow$", "/postgres");
        try (var connection = DriverManager.getConnection(maintenance, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists onewindow with (force)");
            statement.execute("create database onewindow");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
