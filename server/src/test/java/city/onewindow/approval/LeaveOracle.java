package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the audit log from the beginning of a life: whoever acted in a colleague's place stood in for him then, by a role that he has himself or
 * that the head of the department authorised him to use; and nobody was away twice, or while he stood in.
 *
 * @param since id of the last entry before
 */
record LeaveOracle(JdbcClient jdbc, Cast cast, LeaveLifeActs acts, long since) {

    private static final Set<Role> AUTHORISED = Set.of(Role.DECIDER, Role.HEAD);

    private record Entry(LocalDate day, String who, String act, String object, String detail) {}

    /** As the log has told of it so far. */
    private static final class Away {

        private final String account;
        private final LocalDate from;
        private LocalDate until;
        private @Nullable String standIn;
        private boolean authorised;
        private boolean over;

        Away(String account, String days) {
            this.account = account;
            this.from = LocalDate.parse(days.substring(0, days.indexOf(' ')));
            this.until = LocalDate.parse(days.substring(days.lastIndexOf(' ') + 1));
        }

        boolean lets(Entry entry) {
            return !over
                    && entry.who().equals(standIn)
                    && !entry.day().isBefore(from)
                    && !entry.day().isAfter(until);
        }
    }

    void check() {
        List<Away> all = new ArrayList<>();
        for (Entry entry : log()) {
            int mark = entry.detail().indexOf(" 代");
            if (entry.act().startsWith("leave.")) {
                read(entry, all);
            } else if (mark >= 0) {
                stoodIn(entry, entry.detail().substring(mark + 2), all);
            }
        }
        rows(all);
    }

    private void read(Entry entry, List<Away> all) {
        Stream<Away> theirs = all.stream().filter(away -> away.account.equals(entry.object()) && !away.over);
        switch (entry.act()) {
            case "leave.register" -> all.add(new Away(entry.object(), entry.detail()));
            case "leave.stand-in" ->
                theirs.forEach(away -> {
                    away.standIn = entry.detail();
                    away.authorised = false;
                });
            case "leave.authorise" -> {
                Actor head = cast.of(entry.who());
                assertThat(head.has(Role.HEAD)
                                && head.department()
                                        .equals(cast.of(entry.object()).department()))
                        .as("authorised by the head: %s", entry)
                        .isTrue();
                theirs.filter(away -> entry.detail().equals(away.standIn)).forEach(away -> away.authorised = true);
            }
            case "leave.shorten" ->
                theirs.filter(away -> entry.detail().startsWith(away.until + " "))
                        .forEach(away -> away.until = LocalDate.parse(
                                entry.detail().substring(entry.detail().lastIndexOf(' ') + 1)));
            default ->
                theirs.filter(away -> entry.detail().startsWith(away.from + " "))
                        .forEach(away -> away.over = true);
        }
    }

    private void stoodIn(Entry entry, String absent, List<Away> all) {
        List<Away> letting = all.stream()
                .filter(away -> away.account.equals(absent) && away.lets(entry))
                .toList();
        assertThat(letting).as("stands in for whom he says: %s", entry).isNotEmpty();
        Set<Role> own = cast.of(entry.who()).roles();
        boolean authorised = letting.stream().anyMatch(away -> away.authorised);
        act(entry.act())
                .ifPresent(act -> assertThat(Procedure.roles(act).stream()
                                .filter(cast.of(absent)::has)
                                .anyMatch(role -> own.contains(role) || authorised && AUTHORISED.contains(role)))
                        .as("by a role that is his, or was given him: %s", entry)
                        .isTrue());
    }

    private static Optional<Act> act(String audited) {
        return Stream.of(Act.values())
                .filter(act -> act.audited().equals(audited))
                .findFirst();
    }

    private record Row(
            long id,
            String account,
            LocalDate from,
            LocalDate until,
            @Nullable String standIn,
            boolean over) {

        boolean meets(Row other) {
            return !over && !other.over && !from.isAfter(other.until) && !other.from.isAfter(until);
        }
    }

    /** What is written of them is what was told, and what the log says. */
    private void rows(List<Away> logged) {
        List<Row> rows = jdbc.sql("""
                        select * from approval.leave
                        where account in (select name from identity.account where created_by = 'lives')
                        """)
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("stand_in"),
                        row.getObject("taken_back_at") != null))
                .list();
        assertThat(rows)
                .as("leaves that somebody was told of")
                .extracting(Row::id)
                .containsExactlyInAnyOrderElementsOf(acts.registered().keySet());
        assertThat(rows.stream().map(row -> row.account() + " " + row.from() + " " + row.until() + " " + row.over()))
                .as("leaves as the log tells of them")
                .containsExactlyInAnyOrderElementsOf(logged.stream()
                        .map(away -> away.account + " " + away.from + " " + away.until + " " + away.over)
                        .toList());
        assertThat(rows)
                .filteredOn(Row::over)
                .as("taken back as somebody was told")
                .extracting(Row::id)
                .containsExactlyInAnyOrderElementsOf(acts.takenBack());
        for (Row row : rows) {
            assertThat(rows)
                    .filteredOn(other -> other.id() != row.id() && other.meets(row))
                    .as("nobody is away twice, or stands in while he is: %s", row)
                    .noneMatch(other -> other.account().equals(row.account())
                            || other.account().equals(row.standIn()));
        }
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'leave.authorise' and id > :since")
                        .param("since", since)
                        .query(Long.class)
                        .single())
                .as("authorisations that somebody was told of")
                .isEqualTo(acts.authorised().size());
    }

    private List<Entry> log() {
        return jdbc.sql("""
                        select at, who, act, object, detail from audit.entry
                        where id > :since and (act like 'leave.%' or detail like '% 代%') order by id
                        """)
                .param("since", since)
                .query((row, index) -> new Entry(
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                                .toLocalDate(),
                        row.getString("who"),
                        row.getString("act"),
                        row.getString("object"),
                        row.getString("detail")))
                .list();
    }
}
