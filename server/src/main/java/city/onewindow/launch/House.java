package city.onewindow.launch;

import city.onewindow.intake.KeyCheck;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
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
        return run(spring);
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
        return run(spring);
    }

    /** @throws StartProblem if the key is another one than the database's; nobody was let in then */
    private static ConfigurableApplicationContext run(SpringApplication spring) {
        try {
            return spring.run();
        } catch (Refused wrong) {
            throw wrongKey();
        }
    }

    private static StartProblem wrongKey() {
        return new StartProblem(
                "这个数据库里的敏感数据不是用现在的密钥加密的，打不开，所以没有启动。请把原来的密钥放回去：设了 ONEWINDOW_KEY 的改成原来的值，没有设的把备份的"
                        + " onewindow.key 复制到数据目录，替换那里的；然后再启动。",
                "The key isn't the one that personal data in this database was sealed with, so nothing was started. Put the"
                        + " right one back: in ONEWINDOW_KEY if that is set, else copy the onewindow.key that you kept into"
                        + " the data directory, over the one there. Then start again.",
                StartProblem.NOT_AGAIN);
    }

    private SpringApplication spring(WebApplicationType type, Map<String, Object> properties) {
        var spring = new Rooms(application);
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
                "onewindow.key-file", database.data().resolve(Database.KEY_FILE).toString());
        properties.put(
                "onewindow.seal-file", database.data().resolve("onewindow.seal").toString());
        return properties;
    }

    /** Leaves a wrong key to be told in words; Spring would tell it as a fault of the program. */
    private static final class Rooms extends SpringApplication {

        Rooms(Class<?> application) {
            super(application);
        }

        @Override
        protected void refresh(ConfigurableApplicationContext context) {
            try {
                super.refresh(context);
            } catch (BeanCreationException failed) {
                if (failed.getMostSpecificCause() instanceof KeyCheck.WrongKey) {
                    throw new Refused(context);
                }
                throw failed;
            }
        }
    }

    /** A run that Spring says nothing of. */
    private static final class Refused extends AbandonedRunException {

        Refused(ConfigurableApplicationContext context) {
            super(context);
        }
    }
}
