package city.onewindow.approval;

import city.onewindow.approval.Counting.Counted;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts every clock that runs anew once the State Council's notice, or the centre, has changed which days are worked. Which notice
 * the dates follow is written down after the last, so that an interrupted count begins again. A little later all is counted once more:
 * while the first count ran, another instance may have opened a matter by the days that it still had in mind.
 */
@Component
class Recount {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int PAGE = 500;

    /** Longer than any instance keeps the calendar in mind, and any act takes. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    /** A case that can't be counted is for people to look at; all others aren't counted every minute for its sake. */
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofHours(1);

    private static final String RUNNING = """
            select number from approval.case_file
            where region = :region and status <> 'CLOSED' and number > :after
            order by number limit :limit
            """;

    private static final String NEXT_CARD = CardTable.next("d.yellow_from", "d.promised_due", "d.statutory_due");

    /** A limit in natural days may keep its end and be yellow at another time; opened before cards were raised, it had no next one. */
    private static final String CLOCKS = """
            update approval.matter m
            set promised_due = d.promised_due, statutory_due = d.statutory_due, next_card_at = """ + NEXT_CARD + """
            from unnest(:items, :promisedDues::timestamp[], :statutoryDues::timestamp[], :yellowFroms::timestamp[])
                 as d (item, promised_due, statutory_due, yellow_from)
            where m.region = :region and m.number = :number and m.item = d.item
              and (m.promised_due, m.statutory_due, m.next_card_at)
                  is distinct from (d.promised_due, d.statutory_due,""" + NEXT_CARD + ")";

    private static final String NEXT_DELIVERY_CARD =
            " case m.delivery_cards when 0 then d.yellow_from when 1 then d.due end ";

    private static final String DELIVERIES = """
            update approval.matter m
            set delivery_due = d.due, delivery_card_at = """ + NEXT_DELIVERY_CARD + """
            from unnest(:items, :dues::timestamp[], :yellowFroms::timestamp[]) as d (item, due, yellow_from)
            where m.region = :region and m.number = :number and m.item = d.item
              and (m.delivery_due, m.delivery_card_at) is distinct from (d.due,""" + NEXT_DELIVERY_CARD + ")";

    private static final String NEXT_JOINT_CARD = """
             case when joint_card_at is not null then case joint_cards when 0 then :jointYellow::timestamp else :jointDue::timestamp end end
            """;

    private static final String FILE = """
            update approval.case_file
            set promised_due = :promisedDue, statutory_due = :statutoryDue, joint_card_at = """ + NEXT_JOINT_CARD + """
            where region = :region and number = :number and status <> 'CLOSED'
              and (promised_due, statutory_due, joint_card_at) is distinct from (:promisedDue, :statutoryDue, """ + NEXT_JOINT_CARD + ")";

