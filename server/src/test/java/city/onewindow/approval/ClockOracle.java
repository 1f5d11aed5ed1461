package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.NaiveClock.Pause;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether every date of a case is what its history makes it, counted by {@link NaiveClock}. The acts' words tell it what the history
 * has no column for.
 *
 * @param changed whether other days were worked for a while: then what isn't counted anew keeps its old dates
 * @param limits as the items had them when the case was accepted, by number and item
 */
record ClockOracle(JdbcClient jdbc, Matters matters, NaiveClock naive, boolean changed, Map<String, Limits> limits) {

    private static final String DELIVERY = """
            select m.delivery_due, m.delivery_card_at, m.delivery_cards, coalesce(m.delivery_stopped, m.ended_at) as stopped,
                   (select count(*) from approval.card c
                    where (c.region, c.number, c.item, c.round) = (m.region, m.number, m.item, m.round)
                      and c.kind in ('DELIVERY_YELLOW', 'DELIVERY_RED')) as raised
            from approval.matter m
            where m.number = :number and m.item = :item
            """;

    /** @param statutory where no law sets a limit, the promise */
    record Limits(TimeLimit promised, TimeLimit statutory) {}

    /** What a matter's history says of its clock. */
    private record Told(Limits limit, int promised, int extended, List<Pause> pauses) {}

    void check(String number) {
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
        Map<String, LocalDateTime> promised = new HashMap<>();
        Map<String, TimeLimit> lawful = new HashMap<>();
        Map<String, List<Pause>> stood = new HashMap<>();
        List<Pause> pauses = new ArrayList<>();
        LocalDateTime accepted = jdbc.sql("select accepted_at from approval.case_file where number = :number")
                .param("number", number)
                .query(LocalDateTime.class)
                .single();
        for (Matter matter : all) {
            List<HistoryEntry> own = history.stream()
                    .filter(entry -> entry.item().equals(matter.item()))
                    .toList();
            Limits limit = limitsOf(matter);
            Told told = told(limit, own, begun(matter), promiseExtended(matter));
            limit = told.limit();
            TimeLimit promise = longer(limit.promised(), told.promised());
            TimeLimit law = longer(limit.statutory(), told.extended());
            own.stream()
                    .filter(entry -> entry.act() == Act.OPEN || entry.act() == Act.REOPEN)
                    .filter(entry -> matter.clock() != null)
                    .reduce((earlier, later) -> later)
                    .filter(entry -> !changed || matter.step().isOpen())
                    .filter(entry -> own.stream()
                            .noneMatch(one -> one.act() == Act.SUBSTITUTE_GRANT || one.act() == Act.RESTORE))
                    .ifPresent(opened -> ofMatter(matter, opened.at(), promise, law, told.pauses()));
            delivery(matter);
            promised.put(matter.item(), naive.due(start(matter, promised, accepted), promise, told.pauses()));
            lawful.put(matter.item(), law);
            stood.put(matter.item(), told.pauses());
            pauses.addAll(matter.licence() ? told.pauses() : List.of());
        }
        // A procedure that the applicant's withdrawal ended is shorter for whoever counts the case again, if anybody
        // does.
        boolean withdrawn =
                history.stream().anyMatch(entry -> entry.from() == Step.SUSPENDED && entry.to() == Step.ENDED);
        boolean kept = withdrawn || changed && all.stream().allMatch(matter -> matter.step() == Step.ENDED);
        if (kept
                || history.stream()
                        .anyMatch(entry ->
                                entry.act().isOfRuling() && !entry.act().isNoted())) {
            return;
        }
        assertThat(jdbc.sql("select promised_due, statutory_due from approval.case_file where number = :number")
                        .param("number", number)
                        .query((row, index) -> List.of(
                                row.getObject("promised_due", LocalDateTime.class),
                                row.getObject("statutory_due", LocalDateTime.class)))
                        .single())
                .as("when %s is due: %s", number, history)
                .containsExactly(last(promised), wholeByLaw(all, lawful, stood, accepted, pauses));
    }

