package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether nothing was done while a hearing (听证) was open, as the history of a matter tells it, and what is decided rests on its record. */
record HearingOracle(JdbcClient jdbc) {

    private static final Set<Act> KEPT = EnumSet.of(
            Act.REVIEW,
            Act.EXAMINE,
            Act.GRANT,
            Act.DENY,
            Act.GRANT_DECLARED,
            Act.TRANSFER,
            Act.ASSIGN,
            Act.SUSPEND,
            Act.RESUME,
            Act.TELL_HEARING);
    /** After these it is another's matter, or a new one, and rests on no earlier record. */
    private static final Set<Act> ANEW = EnumSet.of(Act.TAKE_ON, Act.ASSIGN, Act.REOPEN, Act.AWAIT_AGAIN);

    /** How it stands while the history is read. */
    private static final class Standing {

        private final Set<String> askers = new HashSet<>();
        private @Nullable LocalDate askUntil;
        private boolean told;
        private boolean called;
        private boolean adjourned;
        private @Nullable String record;

        boolean isToBeHeld() {
            return !askers.isEmpty() || called || adjourned;
        }

        boolean isOpen(LocalDate day) {
            return isToBeHeld() || askUntil != null && !day.isAfter(askUntil);
        }

        void over() {
            askers.clear();
            askUntil = null;
            called = false;
            adjourned = false;
        }

        void did(HistoryEntry entry, Iterator<LocalDate> days) {
            switch (entry.act()) {
                case TELL_HEARING -> {
                    told = true;
                    askUntil = days.next();
                }
                case ASK_HEARING -> askers.add(entry.opinion().replace("申请听证。", ""));
                case CALL_HEARING -> {
                    told = told && isToBeHeld();
                    called = true;
                }
                case RECORD_HEARING -> {
                    boolean later = entry.opinion().contains("延期");
                    if (later) {
                        called = false;
                        adjourned = true;
                    } else {
                        over();
                        record = entry.document();
                    }
                }
                case WAIVE_HEARING -> {
                    if (entry.opinion().startsWith("被告知的都")) {
                        over();
                    } else {
                        takenBack(
                                entry.opinion().replace("撤回听证申请。", ""),
                                entry.at().toLocalDate());
                    }
                }
                case WITHDRAW, LAPSE -> {
                    called = false;
                    adjourned = adjourned && told;
                }
                case AWAIT_AGAIN -> over();
                default -> {}
            }
            record = ANEW.contains(entry.act()) ? null : record;
        }

        private void takenBack(String who, LocalDate day) {
            askers.remove(who);
            if (askers.isEmpty()) {
                called = false;
                adjourned = false;
                askUntil = askUntil == null || day.isAfter(askUntil) ? null : askUntil;
            }
        }
    }

    void check(Matter matter, List<HistoryEntry> history) {
        Iterator<LocalDate> days = askUntil(matter).iterator();
        Standing standing = new Standing();
        history.stream().filter(entry -> entry.item().equals(matter.item())).forEach(entry -> {
            assertThat(standing.isOpen(entry.at().toLocalDate()) && KEPT.contains(entry.act()))
                    .as("done while a hearing is open: %s in %s", entry, history)
                    .isFalse();
            standing.did(entry, days);
        });
        if (matter.step().isOpen()) {
            assertThat(matter.hearing().toBeHeld())
                    .as("whether a hearing of %s is to be held: %s", matter, history)
                    .isEqualTo(standing.isToBeHeld());
            assertThat(matter.hearing().record()).as("what %s rests on", matter).isEqualTo(standing.record);
            assertThat(matter.hearing().heldFrom() == null)
                    .as("whether a hearing of %s waits to be called: %s", matter, history)
                    .isEqualTo(!standing.isToBeHeld() || standing.called);
        }
    }

    private List<LocalDate> askUntil(Matter matter) {
        return jdbc.sql(
                        "select ask_until from approval.hearing where number = :number and item = :item and told_at is not null order by seq")
                .param("number", matter.number())
                .param("item", matter.item())
                .query(LocalDate.class)
                .list();
    }
}
