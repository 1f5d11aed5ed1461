package city.onewindow.approval;

import city.onewindow.notice.FairCopy;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the acts of hearings (听证) write together, in the transaction and under the lock of {@link LockedAct}. */
@Component
class HearingMoves {

    /** Nobody waits to be called any more. */
    private static final Set<Act> ENDS_WAITING = EnumSet.of(Act.CALL_HEARING, Act.WAIVE_HEARING);

    private final ClockMoves moves;
    private final HearingTable table;
    private final MissedCards missed;

    HearingMoves(ClockMoves moves, HearingTable table, MissedCards missed) {
        this.moves = moves;
        this.table = table;
        this.missed = missed;
    }

    /** The special procedure that stops the clock for it is over. */
    List<HistoryEntry> over(Counting counting, Move move) {
        SpecialProcedure over = counting.end(move.said().opinion(), move.at().toLocalDate());
        return moves.resume(move, counting.over(over), over);
    }

    List<HistoryEntry> written(List<HistoryEntry> written, Hearing hearing, List<FairCopy> others) {
        return written(written, hearing, others, null);
    }

    /** With what the act wrote: its own document, and those to others. */
    List<HistoryEntry> written(
            List<HistoryEntry> written, Hearing hearing, List<FairCopy> others, @Nullable String presided) {
        if (!written.isEmpty()) {
            String own = written.get(0).document();
            List<String> papers = Stream.concat(Stream.ofNullable(own), table.issue(others).stream())
                    .toList();
            boolean held = hearing.endedAt() != null && !hearing.waived();
            if (ENDS_WAITING.contains(written.get(0).act())) {
                missed.raise(hearing.number(), written.get(0).at());
            }
            table.write(hearing, papers, held ? own : null, presided);
            if (written.get(0).act() == Act.CALL_HEARING) {
                table.called(hearing, papers);
            }
        }
        return written;
    }

    Hearing next(String number, String item, List<Hearing.Party> others) {
        return Hearing.begun(number, item, table.ofMatter(number, item).size() + 1, others);
    }

    /** As {@link Hearing#of}. */
    Hearing of(String number, String item, Act act, LocalDateTime now) {
        return Hearing.of(table.ofMatter(number, item), act, now.toLocalDate());
    }
}
