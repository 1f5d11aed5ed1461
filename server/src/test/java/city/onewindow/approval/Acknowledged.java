package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.issuance.Handover;
import city.onewindow.kernel.IdempotencyKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the doors of the approval answered: all of it must be found in the books, once.
 *
 * @param entries of the history
 * @param byKey the first entry that an account was answered under a key
 * @param together matters moved by who acted on many at once, who is told no more
 * @param handovers by receipt
 * @param held how often each matter was taken out of the pool
 * @param asked questions to other departments, by {@link #name(Consultation)}
 * @param answered those answered
 */
record Acknowledged(
        Set<HistoryEntry> entries,
        Map<String, HistoryEntry> byKey,
        Set<Moved> together,
        Map<String, Handover> handovers,
        Collection<Moved> held,
        Set<String> asked,
        Set<String> answered) {

    record Moved(String number, String item, Act act, String who) {}

    Acknowledged() {
        this(
                ConcurrentHashMap.newKeySet(),
                new ConcurrentHashMap<>(),
                ConcurrentHashMap.newKeySet(),
                new ConcurrentHashMap<>(),
                new ConcurrentLinkedQueue<>(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet());
    }

    static String name(Consultation one) {
        return one.number() + " " + one.item() + " " + one.seq();
    }

    boolean handedOver(HistoryEntry entry) {
        Handover handover = handovers.get(String.valueOf(entry.document()));
        return handover != null && handover.items().contains(entry.item());
    }

    void acted(List<HistoryEntry> written, Actor actor, @Nullable IdempotencyKey key) {
        assertThat(written).as("what an act answers").isNotEmpty();
        entries.addAll(written);
        if (key != null) {
            HistoryEntry first = byKey.putIfAbsent(actor.account() + " " + key.value(), written.get(0));
            assertThat(first == null || first.equals(written.get(0)))
                    .as("the same key is answered alike: %s, then %s", first, written)
                    .isTrue();
        }
    }
}
