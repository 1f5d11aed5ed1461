package city.onewindow.approval;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ruling is about, read from the history: who decided, which documents say so, what ended with it.
 *
 * @param history of its case, oldest first
 */
record SetAside(Matter matter, List<HistoryEntry> history) {

    /** Of what was decided, or ended, the acts whose documents say so. */
    private static final Set<Act> SAID =
            Set.of(Act.GRANT, Act.GRANT_DECLARED, Act.DENY, Act.CERTIFY, Act.WITHDRAW, Act.LAPSE);

    private static final Set<Act> DECISIONS = Set.of(Act.GRANT, Act.GRANT_DECLARED, Act.DENY);

    /** Numbers of the documents that say it; those of earlier decisions, which don't hold either, are among them. */
    List<String> papers() {
        return papers(Set.of(matter.item()), SAID);
    }

    /** How it was revoked the last time; empty if it never was. */
    Optional<HistoryEntry> revocation() {
        return HistoryEntry.last(Act.REVOKE, matter.item(), history);
    }

    /** Numbers of the documents that say that it was revoked. */
    List<String> revocations() {
        return papers(Set.of(matter.item()), Set.of(Act.REVOKE));
    }

    /** Numbers of the documents that a revocation takes back, and that hold again once it is set aside. */
    List<String> granted() {
        return papers(Set.of(matter.item()), Set.of(Act.GRANT_DECLARED, Act.CERTIFY));
    }

    /** Numbers of the documents by which others ended because of it. */
    List<String> terminations(Collection<String> items) {
        return papers(items, Set.of(Act.TERMINATE));
    }

    private List<String> papers(Collection<String> items, Set<Act> acts) {
        return history.stream()
                .filter(entry -> items.contains(entry.item()) && acts.contains(entry.act()))
                .flatMap(entry -> Stream.ofNullable(entry.document()))
                .distinct()
                .toList();
    }

    /** Account of who decided it last; null if that was no department's person: the organ itself, or what ended undecided. */
    @Nullable
    String decider() {
        return history.stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .filter(entry -> DECISIONS.contains(entry.act()) || entry.act().isOfRuling())
                .reduce((earlier, later) -> decidesNothing(later) ? earlier : later)
                .filter(entry -> DECISIONS.contains(entry.act()))
                .map(HistoryEntry::who)
                .orElse(null);
    }

    private static boolean decidesNothing(HistoryEntry entry) {
        return entry.act().isNoted() || entry.act() == Act.RESTORE;
    }

    /** Codes of what the window ended in the same act (撤回, 逾期未补交), and what begins again with it. */
    Set<String> together(List<Matter> all) {
        if (matter.outcome() != Outcome.WITHDRAWN) {
            return Set.of();
        }
        Set<String> withdrawn = all.stream()
                .filter(one -> one.outcome() == Outcome.WITHDRAWN)
                .map(Matter::item)
                .collect(Collectors.toSet());
        String paper = ending(matter.item());
        return withdrawn.stream()
                .filter(item -> Objects.equals(paper, ending(item)))
                .collect(Collectors.toSet());
    }

    private @Nullable String ending(String item) {
        return history.stream()
                .filter(entry -> entry.item().equals(item))
                .filter(entry -> entry.act() == Act.WITHDRAW || entry.act() == Act.LAPSE)
                .reduce((earlier, later) -> later)
                .map(HistoryEntry::document)
                .orElse(null);
    }
}
