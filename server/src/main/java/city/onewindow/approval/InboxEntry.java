package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.Suspension;
import city.onewindow.identity.Actor;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of an inbox as read.
 *
 * @param special the days of the special procedure that stops its clock; null if none runs
 * @param suspensions the days of all its special procedures
 */
record InboxEntry(
        Matter matter,
        String title,
        String applicant,
        @Nullable Suspension special,
        List<Suspension> suspensions,
        boolean workedThere) {

    static InboxEntry of(ResultSet row, int index) throws SQLException {
        return new InboxEntry(
                Matters.matter(row, index),
                row.getString("title"),
                row.getString("applicant"),
                special(row),
                suspensions(row),
                row.getBoolean("worked_there"));
    }

    private static @Nullable Suspension special(ResultSet row) throws SQLException {
        String kind = row.getString("special_kind");
        return kind == null
                ? null
                : Suspension.told(
                        row.getObject("begun_on", LocalDate.class),
                        row.getObject("expected_end", LocalDate.class),
                        null,
                        SpecialProcedure.Kind.valueOf(kind).term());
    }

    private static List<Suspension> suspensions(ResultSet row) throws SQLException {
        if (row.getArray("begun") == null) {
            return List.of();
        }
        Date[] begun = (Date[]) row.getArray("begun").getArray();
        Date[] until = (Date[]) row.getArray("until").getArray();
        return IntStream.range(0, begun.length)
                .mapToObj(at -> new Suspension(begun[at].toLocalDate(), until[at].toLocalDate(), ""))
                .toList();
    }

    /** Where the page after it begins. */
    String key() {
        return matter.running().promisedDue() + "~" + matter.number() + "~" + matter.item();
    }

    /** @param places of the reader, his own first */
    InboxRow shown(LocalDateTime now, Deadlines deadlines, List<Actor> places) {
        Matter.Clock running = matter.running();
        return new InboxRow(
                matter,
                title,
                applicant,
                deadlines.remaining(now, running.openedAt(), running.promisedDue(), suspensions),
                special,
                HearingClock.of(matter, deadlines).orElse(null),
                !matter.hearing().isOpen(now.toLocalDate()),
                workedThere,
                inPlace(places));
    }

    /** Nobody who has one place only is asked what he may do. */
    private @Nullable String inPlace(List<Actor> places) {
        return places.size() == 1 || Rights.mayWork(matter, places.get(0))
                ? null
                : places.stream()
                        .skip(1)
                        .filter(place -> Rights.mayWork(matter, place))
                        .map(Actor::name)
                        .findFirst()
                        .orElse(null);
    }
}
