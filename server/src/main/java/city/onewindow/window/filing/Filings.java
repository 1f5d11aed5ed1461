package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.window.Annex;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of those who file annexes 1–3 and of the centre that gathers them: a file is read and checked, filed when its sender
 * has seen what it says, and accepted or returned by the centre.
 *
 * <p>All throw {@link Problem.NotFound} for a filing that isn't there or is none of the actor's business,
 * {@link Problem.NotAllowed} for an act that isn't his, {@link Problem.Conflict} if the filing doesn't stand where the act begins.
 */
@Service
public class Filings {

    /** Longer than a full queue of files waits: a reading that is silent for so long ended with its program. */
    private static final Duration SILENT = Duration.ofMinutes(30);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REMARK = 2000;

    private final FilingTable table;
    private final FilingRowTable rows;
    private final RoundTable rounds;
    private final Readings readings;
    private final FilingRevisions revisions;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Filings(
            FilingTable table,
            FilingRowTable rows,
            RoundTable rounds,
            Readings readings,
            FilingRevisions revisions,
            Catalogs catalogs,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.rows = rows;
        this.rounds = rounds;
        this.readings = readings;
        this.revisions = revisions;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a file to be read; {@link #get} tells how far that has come.
     *
     * @param file belongs to this room from now on, which deletes it when it was read
     * @return the filing's number
     * @throws Problem.InvalidInput if the file is no spreadsheet that can be read
     */
    public long upload(Annex annex, String code, String fileName, Path file, Actor actor) {
        Target target = Target.of(catalogs.current(), annex, code);
        mustFile(target, actor);
        String name = plain(fileName);
        SpreadsheetFile.mustBeSpreadsheet(name, file);
        Long id = transaction.execute(status -> {
            Round round = openRound();
            replaceable(round, target);
            long filing = table.add(round.id(), target, name, actor, clock.instant());
            audit.record(actor.account(), "filing.upload", said(annex, code), String.valueOf(filing));
            return filing;
        });
        readings.begin(id, file, target, actor);
        return id;
    }

    private static String plain(String fileName) {
        String path = fileName.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static String said(Annex annex, String code) {
        return "annex " + annex.number() + " " + code;
    }

    private static void mustFile(Target target, Actor actor) {
        if (!target.isFiledBy(actor)) {
            throw new Problem.NotAllowed("附件" + target.annex().number() + "“" + target.name() + "”由它的部门的"
                    + target.annex().filedBy().term() + "报送，您的账号不是。请联系该部门。");
        }
    }

    private Round openRound() {
        return rounds.currentHeld().orElseThrow(() -> new Problem.Conflict("现在没有开着的收集批次，不收报表。请等政务服务中心开启新的批次。"));
    }

    /** @return what another filing of the table would take the place of */
    private Optional<Filing> replaceable(Round round, Target target) {
        Optional<Filing> standing = table.standing(round.id(), target.annex(), target.code());
        standing.filter(filing -> filing.status() == FilingStatus.ACCEPTED).ifPresent(filing -> {
            throw new Problem.Conflict("“" + filing.title() + "”在本批次已经接收。要改，请先请政务服务中心退回。");
        });
        return standing;
    }

    /** A filing, for its department and the centre. */
    public Filing get(long id, Actor actor) {
        Filing filing = seen(table.find(id).orElse(null), actor);
        if (filing.status() == FilingStatus.READING
                && filing.touchedAt().plus(SILENT).isBefore(clock.instant())) {
            table.refuse(id, List.of("读取中断了（程序重新启动过），什么都没有保存。请再上传一次。"), clock.instant());
            return table.find(id).orElseThrow();
        }
        return filing;
    }

    /**
     * Its rows by their line in the file.
     *
     * @param state null: any
     * @param number of the page, counted from 1
     */
    @Transactional(readOnly = true)
    public List<CheckedRow> rows(long id, @Nullable RowState state, int number, int size, Actor actor) {
        seen(table.find(id).orElse(null), actor);
        return rows.page(id, state, Math.max(1, number), size);
    }

    /** The table as it was handed in, with a comment in each wrong cell, as an .xlsx file. */
    @Transactional(readOnly = true)
    public byte[] annotated(long id, Actor actor) {
        return AnnotatedCopy.of(get(id, actor), rows.all(id));
    }

    /** Newest first: a department's own; all for the centre and the auditors. */
    @Transactional(readOnly = true)
    public Slice<Filing> list(@Nullable Long before, int size, Actor actor) {
        return Slice.of(
                table.list(
                        isAbove(actor) ? null : actor.department(), before == null ? Long.MAX_VALUE : before, size + 1),
                size,
                filing -> String.valueOf(filing.id()));
    }

    /** Files what was read; what it says of the department's items becomes revisions of them, in the same transaction. */
    @Transactional
    public Filing file(long id, Actor actor) {
        Filing filing = mine(id, FilingAct.FILE, actor);
        if (filing.count(RowState.WRONG) > 0) {
            throw new Problem.Conflict("还有 " + filing.count(RowState.WRONG) + " 行有问题，不能报送。请下载批注副本，改好后重新上传。");
        }
        Round round = openRound();
        if (round.id() != filing.round()) {
            throw new Problem.Conflict("这份报表是在上一个收集批次里上传的。请重新上传。");
        }
        replaceable(round, filing.target()).ifPresent(older -> walk(older, FilingAct.REPLACE, "", actor));
        walk(filing, FilingAct.FILE, "", actor);
        table.began(id, revisions.send(filing.target(), rows.all(id), actor));
        return table.find(id).orElseThrow();
    }

    /** Gives up what was read. */
    @Transactional
    public void drop(long id, Actor actor) {
        walk(mine(id, FilingAct.DROP, actor), FilingAct.DROP, "", actor);
        rows.remove(id);
    }

    @Transactional
    public Filing accept(long id, Actor actor) {
        Filing filing = mine(id, FilingAct.ACCEPT, actor);
        mustBeOpen(filing);
        walk(filing, FilingAct.ACCEPT, "", actor);
        return table.find(id).orElseThrow();
    }

    /** @param remark what is to be changed, and why */
    @Transactional
    public Filing giveBack(long id, String remark, Actor actor) {
        Filing filing = mine(id, FilingAct.RETURN, actor);
        if (remark.isBlank() || remark.length() > LONGEST_REMARK) {
            throw new Problem.InvalidInput("/remark", "请写明退回的原因和要改的地方，至多 " + LONGEST_REMARK + " 字。");
        }
        mustBeOpen(filing);
        walk(filing, FilingAct.RETURN, remark.strip(), actor);
        return table.find(id).orElseThrow();
    }

    /** What was distributed stays as it was distributed. */
    private void mustBeOpen(Filing filing) {
        if (rounds.currentHeld().filter(round -> round.id() == filing.round()).isEmpty()) {
            throw new Problem.Conflict("“" + filing.title() + "”所在的收集批次已经结束，不能再接收或者退回。");
        }
    }

    /** What the actor may do with it as it stands. */
    public List<FilingAct> next(Filing filing, Actor actor) {
        return Arrays.stream(FilingAct.values())
                .filter(act -> act != FilingAct.REPLACE && act.isFrom(filing.status()) && may(act, filing, actor))
                .toList();
    }

    private static boolean may(FilingAct act, Filing filing, Actor actor) {
        return act.isTheCentres() ? actor.has(Role.MANAGER) : filing.target().isFiledBy(actor);
    }

    private Filing mine(long id, FilingAct act, Actor actor) {
        Filing filing = seen(table.locked(id).orElse(null), actor);
        if (!may(act, filing, actor)) {
            throw new Problem.NotAllowed("您的账号不能" + act.term() + "“" + filing.title() + "”。请由"
                    + (act.isTheCentres() ? Role.MANAGER : filing.annex().filedBy()).term() + "办理。");
        }
        if (!act.isFrom(filing.status())) {
            throw moved(filing);
        }
        return filing;
    }

    private void walk(Filing filing, FilingAct act, String remark, Actor actor) {
        if (!table.move(filing, act, remark, actor, clock.instant())) {
            throw moved(table.find(filing.id()).orElseThrow());
        }
        audit.record(
                actor.account(), act.audited(), said(filing.annex(), filing.subject()), String.valueOf(filing.id()));
    }

    private static Problem.Conflict moved(Filing filing) {
        return new Problem.Conflict(
                "“" + filing.title() + "”现在是“" + filing.status().term() + "”，不能这样办。请刷新页面查看。");
    }

    private static boolean isAbove(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR);
    }

    private static Filing seen(@Nullable Filing filing, Actor actor) {
        if (filing == null || !isAbove(actor) && !filing.department().equals(actor.department())) {
            throw new Problem.NotFound("没有这份报表，或者它不归您的部门报送。请核对地址。");
        }
        return filing;
    }
}
