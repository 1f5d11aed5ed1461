package city.onewindow.launch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the rooms on a database: with their pages, or without for a single errand.
 *
 * @param application the Spring application that the house is made of
 */
record House(Class<?> application) {

    ConfigurableApplicationContext openWithPages(Database database, int port, boolean demo) {
        var properties = properties(database);
        properties.put("server.port", port);
        properties.put("onewindow.demo", demo);
        return open(WebApplicationType.SERVLET, properties);
    }

    /** Only what the errand needs is made. */
    ConfigurableApplicationContext openWithoutPages(Database database) {
        var properties = properties(database);
        properties.put("spring.main.lazy-initialization", true);
        properties.put("onewindow.demo", database.embedded());
        return open(WebApplicationType.NONE, properties);
    }

    private ConfigurableApplicationContext open(WebApplicationType type, Map<String, Object> properties) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setDefaultProperties(properties);
        return spring.run();
    }

    private static Map<String, Object> properties(Database database) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put(
                "onewindow.key-file", database.data().resolve("onewindow.key").toString());
        return properties;
    }
}
