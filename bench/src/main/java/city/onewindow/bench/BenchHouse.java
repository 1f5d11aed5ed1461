package city.onewindow.bench;

import city.onewindow.OneWindow;
import city.onewindow.catalog.Catalogs;
import city.onewindow.launch.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program on the data of a directory, with the shipped content. A second one on the same directory is another instance
 * beside the first.
 */
record BenchHouse(EmbeddedPostgres postgres, Path data, ConfigurableApplicationContext rooms) implements AutoCloseable {

    /**
     * Only what is asked for is made, so nothing happens by itself.
     *
     * @param settings of PostgreSQL beside the product's
     */
    static BenchHouse quiet(Path data, String... settings) {
        return open(data, List.of(settings), WebApplicationType.NONE, Map.of("spring.main.lazy-initialization", true));
    }

    /** The whole program with its pages and demo accounts, on a free port. */
    static BenchHouse withPages(Path data) {
        return open(data, List.of(), WebApplicationType.SERVLET, Map.of("server.port", 0, "onewindow.demo", true));
    }

    private static BenchHouse open(
            Path data, List<String> settings, WebApplicationType type, Map<String, Object> properties) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, settings);
        SpringApplication spring = new SpringApplication(OneWindow.class);
        spring.setWebApplicationType(type);
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.datasource.url", postgres.url());
        all.put("spring.datasource.username", postgres.user());
        all.put("spring.datasource.password", postgres.password());
        all.put("onewindow.key-file", data.resolve("onewindow.key").toString());
        all.put("onewindow.seal-file", data.resolve("onewindow.seal").toString());
        spring.setDefaultProperties(all);
        ConfigurableApplicationContext rooms = spring.run();
        rooms.getBean(Catalogs.class).importShipped();
        return new BenchHouse(postgres, data, rooms);
    }

    /** A door or whatever else is in it. */
    <T> T get(Class<T> type) {
        return rooms.getBean(type);
    }

    /** Where its pages are. */
    String address() {
        return "http://127.0.0.1:" + rooms.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Process of the database server. */
    long postmaster() {
        Path file = data.resolve("database").resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).get(0).strip());
        } catch (IOException e) {
            throw new IllegalStateException("No server runs on " + data, e);
        }
    }

    @Override
    public void close() {
        rooms.close();
        postgres.close();
    }
}