    /** Licences of several departments are done within forty-five working days together (行政许可法 第四十二条第二款), the rest when it is. */
    private LocalDateTime wholeByLaw(
            List<Matter> all,
            Map<String, TimeLimit> lawful,
            Map<String, List<Pause>> stood,
            LocalDateTime accepted,
            List<Pause> pauses) {
        List<Matter> licences = all.stream().filter(Matter::licence).toList();
        boolean joint = licences.stream().map(Matter::department).distinct().count() > 1;
        LocalDateTime limit = joint ? naive.due(accepted, together(all), pauses) : LocalDateTime.MAX;
        Map<String, LocalDateTime> ends = new HashMap<>();
        for (Matter matter : all) {
            LocalDateTime end = naive.due(
                    start(matter, ends, accepted),
                    Objects.requireNonNull(lawful.get(matter.item())),
                    Objects.requireNonNull(stood.get(matter.item())));
            ends.put(matter.item(), matter.licence() && end.isAfter(limit) ? limit : end);
        }
        return last(ends);
    }

    /** As long as the centre made it, once (行政许可法 第四十二条第二款). */
    private TimeLimit together(List<Matter> all) {
        int more = jdbc.sql("select coalesce(sum(days), 0) from approval.joint_extension where number = :number")
                .param("number", all.get(0).number())
                .query(Integer.class)
                .single();
        return TimeLimit.workingDays(String.valueOf(45 + more));
    }

    private void ofMatter(Matter matter, LocalDateTime opened, TimeLimit promise, TimeLimit law, List<Pause> pauses) {
        LocalDateTime due = naive.due(opened, promise, pauses);
        assertThat(matter.running())
                .as("the clock of %s, its pauses %s", matter, pauses)
                .isEqualTo(new Matter.Clock(opened, due, naive.due(opened, law, pauses)));
        jdbc.sql("select cards, next_card_at from approval.matter where number = :number and item = :item")
                .param("number", matter.number())
                .param("item", matter.item())
                .query(row -> {
                    if (row.getInt("cards") == 0 && matter.step().isOpen()) {
                        assertThat(row.getObject("next_card_at", LocalDateTime.class))
                                .as("when %s is yellow", matter)
                                .isEqualTo(naive.yellow(opened, due, pauses));
                    }
                });
    }

    /** 送达: the ten working days of what was granted, whatever it was promised (行政许可法 第四十四条). */
    private void delivery(Matter matter) {
        LocalDateTime decided = matter.decidedAt();
        boolean runs = matter.outcome() == Outcome.GRANTED && matter.step() != Step.ENDED && matter.step() != Step.SENT;
        jdbc.sql(DELIVERY)
                .param("number", matter.number())
                .param("item", matter.item())
                .query(row -> {
                    LocalDateTime due = row.getObject("delivery_due", LocalDateTime.class);
                    LocalDateTime next = row.getObject("delivery_card_at", LocalDateTime.class);
                    int earned = row.getInt("delivery_cards");
                    assertThat(row.getInt("raised")).as("cards of %s", matter).isEqualTo(earned);
                    if (runs && decided != null) {
                        LocalDateTime tenth = naive.due(decided, TimeLimit.workingDays("10"), List.of());
                        assertThat(due).as("delivery of %s", matter).isEqualTo(tenth);
                        assertThat(next)
                                .as("the next card of the delivery of %s", matter)
                                .isEqualTo(
                                        earned == 0
                                                ? naive.yellow(decided, tenth, List.of())
                                                : earned == 1 ? tenth : null);
                    } else {
                        LocalDateTime stopped = row.getObject("stopped", LocalDateTime.class);
                        assertThat(next == null || next.isBefore(Objects.requireNonNull(stopped)))
                                .as("no card is to come of %s", matter)
                                .isTrue();
                    }
                });
    }

    /** Limits of real items are as the row has them, but for the extension. */
    private Limits limitsOf(Matter matter) {
        return limits.computeIfAbsent(matter.number() + " " + matter.item(), name -> {
            BigDecimal extended = BigDecimal.valueOf(matter.extended());
            TimeLimit promised = matter.promised();
            TimeLimit lawful = matter.lawful();
            return new Limits(
                    new TimeLimit(
                            promised.days().subtract(BigDecimal.valueOf(promiseExtended(matter))), promised.unit()),
                    new TimeLimit(lawful.days().subtract(extended), lawful.unit()));
        });
    }

    /** By how many days the promise was extended, as it was written down. */
    private int promiseExtended(Matter matter) {
        return jdbc.sql("select promise_extended from approval.matter where number = :number and item = :item")
                .param("number", matter.number())
                .param("item", matter.item())
                .query(Integer.class)
                .single();
    }

