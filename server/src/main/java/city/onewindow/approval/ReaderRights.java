package city.onewindow.approval;

import city.onewindow.identity.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reader may do with a matter today: in his own place, and in those of colleagues on leave for whom he stands in. */
@Component
class ReaderRights {

    private final StandIns standIns;
    private final Clock clock;

    ReaderRights(StandIns standIns, Clock clock) {
        this.standIns = standIns;
        this.clock = clock;
    }

    /**
     * A reader's rights.
     *
     * @param next the edges that he may walk
     * @param inPlace how he is recorded where some of them are another's; null if all are his own
     * @param readable whether he may read what was handed in
     */
    record Granted(List<Procedure.Edge> next, @Nullable String inPlace, boolean readable) {}

    /**
     * @param declared its declaration; null if it has none
     * @param transfers of the matter, oldest first
     * @param hearings of the matter, oldest first
     * @param there whether it is worked in the department's own system
     */
    Granted of(
            Matter matter,
            List<HistoryEntry> history,
            @Nullable Declared declared,
            List<Transfer> transfers,
            List<Hearing> hearings,
            boolean there,
            Actor actor) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        List<Actor> places = standIns.places(actor);
        List<List<Procedure.Edge>> edges = places.stream()
                .map(place -> Stream.concat(
                                Rights.next(matter, history, declared, today, there, place).stream(),
                                TransferRights.next(matter, transfers, there, place).stream())
                        .filter(edge -> matter.hearing().allows(edge.act(), today))
                        .filter(edge -> Hearing.allow(hearings, edge.act(), now))
                        .toList())
                .toList();
        String inPlace = null;
        for (int at = places.size() - 1; at > 0; at--) {
            inPlace = edges.get(0).containsAll(edges.get(at))
                    ? inPlace
                    : places.get(at).name();
        }
        return new Granted(
                edges.stream().flatMap(List::stream).distinct().toList(),
                inPlace,
                places.stream().anyMatch(place -> Rights.mayRead(matter, place)));
    }

    boolean mayRead(Matter matter, Actor actor) {
        return Rights.mayRead(matter, actor)
                || standIns.places(actor).stream().anyMatch(place -> Rights.mayRead(matter, place));
    }
}
