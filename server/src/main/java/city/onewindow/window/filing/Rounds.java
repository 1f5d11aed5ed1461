package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * The door of the rounds in which the centre gathers annexes 1–3 (收集批次): opened with a due day, watched, reminded of, ended by
 * distributing what was merged.
 */
@Service
public class Rounds {

    private static final int LONGEST_NAME = 100;
    private static final int SHOWN = 50;

    private final RoundTable rounds;
    private final FilingTable filings;
    private final FilingRowTable rows;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Rounds(RoundTable rounds, FilingTable filings, FilingRowTable rows, Catalogs catalogs, Audit audit, Clock clock) {
        this.rounds = rounds;
        this.filings = filings;
        this.rows = rows;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the centre asks a department for. */
    public record Asked(String title, LocalDate due, int times) {}

    /** The open one. */
    public Optional<Round> current() {
        return rounds.current();
    }

    /** The newest. */
    public List<Round> list() {
        return rounds.list(SHOWN);
    }

    /** @throws Problem.NotFound if there is none of the number */
    public Round get(long id) {
        return rounds.find(id).orElseThrow(() -> new Problem.NotFound("没有这个收集批次。请从附件页面重新选择。"));
    }

    /** @param due the last day to file without being late */
    @Transactional
    public Round open(String name, @Nullable LocalDate due, Actor actor) {
        actor.must(Role.MANAGER);
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
        long id = rounds.open(name.strip(), due, actor, clock.instant())
                .orElseThrow(() -> new Problem.Conflict("已经有一个收集批次开着。请先汇总分发它，再开启新的。"));
        audit.record(actor.account(), "round.open", String.valueOf(id), "due " + due);
        return get(id);
    }

    /** All that the plan asks for, and how it stands; for the centre and the auditors. */
    @Transactional(readOnly = true)
    public List<Standing> standings(Round round) {
        Map<String, RoundTable.Reminded> reminded = rounds.reminded(round.id()).stream()
                .collect(Collectors.toMap(
                        one -> key(one.annex(), one.subject()), Function.identity(), (one, same) -> one));
        Map<String, Filing> filed = filings.standing(round.id()).stream()
                .collect(Collectors.toMap(filing -> key(filing.target()), Function.identity()));
        // What the catalog no longer asks for and was filed nevertheless is shown, too.
        Map<String, Target> targets = new LinkedHashMap<>();
        Stream.concat(
                        Target.all(catalogs.current()).stream(),
                        filed.values().stream().map(Filing::target))
                .forEach(target -> targets.putIfAbsent(key(target), target));
        return targets.entrySet().stream()
                .map(entry -> standing(entry.getValue(), filed.get(entry.getKey()), reminded.get(entry.getKey())))
                .toList();
    }

    private static String key(Target target) {
        return key(target.annex(), target.code());
    }

    private static String key(Annex annex, String code) {
        return annex.number() + " " + code;
    }

    private static Standing standing(Target target, @Nullable Filing filing, RoundTable.@Nullable Reminded reminded) {
        return new Standing(
                target, filing, reminded == null ? 0 : reminded.times(), reminded == null ? null : reminded.last());
    }

    /** Asks a department for what it owes. */
    @Transactional
    public Target remind(long id, Annex annex, String code, Actor actor) {
        actor.must(Role.MANAGER);
        Round round = mustBeOpen(id);
        Catalog catalog = catalogs.current();
        Target target = Target.of(catalog, annex, code);
        if (filings.standing(round.id(), annex, code).isPresent()) {
            throw new Problem.Conflict("附件" + annex.number() + "“" + target.name() + "”已经报送，不用催。请刷新页面查看。");
        }
        rounds.remind(round.id(), target, actor, clock.instant());
        audit.record(actor.account(), "round.remind", "annex " + annex.number() + " " + code, String.valueOf(id));
        return target;
    }

    /** What the centre has asked the actor's department for and still waits for. */
    @Transactional(readOnly = true)
    public List<Asked> asked(Actor actor) {
        Round round = rounds.current().orElse(null);
        if (round == null) {
            return List.of();
        }
        return rounds.reminded(round.id()).stream()
                .filter(one -> one.department().equals(actor.department()))
                .filter(one ->
                        filings.standing(round.id(), one.annex(), one.subject()).isEmpty())
                .map(one -> new Asked("附件" + one.annex().number() + "　" + one.name(), round.due(), one.times()))
                .toList();
    }

    /** How much waits for the actor: filings to look at for the centre, tables to file for a department. */
    @Transactional(readOnly = true)
    public long waiting(Actor actor) {
        Round round = rounds.current().orElse(null);
        if (round == null) {
            return 0;
        }
        return actor.has(Role.MANAGER) ? filings.filed(round.id()) : rounds.owed(round.id(), actor.department());
    }

    /** Gives the merged workbook to all departments, which ends the round. */
    @Transactional
    public Round distribute(long id, Actor actor) {
        actor.must(Role.MANAGER);
        mustBeOpen(id);
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

    private Round mustBeOpen(long id) {
        get(id);
        return rounds.currentHeld().filter(round -> round.id() == id).orElseThrow(Rounds::closed);
    }

    private static Problem.Conflict closed() {
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
