package city.onewindow.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a command finds its data. */
final class DatabaseOption {

    private final Map<String, String> environment;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:ONEWINDOW_DATA:-data}",
            description = "数据目录 / the data directory (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    DatabaseOption(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether opening it makes a database first. */
    boolean isNew() {
        return !Database.isGiven(environment) && !Files.exists(Cluster.directory(data));
    }

    Database open() {
        return Database.open(data.toAbsolutePath().normalize(), environment);
    }
}
