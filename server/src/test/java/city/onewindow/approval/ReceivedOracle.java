package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether an application was received when its history says, or the ruling came that opened it again; whether silence accepted it from that day on, after five working days and
 * not before (行政许可法 第三十二条); and whether what was seen as a picture only was shown before it was handed over.
 *
 * @param changed whether other days were worked for a while: then an earlier silence can't be counted any more
 */
record ReceivedOracle(JdbcClient jdbc, ApplicationContext house, NaiveClock naive, boolean changed, LocalDate today) {

    private static final Set<IntakeAct> BEGINS = Set.of(IntakeAct.NOTIFY, IntakeAct.APPLY, IntakeAct.REOPEN);
    private static final Set<IntakeAct> RECEIVES = Set.of(IntakeAct.RECEIVE, IntakeAct.ACCEPT, IntakeAct.REFUSE);

    /**
     * @param ruled the day on which the ruling came by which it is open again; null of any other act
     * @param cameOn the earlier day that a receipt names
     */
    private record Row(
            IntakeAct act,
            ApplicationStatus to,
            LocalDateTime at,
            @Nullable LocalDate ruled,
            @Nullable LocalDate cameOn) {

        LocalDateTime since() {
            return cameOn == null ? at : cameOn.atStartOfDay();
        }
    }

    /** The same moment twice where the history has it; at the window nobody writes down when the last of a supplement came. */
    private record Span(LocalDateTime from, LocalDateTime to) {

        /** A later receipt names an earlier day, or changes nothing. */
        Span orSooner(LocalDateTime since) {
            return new Span(sooner(from, since), sooner(to, since));
        }

        static LocalDateTime sooner(LocalDateTime one, LocalDateTime other) {
            return one.isBefore(other) ? one : other;
        }

        boolean has(@Nullable LocalDateTime at) {
            return at != null && !at.isBefore(from) && !at.isAfter(to);
        }
    }

    void check(String number) {
        Span received = null;
        ApplicationStatus status = ApplicationStatus.DRAFT;
        LocalDateTime told = null;
        boolean mended = false;
        LocalDate begun = LocalDate.MIN;
        for (Row row : history(number)) {
            begun = named(number, row, begun);
            mended = status == ApplicationStatus.SUPPLEMENT;
            received = received(received, status == ApplicationStatus.SUPPLEMENT ? told : null, row);
            told = isTold(row) ? row.at() : told;
            status = row.to();
            if (status == ApplicationStatus.ACCEPTED) {
                accepted(number, received, row);
            }
        }
        LocalDateTime kept = receivedAt(number);
        if (status == ApplicationStatus.SUPPLEMENT && received == null) {
            // Once all of it was there it stays received, whatever the window finds of it later.
            assertThat(kept == null ? isOpen(number) : told != null && !kept.isBefore(told))
                    .as("%s has all that was told, and so is received since it was told, %s: %s", number, told, kept)
                    .isTrue();
        } else {
            // What was all there when it was withdrawn had been received.
            boolean meanwhile = mended && told != null && kept != null && !kept.isBefore(told);
            assertThat(received == null ? kept == null || meanwhile : received.has(kept))
                    .as("%s was received %s: %s", number, received, kept)
                    .isTrue();
        }
        assertThat(kept != null && isAtTheWindow(status) && fifth(kept).isBefore(today))
                .as("%s waits for a word since %s", number, kept)
                .isFalse();
    }

    /**
     * What a receipt names can have been: no day to come, and none before what it is about.
     *
     * @param begun on which day it was last told what is to be mended, applied for online, or opened again
     * @return that day, after the act too
     */
    private static LocalDate named(String number, Row row, LocalDate begun) {
        LocalDate day = row.at().toLocalDate();
        LocalDate named = row.cameOn();
        assertThat(named == null || row.act() == IntakeAct.RECEIVE && named.isBefore(day) && !named.isBefore(begun))
                .as("%s came in since %s: %s", number, begun, row)
                .isTrue();
        return BEGINS.contains(row.act()) ? day : begun;
    }

