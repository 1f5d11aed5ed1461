package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The centre asks departments for the tables that they owe in a round (催报). */
@Service
public class Reminders {

    private final Rounds rounds;
    private final RoundTable table;
    private final ReminderTable reminders;
    private final FilingTable filings;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            Rounds rounds,
            RoundTable table,
            ReminderTable reminders,
            FilingTable filings,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.table = table;
        this.reminders = reminders;
        this.filings = filings;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks a department for what it owes.
     *
     * @param key the same call under the same key is one; null where nobody sends twice
     */
    @Transactional
    public Target remind(long id, Annex annex, String code, @Nullable IdempotencyKey key, Actor actor) {
        actor.must(Role.MANAGER);
        Optional<Round> open = table.currentHeld().filter(current -> current.id() == id);
        List<ReminderTable.UnderKey> before = key == null ? List.of() : reminders.under(actor, key);
        if (!before.isEmpty()) {
            ReminderTable.UnderKey first = before.get(0);
            return same(before, first.together() || !first.target().code().equals(code), id, annex)
                    .get(0);
        }
        rounds.get(id);
        Round round = open.orElseThrow(Rounds::closed);
        Target target = Target.of(catalogs.current(), annex, code);
        if (filings.standing(round.id(), annex, code).isPresent()) {
            throw new Problem.Conflict("附件" + annex.number() + "“" + target.name() + "”已经报送，不用催。请刷新页面查看。");
        }
        if (reminders.add(round.id(), target, key, actor, clock.instant())) {
            audit.record(actor.account(), "round.remind", Filings.said(target), String.valueOf(id));
        }
        return target;
    }

    /**
     * Asks at once for all tables of an annex that are owed.
     *
     * @param key the same call under the same key is one; null where nobody sends twice
     * @return those tables
     */
    @Transactional
    public List<Target> remindAll(long id, Annex annex, @Nullable IdempotencyKey key, Actor actor) {
        actor.must(Role.MANAGER);
        Optional<Round> open = table.currentHeld().filter(current -> current.id() == id);
        List<ReminderTable.UnderKey> before = key == null ? List.of() : reminders.under(actor, key);
        if (!before.isEmpty()) {
            return same(before, !before.get(0).together(), id, annex);
        }
        rounds.get(id);
        Round round = open.orElseThrow(Rounds::closed);
        List<Target> owed = Standing.owed(rounds.standings(round), annex).stream()
                .map(Standing::target)
                .toList();
        if (owed.isEmpty()) {
            throw new Problem.Conflict("附件" + annex.number() + "都已经报送，没有要催的。请刷新页面查看。");
        }
        if (reminders.add(round.id(), owed, key, actor, clock.instant())) {
            String which = "annex " + annex.number() + ": " + owed.size();
            audit.record(actor.account(), "round.remind-all", String.valueOf(id), which);
        }
        return owed;
    }

    /**
     * What was asked for under a key before. Reminders of a round come one after the other ({@code currentHeld}), so that two acts
     * under one key can't both be the first.
     *
     * @param isOther whether that was asked otherwise: one table instead of all, or another one
     */
    private static List<Target> same(List<ReminderTable.UnderKey> before, boolean isOther, long round, Annex annex) {
        ReminderTable.UnderKey first = before.get(0);
        if (isOther || first.round() != round || first.target().annex() != annex) {
            throw IdempotencyKey.used(
                    first.together()
                            ? "一并催报附件" + first.target().annex().number()
                            : "催报“" + first.target().title() + "”");
        }
        return before.stream().map(ReminderTable.UnderKey::target).toList();
    }
}
