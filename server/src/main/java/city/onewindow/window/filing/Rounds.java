package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.window.Annex;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the rounds in which the centre gathers annexes 1–3 (收集批次): opened with a due day, watched, ended by
 * distributing what was merged.
 */
@Service
public class Rounds {

    private static final int LONGEST_NAME = 100;

    /** Neither what was filed nor an edition ever changes: a page that is looked at again reads no rows. */
    private final Cache<Added, RollUp> rollUps =
            Caffeine.newBuilder().maximumSize(2).build();

    private record Added(List<Long> filings, int edition) {}

    private final RoundTable rounds;
    private final ReminderTable reminders;
    private final FilingTable filings;
    private final FilingRowTable rows;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Rounds(
            RoundTable rounds,
            ReminderTable reminders,
            FilingTable filings,
            FilingRowTable rows,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.filings = filings;
        this.rows = rows;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The open one. */
    public Optional<Round> current() {
        return rounds.current();
    }

    /** Newest first. */
    public Slice<Round> list(@Nullable Long before, int size) {
        return Slice.of(
                rounds.list(before == null ? Long.MAX_VALUE : before, size + 1),
                size,
                round -> String.valueOf(round.id()));
    }

    /** @throws Problem.NotFound if there is none of the number */
    public Round get(long id) {
        return rounds.find(id).orElseThrow(() -> new Problem.NotFound("没有这个收集批次。请从附件页面重新选择。"));
    }

    /**
     * @param due the last day to file without being late
     * @param key the same call under the same key is one; null where nobody sends twice
     */
    @Transactional
    public Round open(String name, @Nullable LocalDate due, @Nullable IdempotencyKey key, Actor actor) {
        actor.must(Role.MANAGER);
        Optional<Round> before = key == null ? Optional.empty() : rounds.keyed(actor, key);
        if (before.isPresent()) {
            return same(before.get(), name.strip(), due);
        }
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "请填写批次的名称，至多 " + LONGEST_NAME + " 个字，如 2026年第四季度。"));
        }
        if (due == null || due.isBefore(LocalDate.now(clock))) {
            faults.add(new Fault("/due", "请选择报送截止日期，今天或以后的一天。"));
        }
        if (due == null || !faults.isEmpty()) {
            throw new Problem.InvalidInput(faults);
        }
        Optional<Long> id = rounds.open(name.strip(), due, key, actor, clock.instant());
        if (id.isEmpty()) {
            // Perhaps the same call, sent twice at once.
            return (key == null ? Optional.<Round>empty() : rounds.keyed(actor, key))
                    .map(opened -> same(opened, name.strip(), due))
                    .orElseThrow(() -> new Problem.Conflict("已经有一个收集批次开着。请先汇总分发它，再开启新的。"));
        }
        audit.record(actor.account(), "round.open", String.valueOf(id.get()), "due " + due);
        return get(id.get());
    }

    private static Round same(Round opened, String name, @Nullable LocalDate due) {
        if (!opened.name().equals(name) || !opened.due().equals(due)) {
            throw IdempotencyKey.used("开启收集批次“" + opened.name() + "”");
        }
        return opened;
    }

    /** All that the plan asks for, and how it stands; for the centre and the auditors. */
    @Transactional(readOnly = true)
    public List<Standing> standings(Round round) {
        Map<String, ReminderTable.Reminded> reminded = reminders.of(round.id()).stream()
                .collect(Collectors.toMap(one -> one.target().choice(), Function.identity(), (one, same) -> one));
        Map<String, Filing> filed = filings.standing(round.id()).stream()
                .collect(Collectors.toMap(filing -> filing.target().choice(), Function.identity()));
        // What the catalog no longer asks for and was filed nevertheless is shown, too.
        Map<String, Target> targets = new LinkedHashMap<>();
        Stream.concat(
                        Target.all(catalogs.current()).stream(),
                        filed.values().stream().map(Filing::target))
                .forEach(target -> targets.putIfAbsent(target.choice(), target));
        return targets.entrySet().stream()
                .map(entry -> standing(entry.getValue(), filed.get(entry.getKey()), reminded.get(entry.getKey())))
                .toList();
    }

    /**
     * The same in pages.
     *
     * @param annex null: any
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Standing> standings(Round round, @Nullable Annex annex, @Nullable String after, int size) {
        List<Standing> all = standings(round).stream()
                .filter(standing -> annex == null || standing.target().annex() == annex)
                .toList();
        return Slice.within(all, after, size, standing -> standing.target().choice());
    }

    /** Whether it came after the due day, or that has passed without it. */
    public boolean isLate(Standing standing, Round round) {
        return standing.isLate(round, LocalDate.now(clock), clock.getZone());
    }

    private static Standing standing(
            Target target, @Nullable Filing filing, ReminderTable.@Nullable Reminded reminded) {
        return new Standing(
                target, filing, reminded == null ? 0 : reminded.times(), reminded == null ? null : reminded.last());
    }

    /** What the actor has yet to file in the open round, or to file again after it was returned. */
    @Transactional(readOnly = true)
    public List<Standing> owed(Actor actor) {
        return rounds.current().map(this::standings).orElse(List.of()).stream()
                .filter(standing -> standing.isOwed() && standing.target().isOwn(actor))
                .toList();
    }

    /** How much waits for the actor: filings to look at for the centre; for a department the tables that the actor files. */
    @Transactional(readOnly = true)
    public long waiting(Actor actor) {
        Round round = rounds.current().orElse(null);
        if (round == null) {
            return 0;
        }
        if (actor.has(Role.MANAGER)) {
            return filings.filed(round.id());
        }
        List<Annex> own = Arrays.stream(Annex.values())
                .filter(annex -> actor.has(annex.filedBy()))
                .toList();
        return own.isEmpty() ? 0 : rounds.owed(round.id(), actor.department(), own);
    }

    /** Gives the merged workbook to all departments, which ends the round; again, by whoever did, changes nothing. */
    @Transactional
    public Round distribute(long id, Actor actor) {
        actor.must(Role.MANAGER);
        get(id);
        if (rounds.currentHeld().filter(round -> round.id() == id).isEmpty()) {
            if (rounds.isDistributedBy(id, actor)) {
                return get(id);
            }
            throw closed();
        }
        if (filings.filed(id) > 0) {
            throw new Problem.Conflict("还有 " + filings.filed(id) + " 份报表没有接收或退回。请先处理完，再汇总分发。");
        }
        if (filings.standing(id).stream().noneMatch(filing -> filing.status() == FilingStatus.ACCEPTED)) {
            throw new Problem.Conflict("本批次还没有接收过报表，没有可以分发的。");
        }
        if (!rounds.distribute(id, actor, clock.instant())) {
            throw closed();
        }
        audit.record(actor.account(), "round.distribute", String.valueOf(id), "");
        return get(id);
    }

    /** Whether what was filed adds up; for the centre and the auditors. */
    @Transactional(readOnly = true)
    public RollUp rollUp(Round round) {
        List<Filing> counting = filings.standing(round.id()).stream()
                .filter(filing -> filing.status() != FilingStatus.RETURNED)
                .toList();
        Catalog catalog = catalogs.current();
        Added added = new Added(counting.stream().map(Filing::id).toList(), catalog.edition());
        return rollUps.get(added, key -> RollUp.of(counting, catalog, filing -> rows.all(filing.id())));
    }

    static Problem.Conflict closed() {
        return new Problem.Conflict("这个收集批次已经汇总分发，不能再改。请刷新页面查看。");
    }

    /**
     * 汇总: all accepted filings of the round in one workbook, for the centre at any time, for everybody once it is distributed.
     *
     * @return the bytes of an .xlsx file
     */
    @Transactional(readOnly = true)
    public byte[] merged(long id, Actor actor) {
        Round round = get(id);
        if (round.isOpen() && !actor.has(Role.MANAGER) && !actor.has(Role.AUDITOR)) {
            throw new Problem.NotFound("这个批次还没有分发汇总表。分发后各部门都能下载。");
        }
        List<Filing> accepted = filings.standing(id).stream()
                .filter(filing -> filing.status() == FilingStatus.ACCEPTED)
                .toList();
        return MergedBook.of(round, accepted, catalogs.current(), filing -> rows.all(filing.id()));
    }
}
