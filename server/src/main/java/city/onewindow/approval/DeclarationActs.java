package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.RevokedDeclarations;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what is granted on a declaration (告知承诺) and checked afterwards. The check holds nothing up: the result is
 * made and handed over, and the case closed, as always.
 *
 * <p>It throws as {@link Approval} does; {@link Problem.Conflict} also where the declaration doesn't stand where the act begins.
 */
@Service
@Transactional
public class DeclarationActs {

    /** More than that nobody reads at once. */
    private static final int LISTED = 200;

    private final AcceptedCases acceptedCases;
    private final Matters matters;
    private final Moves moves;
    private final LockedAct lockedAct;
    private final DeclarationTable declarations;
    private final DeclarationMoves checks;
    private final MissedCards missed;
    private final DecisionDocuments documents;
    private final OwedMaterials owed;
    private final RevokedDeclarations revoked;
    private final LaterStages later;
    private final WorkedThere workedThere;
    private final Conflicts conflicts;
    private final StandIns standIns;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    DeclarationActs(
            AcceptedCases acceptedCases,
            Matters matters,
            Moves moves,
            LockedAct lockedAct,
            DeclarationTable declarations,
            DeclarationMoves checks,
            MissedCards missed,
            DecisionDocuments documents,
            OwedMaterials owed,
            RevokedDeclarations revoked,
            LaterStages later,
            WorkedThere workedThere,
            Conflicts conflicts,
            StandIns standIns,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.acceptedCases = acceptedCases;
        this.matters = matters;
        this.moves = moves;
        this.lockedAct = lockedAct;
        this.declarations = declarations;
        this.checks = checks;
        this.missed = missed;
        this.documents = documents;
        this.owed = owed;
        this.revoked = revoked;
        this.later = later;
        this.workedThere = workedThere;
        this.conflicts = conflicts;
        this.standIns = standIns;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /** Whether a declaration stands for the matter, so that it is granted here and not by {@link Approval#grant}. */
    @Transactional(readOnly = true)
    public boolean isDeclared(String number, String item) {
        return acceptedCases
                .find(number)
                .flatMap(found -> declarations.find(found.to().edition(), number, item))
                .filter(Declared::stands)
                .isPresent();
    }

    /** What the actor's department may grant on a declaration now, and what it has to check, the first due first. */
    @Transactional(readOnly = true)
    public List<DeclaredRow> open(Actor actor) {
        return declarations.open(actor.department(), LISTED);
    }

    /** How many there are, up to {@link Inbox#COUNTED}; none for those who neither grant nor check. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        boolean may = Procedure.roles(Act.CONFIRM).stream().anyMatch(actor::has);
        return may ? declarations.count(actor.department(), Inbox.COUNTED) : 0;
    }

    /** 凭承诺准予: with or without a review; the check is due from now on. Otherwise as {@link Approval#grant}. */
    public List<HistoryEntry> grant(
            String number, String item, String opinion, Actor actor, @Nullable IdempotencyKey key) {
        Said said = Said.opinion(opinion);
        standIns.acting(Act.GRANT_DECLARED, actor);
        AcceptedCase accepted = acceptedCases.one(number);
        AcceptedMatter own = accepted.matter(item);
        Matter matter = matters.one(centre.region(), number, item)
                .filter(found -> Rights.isOwn(found, actor))
                .orElseThrow(Approval::unknown);
        Declared declared = declarations.signed(accepted.to().edition(), number, item, own.itemName());
        Actor acting = standIns.acting(Act.GRANT_DECLARED, matter, actor);
        Rights.check(Act.GRANT_DECLARED, matter, acting);
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<Procedure.Edge> edge = Procedure.edge(matter.step(), Act.GRANT_DECLARED);
        if (edge.isEmpty()) {
            return conflicts.undone(matter, Act.GRANT_DECLARED, acting, now, key);
        }
        refuseWithoutDeclaration(declared, matter);
        LocalDate until = due(now, declared.checkDays());
        Move move = new Move(
                number,
                item,
                edge.get(),
                said,
                acting,
                now,
                documents.grant(accepted.to(), own, actor.department(), declared, until, now),
                key);
        List<HistoryEntry> written =
                conflicts.once(() -> moves.grant(move, accepted.following(own), calendar.deadlines()));
        if (written.isEmpty()) {
            return conflicts.undone(matter, Act.GRANT_DECLARED, acting, now, key);
        }
        if (!declarations.granted(number, item, now.toLocalDate(), until)) {
            throw Declared.takenBack(matter);
        }
        return written;
    }

    /**
     * 撤回承诺, before anything is granted on it: the applicant wants that, or may decide on none any more. The matter goes on in the
     * ordinary way; what the declaration replaced is asked for.
     */
    public List<HistoryEntry> takeBack(
            String number, String item, String reason, Actor actor, @Nullable IdempotencyKey key) {
        if (!Rights.mayAdvise(actor) && actor.has(Role.CLERK)) {
            // Of a window, perhaps another than where it was signed: see DeclarationByApplicant.
            throw Approval.unknown();
        }
        return check(
                number,
                item,
                Act.TAKE_BACK,
                Said.reason(reason),
                actor,
                key,
                (whole, begun) -> checks.check(begun.move(), begun.declared(), null));
    }

    /**
     * 核查相符: it is as declared, perhaps after it was mended.
     *
     * @param found what the check found; not blank
     */
    public List<HistoryEntry> confirm(
            String number, String item, String found, Actor actor, @Nullable IdempotencyKey key) {
        return check(
                number,
                item,
                Act.CONFIRM,
                Said.reason(found),
                actor,
                key,
                (whole, begun) -> checks.check(begun.move(), begun.declared(), null));
    }

    /**
     * 责令限期整改: it isn't as declared, and has to be until a day that the content sets.
     *
     * @param found what isn't; not blank, the applicant is told it
     */
    public List<HistoryEntry> orderMending(
            String number, String item, String found, Actor actor, @Nullable IdempotencyKey key) {
        return check(number, item, Act.ORDER_MENDING, Said.reason(found), actor, key, (whole, begun) -> {
            Move move = begun.move();
            LocalDate until = due(move.at(), begun.declared().mendDays());
            return checks.check(
                    move.giving(documents.orderMending(
                            whole.to(), whole.matter(), move.said().opinion(), until, move.at())),
                    begun.declared(),
                    until);
        });
    }

    /**
     * 撤销 (行政许可法 第六十九条): the grant and what came of it hold no longer; what still waits for it ends, what was opened on it goes on
     * and its departments are told.
     *
     * @param heard what the applicant said before, or that nothing was said
     */
    public List<HistoryEntry> revoke(
            String number,
            String item,
            String reason,
            String ground,
            String heard,
            Actor actor,
            @Nullable IdempotencyKey key) {
        Said said = Said.revocation(reason, ground, heard);
        return check(number, item, Act.REVOKE, said, actor, key, (whole, begun) -> {
            Move move = begun.move();
            String name = whole.matter().itemName();
            String why = "前序事项「" + name + "」的准予决定已被撤销，本事项以其结果为前提。";
            Map<String, String> terminations = new LinkedHashMap<>();
            whole.waitingFor()
                    .forEach(ended -> terminations.put(
                            ended.item(),
                            documents
                                    .terminate(whole.to(), ended, why, move.at())
                                    .row()));
            List<String> papers = matters.history(centre.region(), number).stream()
                    .filter(entry -> entry.item().equals(item))
                    .filter(entry -> entry.act() == Act.GRANT_DECLARED || entry.act() == Act.CERTIFY)
                    .flatMap(entry -> Optional.ofNullable(entry.document()).stream())
                    .toList();
            List<HistoryEntry> written = checks.revoke(
                    move.giving(documents.revoke(whole.to(), whole.matter(), said, heard.strip(), move.at())),
                    begun.declared(),
                    terminations,
                    whole.openedOn(),
                    papers,
                    new DeclarationMoves.Revoked(
                            why, "前序事项「" + name + "」的准予决定已被撤销，理由：" + said.opinion() + "。请依法处理本事项。"));
            revoked.remember(number, item);
            later.tell(whole.matter(), "已被撤销，理由：" + said.opinion() + "。", move);
            owed.settleUnneeded(number);
            owed.settleIfClosed(number);
            return written;
        });
    }

    /** An act about to be done on a declaration as it stands. */
    private record Begun(Move move, Declared declared) {}

    private List<HistoryEntry> check(
            String number,
            String item,
            Act act,
            Said said,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Whole, Begun, List<HistoryEntry>> how) {
        if (act == Act.REVOKE) {
            later.hold(number);
        }
        return lockedAct.once(number, item, act, actor, key, whole -> {
            Matter matter = whole.matter();
            Declared declared = declarations.signed(whole.to().edition(), number, item, matter.itemName());
            LocalDateTime now = LocalDateTime.now(clock);
            if (!WorkedThere.isAllowedAnywhere(act, actor) && workedThere.holds(matter)) {
                throw WorkedThere.told(matter);
            }
            declared.refuseUnlessOpen(matter, act, now.toLocalDate());
            Procedure.Edge edge = Procedure.edge(matter.step(), act).orElseThrow();
            Actor acting = standIns.acting(act, matter, actor);
            Move move = new Move(number, item, edge, said, acting, now, null, key);
            missed.raise(number, now);
            return conflicts.once(() -> how.apply(whole, new Begun(move, declared)));
        });
    }

    /** @throws Problem.Conflict if it was taken back, or if the applicant may decide on none any more */
    private void refuseWithoutDeclaration(Declared declared, Matter matter) {
        if (!declared.stands()) {
            throw Declared.takenBack(matter);
        }
        if (revoked.isOnRecord(matter.number())) {
            throw new Problem.Conflict("申请人签署承诺以后，另有告知承诺被撤销，信用修复前不适用告知承诺。请对「" + matter.itemName() + "」办理“"
                    + Act.TAKE_BACK.term() + "”，再按一般程序办理。");
        }
    }

    private LocalDate due(LocalDateTime from, int workingDays) {
        return calendar.workingDays().plus(from.toLocalDate(), workingDays);
    }
}
