package city.onewindow.catalog.lint;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a finding stand, for a reason that everybody may read and somebody answers for. */
@Service
public class Waivers {

    /** 确有原因 alone is none. */
    private static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 500;

    private final WaiverTable table;
    private final Audit audit;
    private final Clock clock;

    Waivers(WaiverTable table, Audit audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that hold, oldest first. */
    @Transactional(readOnly = true)
    public List<Waiver> holding() {
        return table.holding();
    }

    /**
     * The same again by the same person changes nothing.
     *
     * @param finding as the linter found it, in the catalog or in a revision
     * @throws Problem.NotAllowed unless the actor keeps the item or one-thing, or manages the centre
     * @throws Problem.InvalidInput for a reason that says nothing
     * @throws Problem.Conflict if somebody else has waived it
     */
    @Transactional
    public Waiver waive(Finding finding, String reason, Actor actor) {
        mustAnswerFor(finding.oneThing(), finding.department(), actor);
        String given = reason.strip();
        if (given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw new Problem.InvalidInput(
                    "/reason",
                    "请写明为什么可以这样，" + SHORTEST_REASON + " 至 " + LONGEST_REASON + " 字，现为 " + given.length() + " 字；原因会公开。");
        }
        Waiver waiver = new Waiver(
                finding.key(),
                finding.rule().name(),
                finding.oneThing(),
                finding.name(),
                finding.department(),
                finding.what(),
                given,
                actor.account(),
                actor.name(),
                clock.instant());
        if (!table.add(waiver)) {
            return sameAgain(waiver);
        }
        audit.record(actor.account(), "finding.waive", finding.name(), finding.rule() + " " + finding.key());
        return waiver;
    }

    private Waiver sameAgain(Waiver waiver) {
        Waiver held = table.holding(waiver.finding()).orElseThrow(Waivers::changed);
        if (!held.who().equals(waiver.who()) || !held.reason().equals(waiver.reason())) {
            throw new Problem.Conflict(
                    held.whoName() + "已经豁免了「" + held.name() + "」的这一处，原因是“" + held.reason() + "”。要换原因，请先撤销它。");
        }
        return held;
    }

    /**
     * The finding is open again.
     *
     * @param finding its key
     * @throws Problem.NotFound if no waiver of it holds
     * @throws Problem.NotAllowed as for {@link #waive}
     */
    @Transactional
    public Waiver revoke(String finding, Actor actor) {
        Waiver held = table.holding(finding)
                .orElseThrow(() -> new Problem.NotFound("没有对“" + finding + "”这一处的豁免，或者已经撤销。请刷新页面查看。"));
        mustAnswerFor(held.oneThing(), held.department(), actor);
        if (!table.revoke(finding, actor, clock.instant())) {
            throw changed();
        }
        audit.record(actor.account(), "finding.revoke-waiver", held.name(), held.rule() + " " + finding);
        return held;
    }

    private static Problem.Conflict changed() {
        return new Problem.Conflict("这一处的豁免刚刚由别人撤销。请刷新页面查看。");
    }

    private static void mustAnswerFor(boolean oneThing, String department, Actor actor) {
        Role keeper = oneThing ? Role.LEAD_DEPARTMENT : Role.LIAISON;
        if (!actor.has(Role.MANAGER) && !(actor.has(keeper) && department.equals(actor.department()))) {
            throw new Problem.NotAllowed(
                    oneThing ? "一件事的发现由受理窗口的牵头部门或者中心管理豁免，您的账号不能办。请联系牵头部门。" : "事项的发现由实施部门的联络员或者中心管理豁免，您的账号不能办。请联系该部门。");
        }
    }
}
