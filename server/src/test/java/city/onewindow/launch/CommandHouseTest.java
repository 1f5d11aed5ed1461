package city.onewindow.launch;

import city.onewindow.HouseTest;
import city.onewindow.OneWindow;
import city.onewindow.TestData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Commands as they are typed, on the database of the house. */
abstract class CommandHouseTest extends HouseTest {

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @Autowired
    private Environment settings;

    int run(String... args) {
        return run(Map.of(), args);
    }

    /** @param more of the environment, beside the database and its key */
    int run(Map<String, String> more, String... args) {
        var environment = new HashMap<>(Map.of(
                "ONEWINDOW_KEY", "0123456789abcdef0123456789abcdef",
                "ONEWINDOW_DB_URL", settings.getRequiredProperty("spring.datasource.url"),
                "ONEWINDOW_DB_USER", settings.getRequiredProperty("spring.datasource.username"),
                "ONEWINDOW_DB_PASSWORD", settings.getRequiredProperty("spring.datasource.password")));
        environment.putAll(more);
        return Commands.line(new House(OneWindow.class), environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(args), Stream.of("--data", TestData.DIRECTORY.toString()))
                        .toArray(String[]::new));
    }
}