    /** Its procedures as they were told, as that was written down: after a change of days it can't be worked out any more. */
    private List<Pause> begun(Matter matter) {
        return jdbc.sql("""
                        select begun_on, expected_end from approval.special_procedure
                        where number = :number and item = :item order by seq
                        """)
                .param("number", matter.number())
                .param("item", matter.item())
                .query((row, index) -> new Pause(
                        row.getObject("begun_on", LocalDate.class), row.getObject("expected_end", LocalDate.class)))
                .list();
    }

    private Told told(Limits limit, List<HistoryEntry> own, List<Pause> procedures, int written) {
        List<Pause> pauses = new ArrayList<>();
        Limits limits = limit;
        int begins = 0;
        int asked = 0;
        int extended = 0;
        int promised = 0;
        LocalDateTime opened = null;
        for (HistoryEntry entry : own) {
            switch (entry.act()) {
                case OPEN -> opened = entry.at();
                case AWAIT_AGAIN -> {
                    limits = limit;
                    extended = 0;
                    promised = 0;
                    pauses.clear();
                }
                case REOPEN -> {
                    TimeLimit ruled = TimeLimit.workingDays(after(entry.opinion(), "限"));
                    limits = new Limits(ruled, ruled);
                    opened = entry.at();
                    extended = 0;
                    promised = 0;
                    // The ruling's time runs from the ruling: what stood still before, even if only from tomorrow on,
                    // is past.
                    pauses.clear();
                }
                case ASK_EXTENSION -> asked = Integer.parseInt(after(entry.opinion(), "长"));
                case EXTEND -> {
                    LocalDateTime from = opened == null ? entry.at() : opened;
                    boolean broken =
                            changed ? written == 0 : entry.at().isAfter(naive.due(from, limits.promised(), pauses));
                    extended = asked;
                    promised = broken ? 0 : asked;
                }
                case SUSPEND -> {
                    LocalDateTime from = opened == null ? entry.at() : opened;
                    boolean late = entry.at().toLocalTime().isAfter(LocalTime.of(17, 0))
                            || entry.at().isAfter(naive.due(from, longer(limits.promised(), promised), pauses))
                            || entry.at().isAfter(naive.due(from, longer(limits.statutory(), extended), pauses));
                    LocalDate first = changed
                            ? procedures.get(begins).from()
                            : entry.at().toLocalDate().plusDays(late ? 1 : 0);
                    begins++;
                    pauses.add(new Pause(first, LocalDate.parse(after(entry.opinion(), "至"))));
                }
                // It ends with the hearing's day, or when its kind has used up what it may take: as it was written
                // down.
                case CALL_HEARING -> {
                    pauses.add(procedures.get(begins));
                    begins++;
                }
                case RESUME, RECORD_HEARING -> cut(pauses, entry.at().toLocalDate());
                case WAIVE_HEARING -> {
                    if (entry.from() != entry.to()) {
                        cut(pauses, entry.at().toLocalDate());
                    }
                }
                default -> {}
            }
        }
        return new Told(limits, promised, extended, pauses);
    }

    /** The last one goes no further than the day on which it, or the matter with it, was over. */
    private static void cut(List<Pause> pauses, LocalDate day) {
        if (!pauses.isEmpty()) {
            Pause running = pauses.remove(pauses.size() - 1);
            LocalDate last = day.isBefore(running.from()) ? running.from() : day;
            pauses.add(new Pause(running.from(), last.isBefore(running.to()) ? last : running.to()));
        }
    }

    private static String after(String text, String mark) {
        return text.substring(text.indexOf(mark) + 1);
    }

    private static TimeLimit longer(TimeLimit limit, int days) {
        return new TimeLimit(limit.days().add(BigDecimal.valueOf(days)), limit.unit());
    }

    private static LocalDateTime start(Matter matter, Map<String, LocalDateTime> ends, LocalDateTime accepted) {
        return matter.after().stream()
                .map(ends::get)
                .max(LocalDateTime::compareTo)
                .orElse(accepted);
    }

    private static LocalDateTime last(Map<String, LocalDateTime> ends) {
        return ends.values().stream().max(LocalDateTime::compareTo).orElseThrow();
    }
}
