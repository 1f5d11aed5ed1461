package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant says of his declaration (告知承诺) where he signed it, at the window that accepted the case: he takes it back. From then on
 * nothing is granted on it, whatever the department hears of it, and when.
 */
@Service
@Transactional
public class DeclarationAtWindow {

    private final LockedAct lockedAct;
    private final DeclarationMoves moves;
    private final DeclarationTable declarations;
    private final WorkedThere workedThere;
    private final CaseFiles files;
    private final Matters matters;
    private final Clock clock;
    private final Centre centre;

    DeclarationAtWindow(
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

    /** The one matter, for the page on which it is taken back. */
    @Transactional(readOnly = true)
    public Matter one(String number, String item, Actor actor) {
        return open(file(number, actor), matters.ofCase(centre.region(), number)).stream()
                .filter(matter -> matter.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("这个事项现在没有可以撤回的承诺。请刷新页面查看最新情况。"));
    }

    /**
     * Matters of a case whose declaration may be taken back today.
     *
     * @param all of the case
     */
    @Transactional(readOnly = true)
    public List<Matter> open(CaseFile file, List<Matter> all) {
        var signed = declarations.ofCase(
                file.edition(), file.number(), all.stream().map(Matter::item).toList());
        return all.stream()
                .filter(matter -> matter.outcome() == null
                        && Procedure.edge(matter.step(), Act.TAKE_BACK).isPresent())
                .filter(matter -> signed.containsKey(matter.item())
                        && signed.get(matter.item()).state() == Declared.State.SIGNED)
                .filter(matter -> !workedThere.holds(matter))
                .toList();
    }

    private CaseFile file(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(found -> found.isOfWindow(actor))
                .orElseThrow(Approval::unknown);
    }
}