    private static final String COUNTED = """
            insert into approval.counted (region, edition, again_at) values (:region, :edition, :againAt)
            on conflict (region) do update set edition = excluded.edition, again_at = excluded.again_at
            where counted.edition <= excluded.edition
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;
    private final Matters matters;
    private final CaseFiles files;
    private final SpecialProcedures procedures;
    private final HearingTable hearings;
    private final DeclarationTable declarations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recount(
            JdbcClient jdbc,
            Centre centre,
            Calendar calendar,
            Matters matters,
            CaseFiles files,
            SpecialProcedures procedures,
            HearingTable hearings,
            DeclarationTable declarations,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
        this.matters = matters;
        this.files = files;
        this.procedures = procedures;
        this.hearings = hearings;
        this.declarations = declarations;
        this.transaction = transaction;
        this.clock = clock;
    }

    void ifHolidaysChanged() {
        Calendar.AsWritten notices = calendar.asWritten();
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<Last> counted = last().filter(one -> one.edition() == notices.edition());
        if (counted.filter(one -> !one.isDueAgain(now)).isPresent()) {
            return;
        }
        int cases = 0;
        int failed = 0;
        List<String> page = running("");
        while (!page.isEmpty() && calendar.isStill(notices)) {
            for (String number : page) {
                failed += isCounted(number, notices) ? 0 : 1;
            }
            cases += page.size();
            page = running(page.get(page.size() - 1));
        }
        LOG.info("Counted the clocks of {} cases by the holidays as they are now; {} failed", cases, failed);
        if (!calendar.isStill(notices)) {
            return;
        }
        // Of closed cases, too: a check begins once the grant is there, and waits for nothing else.
        declarations.recount(notices.deadlines().workingDays());
        Duration wait = counted.isEmpty() ? AGAIN_AFTER : failed > 0 ? AGAIN_AFTER_FAILURE : null;
        jdbc.sql(COUNTED)
                .param("region", centre.region())
                .param("edition", notices.edition())
                .param("againAt", wait == null ? null : now.plus(wait), Types.TIMESTAMP)
                .update();
    }

    /**
     * By which holidays all was counted last.
     *
     * @param againAt null once it was counted again
     */
    private record Last(int edition, @Nullable LocalDateTime againAt) {

        boolean isDueAgain(LocalDateTime now) {
            return againAt != null && !now.isBefore(againAt);
        }
    }

    private Optional<Last> last() {
        return jdbc.sql("select edition, again_at from approval.counted where region = :region")
                .param("region", centre.region())
                .query((row, index) -> new Last(row.getInt("edition"), row.getObject("again_at", LocalDateTime.class)))
                .optional();
    }

    /** One case that can't be counted holds no other up; all are tried again. */
    private boolean isCounted(String number, Calendar.AsWritten notices) {
        try {
            transaction.executeWithoutResult(status -> count(number, notices));
            return true;
        } catch (RuntimeException failure) {
            LOG.error("The clocks of case {} can't be counted", number, failure);
            return false;
        }
    }

    private List<String> running(String after) {
        return jdbc.sql(RUNNING)
                .param("region", centre.region())
                .param("after", after)
                .param("limit", PAGE)
                .query(String.class)
                .list();
    }

    private void count(String number, Calendar.AsWritten notices) {
        List<Matter> all = matters.locked(centre.region(), number);
        // Who counts by the newer ones may have been here already; if not, he waits for this lock.
        if (!calendar.isStill(notices)) {
            return;
        }
        Deadlines deadlines = notices.deadlines();
        Map<String, List<SpecialProcedure>> special = procedures.ofCase(number);
        Addressed to = files.addressed(centre.region(), number);
        List<Counted> clocks = all.stream()
                .filter(matter -> matter.step().isOpen())
                .map(matter -> new Counting(new Whole(to, all, matter), special, deadlines).again())
                .toList();
        if (!clocks.isEmpty()) {
            jdbc.sql(CLOCKS)
                    .param("region", centre.region())
                    .param("number", number)
                    .param("items", texts(clocks, one -> one.matter().item()))
                    .param(
                            "promisedDues",
                            texts(clocks, one -> one.matter().running().promisedDue()))
                    .param(
                            "statutoryDues",
                            texts(clocks, one -> one.matter().running().statutoryDue()))
                    .param("yellowFroms", texts(clocks, Counted::yellowFrom))
                    .update();
        }
        countDeliveries(number, all, deadlines);
        hearings.recount(number, deadlines.workingDays(), LocalDate.now(clock));
        CaseClock due = CaseClock.of(to, all, special, deadlines);
        Optional<JointLimit> joint = JointLimit.of(to, all, special, deadlines);
        jdbc.sql(FILE)
                .param("region", centre.region())
                .param("number", number)
                .param("promisedDue", due.promisedDue())
                .param("statutoryDue", due.statutoryDue())
                .param("jointYellow", joint.map(JointLimit::yellowFrom).orElse(null), Types.TIMESTAMP)
                .param("jointDue", joint.map(JointLimit::due).orElse(null), Types.TIMESTAMP)
                .update();
    }

    private void countDeliveries(String number, List<Matter> all, Deadlines deadlines) {
        Map<String, DeliveryClock> deliveries = new LinkedHashMap<>();
        all.stream()
                .filter(matter -> matter.outcome() == Outcome.GRANTED)
                .forEach(matter -> DeliveryClock.of(matter, deadlines)
                        .ifPresent(delivery -> deliveries.put(matter.item(), delivery)));
        if (deliveries.isEmpty()) {
            return;
        }
        jdbc.sql(DELIVERIES)
                .param("region", centre.region())
                .param("number", number)
                .param("items", deliveries.keySet().toArray(String[]::new))
                .param("dues", texts(deliveries.values(), DeliveryClock::due))
                .param("yellowFroms", texts(deliveries.values(), DeliveryClock::yellowFrom))
                .update();
    }

    private static <T> String[] texts(Collection<T> clocks, Function<T, Object> text) {
        return clocks.stream().map(text).map(String::valueOf).toArray(String[]::new);
    }
}
