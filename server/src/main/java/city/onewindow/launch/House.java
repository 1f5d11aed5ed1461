package city.onewindow.launch;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * Opens the rooms on a database: with their pages, or without for a single errand.
 *
 * @param application the Spring application that the house is made of
 * @param blueprint whose name what the build worked out ahead bears; null to work everything out at the start
 */
record House(Class<?> application, @Nullable Class<?> blueprint) {

    House(Class<?> application) {
        this(application, null);
    }

    ConfigurableApplicationContext openWithPages(Database database, int port, boolean demo) {
        var properties = properties(database);
        properties.put("server.port", port);
        properties.put("onewindow.demo", demo);
        SpringApplication spring = spring(WebApplicationType.SERVLET, properties);
        if (blueprint != null && isDrawn(blueprint)) {
            // For the whole JVM: after this no other shape of the house is opened in it.
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
            spring.setMainApplicationClass(blueprint);
        }
        return spring.run();
    }

    /** Whether the program was packaged with it; one that runs from its sources, such as a test, is not. */
    private static boolean isDrawn(Class<?> blueprint) {
        return ClassUtils.isPresent(
                blueprint.getName() + "__ApplicationContextInitializer", blueprint.getClassLoader());
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
        SpringApplication spring = spring(WebApplicationType.NONE, properties);
        if (clock != null) {
            spring.addInitializers(context -> ((GenericApplicationContext) context)
                    .registerBean("otherClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        }
        return spring.run();
    }

    private SpringApplication spring(WebApplicationType type, Map<String, Object> properties) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setDefaultProperties(properties);
        return spring;
    }

    private static Map<String, Object> properties(Database database) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put(
                "onewindow.key-file", database.data().resolve("onewindow.key").toString());
        properties.put(
                "onewindow.seal-file", database.data().resolve("onewindow.seal").toString());
        return properties;
    }
}
