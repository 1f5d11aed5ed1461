package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises the cards of the limit within which the licences of a case are decided together (行政许可法 第四十二条第二款): one for each that
 * isn't, at its department. The limit follows from the whole case, so it is worked out when its day has come; any number of instances may.
 */
@Component
class JointCards {

    private static final Logger LOG = LoggerFactory.getLogger(JointCards.class);
    private static final int PAGE = 200;

    /** For a statement that moves the limit of a case, at {@code :at}: it is looked at anew by the next sweep. */
    static final String ANEW = " case when joint_days is not null and joint_cards < 2 then :at::timestamp end ";

    private static final String DUE = """
            select joint_card_at, number from approval.case_file
            where region = :region and joint_card_at <= :now and (joint_card_at, number) > (:afterAt::timestamp, :afterNumber)
            order by joint_card_at, number limit :limit
            """;

    /** What another instance is at is left to it. */
    private static final String LOCK = """
            select joint_cards from approval.case_file
            where region = :region and number = :number and joint_card_at <= :now
            for no key update skip locked
            """;

    private static final String NEXT = """
            update approval.case_file set joint_cards = :cards, joint_card_at = :next where region = :region and number = :number
            """;

    private static final String RAISE = """
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select m.region, m.number, m.item, m.round, :kind, m.item_name, m.department, f.lead_department, :due, :now
            from approval.matter m
            join approval.case_file f on f.region = m.region and f.number = m.number
            where m.region = :region and m.number = :number and m.item = any (:items)
            order by m.seq
            """;

    /** A case, and when it was to be looked at; pages follow the index, so that a long backlog isn't sorted for each. */
    private record Due(LocalDateTime at, String number) {}

    private static final Due FIRST = new Due(LocalDateTime.MIN, "");

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;
    private final Matters matters;
    private final CaseFiles files;
    private final SpecialProcedures procedures;
    private final TransactionTemplate transaction;

    JointCards(
            JdbcClient jdbc,
            Centre centre,
            Calendar calendar,
            Matters matters,
            CaseFiles files,
            SpecialProcedures procedures,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
        this.matters = matters;
        this.files = files;
        this.procedures = procedures;
        this.transaction = transaction;
    }

    void raise(LocalDateTime now) {
        Due after = FIRST;
        List<Due> page;
        do {
            page = sql(DUE).param("now", now)
                    .param("afterAt", after.at())
                    .param("afterNumber", after.number())
                    .param("limit", PAGE)
                    .query((row, index) ->
                            new Due(row.getObject("joint_card_at", LocalDateTime.class), row.getString("number")))
                    .list();
            for (Due due : page) {
                raiseAlone(due.number(), now);
                after = due;
            }
        } while (page.size() == PAGE);
    }

    /** One case that can't be looked at holds no other up; all are tried again. */
    private void raiseAlone(String number, LocalDateTime now) {
        try {
            transaction.executeWithoutResult(status -> sql(LOCK)
                    .param("number", number)
                    .param("now", now)
                    .query(Integer.class)
                    .optional()
                    .ifPresent(earned -> raise(number, earned, now)));
        } catch (RuntimeException failure) {
            LOG.error("The joint limit of case {} can't be looked at", number, failure);
        }
    }

    /** A limit that nobody looked at for long earns both its cards at once. */
    private void raise(String number, int earned, LocalDateTime now) {
        List<Matter> all = matters.ofCase(centre.region(), number);
        Optional<JointLimit> limit = JointLimit.of(
                files.addressed(centre.region(), number), all, procedures.ofCase(number), calendar.deadlines());
        if (limit.isEmpty()) {
            next(number, earned, null);
            return;
        }
        LocalDateTime due = limit.get().due();
        int cards = earned;
        LocalDateTime from = cards == 0 ? limit.get().yellowFrom() : due;
        while (cards < 2 && from.isBefore(now)) {
            List<String> owing = owing(all, from);
            if (owing.isEmpty()) {
                next(number, cards, null);
                return;
            }
            raise(number, cards == 0 ? Card.Kind.JOINT_YELLOW : Card.Kind.JOINT_RED, owing, due, now);
            cards++;
            from = due;
        }
        next(number, cards, cards < 2 ? from : null);
    }

    /**
     * Items of the licences that were not decided then: those that somebody has to move, or if all of them wait for what is none,
     * these.
     */
    private static List<String> owing(List<Matter> all, LocalDateTime then) {
        List<Matter> undecided = CaseClock.together(all).stream()
                .filter(one -> one.outcome() == null
                        || one.decidedAt() != null && one.decidedAt().isAfter(then))
                .toList();
        List<Matter> moving =
                undecided.stream().filter(one -> one.step() != Step.WAITING).toList();
        return (moving.isEmpty() ? undecided : moving)
                .stream().map(Matter::item).toList();
    }

    private void raise(String number, Card.Kind kind, List<String> items, LocalDateTime due, LocalDateTime now) {
        sql(RAISE)
                .param("number", number)
                .param("kind", kind.name())
                .param("items", items.toArray(String[]::new))
                .param("due", due)
                .param("now", now)
                .update();
    }

    private void next(String number, int cards, @Nullable LocalDateTime next) {
        sql(NEXT)
                .param("number", number)
                .param("cards", cards)
                .param("next", next, Types.TIMESTAMP)
                .update();
    }

    private StatementSpec sql(String sql) {
        return jdbc.sql(sql).param("region", centre.region());
    }
}
