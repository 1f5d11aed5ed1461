package city.onewindow.window.filing;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of those who file annexes 1–3 and of the centre that gathers them: what {@link FilingUploads} took in is filed when its
 * department has seen what it says, and accepted or returned by the centre. Whoever does the same again is answered as the first
 * time.
 *
 * <p>All throw {@link Problem.NotFound} for a filing that isn't there or is none of the actor's business,
 * {@link Problem.NotAllowed} for an act that isn't his, {@link Problem.Conflict} if the filing doesn't stand where the act begins.
 */
@Service
public class Filings {

    /** Longer than a full queue of files waits: a reading that is silent for so long ended with its program. */
    private static final Duration SILENT = Duration.ofMinutes(30);

    private static final int LONGEST_REMARK = 2000;

    private final FilingTable table;
    private final FilingRowTable rows;
    private final CurrentRound current;
    private final FilingRevisions revisions;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Filings(
            FilingTable table,
            FilingRowTable rows,
            CurrentRound current,
            FilingRevisions revisions,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.current = current;
        this.revisions = revisions;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the audit log names a table. */
    static String said(Target target) {
        return "annex " + target.annex().number() + " " + target.code();
    }

    /** A filing, for its department and the centre. */
    public Filing get(long id, Actor actor) {
        Filing filing = seen(table.find(id).orElse(null), actor);
        if (filing.status() == FilingStatus.READING
                && filing.touchedAt().plus(SILENT).isBefore(clock.instant())) {
            table.refuse(id, List.of("读取中断了（程序重新启动过），什么都没有保存。请再上传一次。"), clock.instant());
            return find(id);
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

    /**
     * The same, to be read on by line.
     *
     * @param after null for the first
     */
    @Transactional(readOnly = true)
    public Slice<CheckedRow> rows(long id, @Nullable RowState state, @Nullable Integer after, int size, Actor actor) {
        seen(table.find(id).orElse(null), actor);
        return Slice.of(
                rows.after(id, state, after == null ? 0 : after, size + 1), size, row -> String.valueOf(row.line()));
    }

    /** How many of its new rows are about an item that the catalog doesn't have. */
    @Transactional(readOnly = true)
    public int unknown(long id, Actor actor) {
        Filing filing = seen(table.find(id).orElse(null), actor);
        return Newcomers.unknown(rows.texts(id, RowState.NEW, filing.annex().item()), catalogs.current());
    }

    /** The table as it was handed in, with a comment in each wrong cell, as an .xlsx file. */
    @Transactional(readOnly = true)
    public byte[] annotated(long id, Actor actor) {
        return AnnotatedCopy.of(get(id, actor), table.around(id), rows.all(id));
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
        Filing filing = mine(id, FilingAct.FILE, "", actor);
        if (filing.status() == FilingAct.FILE.to()) {
            // Read anew: what waited for a colleague's confirmation hasn't seen which revisions that began.
            return find(id);
        }
        if (filing.isWrong()) {
            throw new Problem.Conflict("还有 " + filing.count(RowState.WRONG) + " 行有问题"
                    + (filing.headFlaws().isEmpty()
                            ? ""
                            : "，表头有 " + filing.headFlaws().size() + " 处不对")
                    + "，不能报送。请下载批注副本，改好后重新上传。");
        }
        Round round = current.kept();
        if (round.id() != filing.round()) {
            throw new Problem.Conflict("这份报表是在上一个收集批次里上传的。请重新上传。");
        }
        current.replaceable(round, filing.target()).ifPresent(older -> walk(older, FilingAct.REPLACE, "", actor));
        try {
            walk(filing, FilingAct.FILE, "", actor);
        } catch (DuplicateKeyException atOnce) {
            throw new Problem.Conflict("“" + filing.title() + "”刚刚由同事报送了另一份。请回到附件页面，看过再决定要不要重报。");
        }
        revisions.send(filing, rows.all(id), actor);
        return find(id);
    }

    /** Gives up what was read. */
    @Transactional
    public Filing drop(long id, Actor actor) {
        Filing filing = mine(id, FilingAct.DROP, "", actor);
        if (filing.status() != FilingAct.DROP.to()) {
            walk(filing, FilingAct.DROP, "", actor);
            rows.remove(id);
        }
        return find(id);
    }

    @Transactional
    public Filing accept(long id, Actor actor) {
        return decide(id, FilingAct.ACCEPT, "", actor);
    }

    /**
     * What it began in the catalog is withdrawn with it, as far as nobody has edited it or agreed to it since.
     *
     * @param remark what is to be changed, and why
     */
    @Transactional
    public Filing giveBack(long id, String remark, Actor actor) {
        if (remark.isBlank() || remark.length() > LONGEST_REMARK) {
            mine(id, FilingAct.RETURN, remark.strip(), actor);
            throw new Problem.InvalidInput("/remark", "请写明退回的原因和要改的地方，至多 " + LONGEST_REMARK + " 字。");
        }
        return decide(id, FilingAct.RETURN, remark.strip(), actor);
    }

    private Filing decide(long id, FilingAct act, String remark, Actor actor) {
        Filing filing = mine(id, act, remark, actor);
        if (filing.status() != act.to()) {
            current.mustBeThatOf(filing);
            walk(filing, act, remark, actor);
            if (act == FilingAct.RETURN) {
                revisions.takeBack(filing, actor);
            }
        }
        return find(id);
    }

    /** What the actor may do with it as it stands. */
    public List<FilingAct> next(Filing filing, Actor actor) {
        return Arrays.stream(FilingAct.values())
                .filter(act ->
                        act != FilingAct.REPLACE && act.isFrom(filing.status()) && act.isFor(filing.target(), actor))
                .toList();
    }

    /** As it stands before the act, or after it if that was the last thing done to it, by the actor in the same words. */
    private Filing mine(long id, FilingAct act, String remark, Actor actor) {
        Filing filing = seen(table.locked(id).orElse(null), actor);
        if (!act.isFor(filing.target(), actor)) {
            throw new Problem.NotAllowed("您的账号不能" + act.term() + "“" + filing.title() + "”。请由"
                    + act.role(filing.target()).term() + "办理。");
        }
        if (!act.isFrom(filing.status()) && !isRepeated(filing, act, remark, actor)) {
            throw moved(filing);
        }
        return filing;
    }

    private boolean isRepeated(Filing filing, FilingAct act, String remark, Actor actor) {
        return filing.status() == act.to()
                && table.lastDone(filing.id())
                        .filter(done -> done.act() == act
                                && done.who().equals(actor.account())
                                && done.remark().equals(remark))
                        .isPresent();
    }

    private void walk(Filing filing, FilingAct act, String remark, Actor actor) {
        if (!table.move(filing, act, remark, actor, clock.instant())) {
            throw moved(find(filing.id()));
        }
        audit.record(actor.account(), act.audited(), said(filing.target()), String.valueOf(filing.id()));
    }

    private Problem.Conflict moved(Filing filing) {
        String who = table.lastDone(filing.id())
                .map(done -> "（" + done.whoName() + done.act().term() + "）")
                .orElse("");
        return new Problem.Conflict("“" + filing.title() + "”现在是“" + filing.term() + "”" + who + "，不能这样办。请刷新页面查看。");
    }

    private Filing find(long id) {
        return table.find(id).orElseThrow();
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
