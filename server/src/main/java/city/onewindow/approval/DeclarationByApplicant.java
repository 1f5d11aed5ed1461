package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.intake.OnlineGate;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant says of his declaration (告知承诺), at the window that accepted the case, where he signed it, or online, where he holds number
 * and query code: he takes it back. From then on nothing is granted on it, whatever the department hears of it, and when.
 */
@Service
@Transactional
public class DeclarationByApplicant {

    private final LockedAct lockedAct;
    private final DeclarationMoves moves;
    private final DeclarationTable declarations;
    private final WorkedThere workedThere;
    private final CaseFiles files;
    private final Matters matters;
    private final Clock clock;
    private final Centre centre;

    DeclarationByApplicant(
            LockedAct lockedAct,
            DeclarationMoves moves,
            DeclarationTable declarations,
            WorkedThere workedThere,
            CaseFiles files,
            Matters matters,
            Clock clock,
            Centre centre) {
        this.lockedAct = lockedAct;
        this.moves = moves;
        this.declarations = declarations;
        this.workedThere = workedThere;
        this.files = files;
        this.matters = matters;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * 撤回承诺; as {@link DeclarationActs#takeBack}.
     *
     * @param reason how the applicant said so
     * @throws Problem.NotFound for a case that this window didn't accept
     */
    public List<HistoryEntry> takeBack(
            String number, String item, String reason, Actor actor, @Nullable IdempotencyKey key) {
        Said said = Said.reason(reason);
        CaseFile file = file(number, actor);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.forApplicant(number, item, Act.TAKE_BACK, now, actor, key, matter -> {
            Declared declared = declarations.signed(file.edition(), number, item, matter.itemName());
            declared.refuseUnlessOpen(matter, Act.TAKE_BACK, now.toLocalDate());
            if (workedThere.holds(matter)) {
                throw WorkedThere.told(matter);
            }
            return (counting, move) -> moves.check(move.saying(said), declared, null);
        });
    }

    /**
     * 撤回承诺 by the applicant himself.
     *
     * @param number as typed
     * @param queryCode as typed
     * @throws Problem.NotFound unless both are right
     * @throws Problem.Conflict once it was granted or taken back, and where none was signed; it says what he still can do
     */
    public List<HistoryEntry> takeBackOnline(
            String number, String queryCode, String item, @Nullable IdempotencyKey key) {
        CaseFile file = files.tracked(centre.region(), number, queryCode);
        String whole = file.number();
        IdempotencyKey own = key == null ? null : key.within(whole);
        LocalDateTime now = LocalDateTime.now(clock);
        return lockedAct.forApplicant(whole, item, Act.TAKE_BACK, now, OnlineGate.APPLICANT, own, matter -> {
            Declared declared = mustBeHis(
                    matter, declarations.find(file.edition(), whole, item).orElse(null));
            return (counting, move) -> moves.check(move.saying(Said.reason("申请人凭办件编号和查询码在网上撤回。")), declared, null);
        });
    }

    /** The one matter, for the page on which it is taken back. */
    @Transactional(readOnly = true)
    public Matter one(String number, String item, Actor actor) {
        CaseFile file = file(number, actor);
        return matters.one(centre.region(), number, item)
                .filter(matter -> mayTakeBack(
                        matter.step(),
                        Timeline.Promised.of(
                                declarations.find(file.edition(), number, item).orElse(null), matter.outcome())))
                .filter(matter -> !workedThere.holds(matter))
                .orElseThrow(() -> new Problem.Conflict("这个事项现在没有可以撤回的承诺。请刷新页面查看最新情况。"));
    }

    /** Parts of a case whose declaration may be taken back today. */
    @Transactional(readOnly = true)
    public List<Timeline.Part> open(Timeline timeline) {
        List<Timeline.Part> signed = timeline.parts().stream()
                .filter(part -> mayTakeBack(part.step(), part.declared()))
                .toList();
        if (signed.isEmpty()) {
            return signed;
        }
        Set<String> there = workedThere.itemsOfCase(timeline.file().number());
        return signed.stream().filter(part -> !there.contains(part.item())).toList();
    }

    private static boolean mayTakeBack(Step step, Timeline.@Nullable Promised declared) {
        return declared != null
                && declared.state() == Declared.State.SIGNED
                && Procedure.edge(step, Act.TAKE_BACK).isPresent();
    }

    /**
     * In words of his own, before the department's rules are asked: he can do nothing with what these say.
     *
     * @param declared null if none was signed
     */
    private Declared mustBeHis(Matter matter, @Nullable Declared declared) {
        String what = "「" + matter.itemName() + "」";
        if (declared == null) {
            throw new Problem.Conflict(what + "没有签署告知承诺书，是按一般程序办理的，不用撤回。");
        }
        if (declared.state() == Declared.State.TAKEN_BACK) {
            throw new Problem.Conflict(what + "的承诺已经撤回，不用再办理。现在按一般程序办理，承诺替代的材料请到受理窗口补交。");
        }
        if (matter.outcome() == Outcome.GRANTED) {
            throw new Problem.Conflict(what + "已经凭承诺准予，不能再撤回承诺。做不到承诺内容的，请马上告诉办理部门并整改；核查不符又不整改的，撤销准予决定。");
        }
        if (declared.state() != Declared.State.SIGNED || matter.outcome() != null) {
            throw new Problem.Conflict(what + "的承诺已经不再适用，不用撤回。");
        }
        if (workedThere.holds(matter)) {
            throw new Problem.Conflict(what + "由办理部门在自己的业务系统办理，不能在网上撤回承诺。请书面告诉办理部门，准予以前都可以撤回。");
        }
        return declared;
    }

    private CaseFile file(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(found -> found.isOfWindow(actor))
                .orElseThrow(Approval::unknown);
    }
}
