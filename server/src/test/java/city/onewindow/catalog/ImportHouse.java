package city.onewindow.catalog;

import city.onewindow.catalog.search.CatalogSearch;
import city.onewindow.identity.Workplaces;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Wordings;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The catalog on an empty database of its own, so that what tests import stays away from the shared house. */
public final class ImportHouse implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AnnotationConfigApplicationContext context;

    private final Runnable drop;

    private ImportHouse(AnnotationConfigApplicationContext context, Runnable drop) {
        this.context = context;
        this.drop = drop;
    }

    public static ImportHouse open(JdbcClient shared, Environment settings) {
        String name = "import_" + COUNT.incrementAndGet();
        drop(shared, name);
        shared.sql("create database " + name).update();
        var database = new HikariDataSource();
        database.setJdbcUrl(
                settings.getRequiredProperty("spring.datasource.url").replaceAll("/onewindow$", "/" + name));
        database.setUsername(settings.getRequiredProperty("spring.datasource.username"));
        database.setPassword(settings.getRequiredProperty("spring.datasource.password"));
        database.setMinimumIdle(1);
        Flyway.configure()
                .dataSource(database)
                .locations(
                        "db/migration/catalog",
                        "db/migration/notice",
                        "db/migration/audit",
                        "db/migration/calendar",
                        "db/migration/identity")
                .load()
                .migrate();
        return new ImportHouse(context(database), () -> drop(shared, name));
    }

    private static void drop(JdbcClient shared, String name) {
        shared.sql("drop database if exists " + name + " with (force)").update();
    }

    private static AnnotationConfigApplicationContext context(DataSource database) {
        var context = new AnnotationConfigApplicationContext();
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("onewindow.content.shipped", false)));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Centre.class, () -> new Centre("990300", "示例中心", "Centre", ""));
        context.registerBean(
                Clock.class, () -> Clock.fixed(Instant.parse("2031-01-01T02:00:00Z"), ZoneId.of("Asia/Shanghai")));
        context.register(
                Transactions.class,
                Workplaces.class,
                Wordings.class,
                Editions.class,
                EditionHistory.class,
                OwnForms.class,
                Catalogs.class,
                CatalogSearch.class);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        // The rooms' pages need a server.
        var pagesApart = new ClassPathBeanDefinitionScanner(context);
        pagesApart.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        pagesApart.addExcludeFilter(
                (type, types) -> type.getClassMetadata().getClassName().contains(".web."));
        pagesApart.scan(
                "city.onewindow.audit",
                "city.onewindow.calendar",
                "city.onewindow.catalog.lint",
                "city.onewindow.catalog.revision");
        context.refresh();
        return context;
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    private static class Transactions {}

    public Catalogs catalogs() {
        return context.getBean(Catalogs.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        drop.run();
    }
}
