package city.onewindow.launch;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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
        return open(WebApplicationType.SERVLET, properties, null);
    }

    /** Only what the errand needs is made. */
    ConfigurableApplicationContext openWithoutPages(Database database) {
        return openWithoutPages(database, null);
    }

    /** @param clock the house's clock instead of the real one; null for that */
    ConfigurableApplicationContext openWithoutPages(Database database, @Nullable Clock clock) {
        var properties = properties(database);
        properties.put("spring.main.lazy-initialization", true);
        properties.put("onewindow.demo", database.embedded());
        return open(WebApplicationType.NONE, properties, clock);
    }

    private ConfigurableApplicationContext open(
            WebApplicationType type, Map<String, Object> properties, @Nullable Clock clock) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setDefaultProperties(properties);
        if (clock != null) {
            spring.addInitializers(context -> ((GenericApplicationContext) context)
                    .registerBean("otherClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        }
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