    private boolean isOpen(String number) {
        return !house.getBean(Intake.class).dossierOfCase(number).demands().isEmpty();
    }

    private void accepted(String number, @Nullable Span received, Row row) {
        LocalDateTime since = acceptedAt(number);
        if (row.act() == IntakeAct.FALL_SILENT) {
            assertThat(received != null && received.has(since))
                    .as("%s, received %s, is accepted since then: %s, %s", number, received, since, row)
                    .isTrue();
            assertThat(changed || row.at().toLocalDate().isAfter(fifth(since)))
                    .as("silent for five working days: %s since %s, %s", number, since, row)
                    .isTrue();
        } else {
            assertThat(since).as("%s: %s", number, row).isEqualTo(row.at());
        }
    }

    /**
     * When it was received, after the act too.
     *
     * @param told when it was told what is to be mended, if that is awaited at the window; null otherwise
     */
    private static @Nullable Span received(@Nullable Span before, @Nullable LocalDateTime told, Row row) {
        if (row.ruled() != null) {
            LocalDateTime over = row.ruled().atTime(LocalTime.MAX);
            return new Span(row.ruled().atStartOfDay(), row.at().isBefore(over) ? row.at() : over);
        }
        if (row.act() == IntakeAct.APPLY) {
            return new Span(row.at(), row.at());
        }
        if (isTold(row)) {
            return null;
        }
        boolean receives = RECEIVES.contains(row.act()) || told != null && row.act() == IntakeAct.FALL_SILENT;
        if (!receives) {
            return before;
        }
        LocalDateTime since = row.since();
        Span fresh = new Span(told == null ? since : Span.sooner(told, since), since);
        return before == null ? fresh : before.orSooner(since);
    }

    /** It is with the applicant: what he brings to the window is received anew. */
    private static boolean isTold(Row row) {
        return row.to() == ApplicationStatus.SUPPLEMENT && row.act() != IntakeAct.RECEIVE && row.ruled() == null;
    }

    private static boolean isAtTheWindow(ApplicationStatus status) {
        return status == ApplicationStatus.DRAFT
                || status == ApplicationStatus.SUBMITTED
                || status == ApplicationStatus.SUPPLEMENT;
    }

    private LocalDate fifth(LocalDateTime received) {
        return naive.due(received, TimeLimit.workingDays("5"), List.of()).toLocalDate();
    }

    void shown(Matter matter) {
        if (matter.step() == Step.ENDED && matter.outcome() == Outcome.GRANTED) {
            List<Original> toShow = house.getBean(Originals.class).toShow(matter.number());
            assertThat(Original.neededBy(List.of(matter.itemName()), toShow))
                    .as("handed over unseen: %s", matter)
                    .isEmpty();
        }
    }

    private List<Row> history(String number) {
        return jdbc.sql("""
                        select h.act, h.to_status, h.at, h.came_on, r.reached_on
                        from intake.history h left join intake.ruling r
                            on r.region = h.region and r.number = h.number and h.act = 'REOPEN' and r.kind in ('REVOKED', 'ORDERED')
                        where h.number = :number order by h.id
                        """)
                .param("number", number)
                .query((row, index) -> new Row(
                        IntakeAct.valueOf(row.getString("act")),
                        ApplicationStatus.valueOf(row.getString("to_status")),
                        local(row.getObject("at", OffsetDateTime.class)),
                        row.getObject("reached_on", LocalDate.class),
                        row.getObject("came_on", LocalDate.class)))
                .list();
    }

    private @Nullable LocalDateTime receivedAt(String number) {
        return jdbc.sql("select received_at from intake.application where number = :number")
                .param("number", number)
                .query((row, index) -> Optional.ofNullable(row.getObject("received_at", OffsetDateTime.class)))
                .single()
                .map(ReceivedOracle::local)
                .orElse(null);
    }

    private LocalDateTime acceptedAt(String number) {
        return jdbc.sql("select accepted_at from approval.case_file where number = :number")
                .param("number", number)
                .query(LocalDateTime.class)
                .single();
    }

    private static LocalDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDateTime();
    }
}
