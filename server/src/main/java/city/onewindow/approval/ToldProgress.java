package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What departments' own systems tell of how far they are, for whoever asks: it is no act and moves nothing here. */
@Service
public class ToldProgress {

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    ToldProgress(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** In the transaction that applies the message, whose door knows the sender entitled. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String number, String item, OffsetDateTime at, String words) {
        jdbc.sql("""
                        insert into approval.progress (region, number, item, at, words)
                        values (:region, :number, :item, :at, :words)
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("item", item)
                .param("at", at.atZoneSameInstant(zone).toLocalDateTime())
                .param("words", words)
                .update();
    }

    /** Of all matters of a case, in the order in which it happened. */
    List<Progress> ofCase(String number) {
        return jdbc.sql("""
                        select item, at, words from approval.progress
                        where region = :region and number = :number
                        order by at, id
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query((row, index) -> new Progress(
                        row.getString("item"), row.getObject("at", LocalDateTime.class), row.getString("words")))
                .list();
    }
}
