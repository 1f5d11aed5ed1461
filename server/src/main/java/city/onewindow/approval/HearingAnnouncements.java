package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read of hearings (听证) that were announced (行政许可法 第四十六条、第四十八条第一款第一项). */
@Service
@Transactional(readOnly = true)
public class HearingAnnouncements {

    /** More than a city ever has at once. */
    private static final int MOST = 200;

    /** What was put off, waived or withdrawn is not to come. */
    private static final String TO_COME = """
            select m.item_name, m.department, h.at, h.place, h.announcement
            from approval.hearing h
            join approval.matter m on m.region = h.region and m.number = h.number and m.item = h.item
            where h.region = :region and h.announcement is not null and h.ended_at is null and h.at >= :today and m.step = 'SUSPENDED'
            order by h.at, h.number, h.item limit :most
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Clock clock;

    HearingAnnouncements(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.clock = clock;
    }

    /** From today on, the next first. */
    public List<AnnouncedHearing> toCome() {
        return jdbc.sql(TO_COME)
                .param("region", centre.region())
                .param("today", LocalDate.now(clock).atStartOfDay())
                .param("most", MOST)
                .query((row, index) -> new AnnouncedHearing(
                        row.getString("item_name"),
                        row.getString("department"),
                        row.getObject("at", LocalDateTime.class),
                        row.getString("place"),
                        row.getString("announcement")))
                .list();
    }
}
