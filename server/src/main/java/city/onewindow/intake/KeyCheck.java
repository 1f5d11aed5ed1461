package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Cipher;
import java.sql.Connection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Sees that the program was started with the key that personal data here is sealed with. With another one it would look well,
 * open nothing, and seal what comes in so that the right key can't open that later. The database keeps a mark of its key;
 * where it has none yet, what is sealed there tells.
 *
 * <p>Made at every start, before anybody is let in and for a single errand too, since errands seal as well.
 */
@Component
@Lazy(false)
public class KeyCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Centre centre;

    KeyCheck(JdbcClient jdbc, Cipher cipher, Centre centre) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.centre = centre;
    }

    /**
     * The same before a migration that opens what is sealed: that runs before anything is made that asks for the database, and would end
     * half-way, saying something else.
     *
     * @param connection of the migration
     */
    public static void before(Connection connection, Cipher cipher, Centre centre) {
        new KeyCheck(JdbcClient.create(new SingleConnectionDataSource(connection, true)), cipher, centre)
                .afterPropertiesSet();
    }

    /** @throws WrongKey if neither the database's mark nor anything that is sealed there is of this key */
    @Override
    public void afterPropertiesSet() {
        Optional<String> kept = jdbc.sql("select mark from intake.sealing_key where region = :region")
                .param("region", centre.region())
                .query(String.class)
                .optional();
        if (!kept.orElseGet(this::firstMark).equals(mark())) {
            throw new WrongKey();
        }
    }

    /**
     * Of a database that knew no mark: its key opens the oldest application and the newest. One that opens only one of them
     * is let in, as nobody would be with either key otherwise, but none is called the right one.
     */
    private String firstMark() {
        Optional<Sealed> oldest = first("number");
        Optional<Sealed> newest = first("number desc");
        boolean opensOldest = oldest.map(this::opens).orElse(true);
        boolean opensNewest = newest.map(this::opens).orElse(true);
        if (!opensOldest && !opensNewest) {
            throw new WrongKey();
        }
        if (opensOldest && opensNewest) {
            return keep(mark());
        }
        LOG.error(
                "Personal data in this database is sealed with two keys: this one opens the {} application, {}, but not the"
                        + " {} one, {}. What isn't sealed with it can't be read until the program is started with the other"
                        + " key. See docs/operations.md, Two keys",
                opensOldest ? "oldest" : "newest",
                (opensOldest ? oldest : newest).orElseThrow().number(),
                opensOldest ? "newest" : "oldest",
                (opensOldest ? newest : oldest).orElseThrow().number());
        return mark();
    }

    /** Of instances that start at once with different keys the first has its mark kept. */
    private String keep(String mark) {
        return jdbc.sql("insert into intake.sealing_key as kept (region, mark) values (:region, :mark)"
                        + " on conflict (region) do update set mark = kept.mark returning mark")
                .param("region", centre.region())
                .param("mark", mark)
                .query(String.class)
                .single();
    }

    private String mark() {
        return cipher.fingerprint("the key of this database");
    }

    private Optional<Sealed> first(String order) {
        return jdbc.sql("select number, sealed from intake.application where region = :region order by " + order
                        + " limit 1")
                .param("region", centre.region())
                .query(Sealed.class)
                .optional();
    }

    private boolean opens(Sealed application) {
        try {
            cipher.open(application.sealed());
            return true;
        } catch (IllegalStateException sealedWithAnother) {
            return false;
        }
    }

    private record Sealed(String number, byte[] sealed) {}

    /** The key isn't the one that the data was sealed with. */
    public static final class WrongKey extends IllegalStateException {

        WrongKey() {
            super("The key isn't the one that personal data in this database was sealed with");
        }
    }
}
