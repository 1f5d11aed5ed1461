package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.RevokedDeclarations;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what an organ of review (行政复议) or a court (行政诉讼) ruled on what was decided, handed over or not, or
 * ordered to be decided: written down by a decider of the department that decided or has to, and by the centre's manager for what the
 * window ended. It throws as {@link Approval}
 * does.
 */
@Service
@Transactional
public class RulingActs {

    private final AcceptedCases acceptedCases;
    private final CaseFiles files;
    private final Matters matters;
    private final SpecialProcedures procedures;
    private final RulingTable rulings;
    private final RulingRules rules;
    private final RulingMoves moves;
    private final DecisionDocuments documents;
    private final OwedMaterials owed;
    private final LaterStages later;
    private final MissedCards missed;
    private final DeclarationTable declarations;
    private final RevokedDeclarations revoked;
    private final Conflicts conflicts;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    RulingActs(
            AcceptedCases acceptedCases,
            CaseFiles files,
            Matters matters,
            SpecialProcedures procedures,
            RulingTable rulings,
            RulingRules rules,
            RulingMoves moves,
            DecisionDocuments documents,
            OwedMaterials owed,
            LaterStages later,
            MissedCards missed,
            DeclarationTable declarations,
            RevokedDeclarations revoked,
            Conflicts conflicts,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.acceptedCases = acceptedCases;
        this.files = files;
        this.matters = matters;
        this.procedures = procedures;
        this.rulings = rulings;
        this.rules = rules;
        this.moves = moves;
        this.documents = documents;
        this.owed = owed;
        this.later = later;
        this.missed = missed;
        this.declarations = declarations;
        this.revoked = revoked;
        this.conflicts = conflicts;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Writes a ruling down and does what it demands; one that leaves the decision as it is changes nothing else.
     *
     * @throws Problem.Conflict also if the matter waits for others, or this ruling on it is written down already
     */
    public List<HistoryEntry> record(
            String number, String item, AskedRuling asked, Actor actor, @Nullable IdempotencyKey key) {
        Rights.check(Act.RECORD_RULING, actor);
        LocalDateTime now = LocalDateTime.now(clock);
        asked.check(now.toLocalDate());
        later.hold(number);
        matters.locked(centre.region(), number);
        Whole whole = files.whole(centre.region(), number, item)
                .filter(found -> actor.has(Role.MANAGER) || Rights.isOwn(found.matter(), actor))
                .orElseThrow(Approval::unknown);
        Matter matter = whole.matter();
        Act act = asked.mustKind().act();
        Optional<List<HistoryEntry>> before = conflicts.before(number, item, act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        rules.refuse(whole, asked, actor, now);
        missed.raise(number, now);
        Move move = new Move(
                number,
                item,
                edge(whole, act),
                new Said(asked.said(), asked.ground(), null, null),
                actor,
                now,
                null,
                key);
        return conflicts.once(
                () -> asked.mustKind().takesBack() ? change(whole, asked, move) : keep(whole, asked, move));
    }

    private List<HistoryEntry> keep(Whole whole, AskedRuling asked, Move move) {
        Matter matter = whole.matter();
        add(matter, asked, null, List.of(), move);
        TimeLimit limit = asked.own();
        if (limit == null) {
            return moves.record(move);
        }
        LocalDateTime due = Orders.due(asked.mustReachedOn(), limit, calendar.deadlines());
        return moves.record(move.giving(documents.tell(
                whole.to(),
                matter.itemName(),
                matter.department(),
                asked,
                List.of(),
                DecisionDocuments.day(due) + "前作出决定",
                move.at())));
    }

    private List<HistoryEntry> change(Whole whole, AskedRuling asked, Move move) {
        Matter matter = whole.matter();
        Ruling.Kind kind = asked.mustKind();
        SetAside about = new SetAside(matter, matters.history(centre.region(), move.number()));
        Aftermath others = Aftermath.of(whole, kind.outcome().orElse(null), about.together(whole.all()));
        Map<String, AcceptedMatter> accepted =
                acceptedCases.find(move.number()).orElseThrow(Approval::unknown).matters().stream()
                        .collect(Collectors.toMap(AcceptedMatter::item, Function.identity()));
        RulingMoves.Afterwards then = new RuledMatter(
                        whole, others, asked, accepted, move.edge().to(), move.at(), calendar.deadlines())
                .afterwards(about.decider(), procedures.ofCase(move.number()));
        boolean restores = kind == Ruling.Kind.RESTORED;
        List<String> own = restores ? about.revocations() : about.papers();
        String decider = restores ? about.revocation().map(HistoryEntry::who).orElse(null) : about.decider();
        add(matter, asked, decider, own, move);
        String why = "前序事项「" + matter.itemName() + "」的决定经" + asked.named() + kind.term() + "。";
        Map<String, String> terminations = new LinkedHashMap<>();
        others.doomed()
                .forEach(ended -> terminations.put(
                        ended.item(),
                        documents.terminate(whole.to(), ended, why, move.at()).row()));
        Set<String> returning = others.waiting().stream()
                .filter(Aftermath.Standing::again)
                .map(one -> one.matter().item())
                .collect(Collectors.toSet());
        RulingMoves.Papers papers = new RulingMoves.Papers(
                own,
                kind.revokedHow().name(),
                asked.name() + " " + asked.number(),
                kind.term(),
                restores ? about.granted() : List.of(),
                about.terminations(returning),
                why,
                terminations);
        String issuer = matter.outcome() == Outcome.WITHDRAWN ? null : matter.department();
        Move giving = move.giving(documents.tell(
                whole.to(),
                matter.itemName(),
                issuer,
                asked,
                own,
                consequence(kind, move.edge().to(), then.clock()),
                move.at()));
        List<HistoryEntry> written = moves.change(giving, then, others, accepted, papers, calendar.deadlines());
        if (then.outcome() != Outcome.GRANTED) {
            later.tell(matter, "经" + asked.named() + kind.term() + "。", move);
        }
        if (restores) {
            checkAnew(whole, move);
        }
        settle(move, then.clock());
        return written;
    }

    /** Where a matter goes by its ruling; a grant that stands again, to where it stood when it was revoked, also on its way. */
    private Procedure.Edge edge(Whole whole, Act act) {
        Matter matter = whole.matter();
        return act != Act.RESTORE
                ? Procedure.edge(matter.step(), act).orElseThrow()
                : Procedure.to(
                        new SetAside(matter, matters.history(centre.region(), matter.number()))
                                .revocation()
                                .map(HistoryEntry::from)
                                .orElseThrow(),
                        act);
    }

    /** Whether what was declared is so is open again, and nothing untrue is on record meanwhile. */
    private void checkAnew(Whole whole, Move move) {
        declarations
                .find(whole.to().edition(), move.number(), move.item())
                .ifPresent(declared -> declarations.restored(
                        move.number(),
                        move.item(),
                        move.at().toLocalDate(),
                        calendar.workingDays().plus(move.at().toLocalDate(), declared.checkDays())));
        revoked.forget(move.number(), move.item());
    }

    /** What the case lacked when it ended it lacks again; what nobody needs any more is asked of nobody. */
    private void settle(Move move, Matter.@Nullable Clock running) {
        if ((move.edge().act() == Act.REOPEN || move.edge().act() == Act.RESTORE) && running != null) {
            owed.demandAgain(move.number(), running.promisedDue().toLocalDate());
        }
        owed.settleUnneeded(move.number());
        owed.settleIfClosed(move.number());
    }

    private void add(Matter matter, AskedRuling asked, @Nullable String decidedBy, List<String> takenBack, Move move) {
        boolean known = rulings.of(matter.number(), matter.item()).stream()
                .anyMatch(one ->
                        one.organName().equals(asked.name()) && one.document().equals(asked.number()));
        if (known) {
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」的" + asked.name() + asked.number() + "已经登记过了。请刷新页面查看。");
        }
        rulings.add(matter, asked, decidedBy, takenBack, move.actor(), move.at());
    }

    /** What the applicant may expect. */
    private static String consequence(Ruling.Kind kind, Step to, Matter.@Nullable Clock running) {
        String due = running == null ? "" : DecisionDocuments.day(running.promisedDue());
        return switch (kind) {
            case DECIDE_ANEW -> "重新审查，" + due + "前重新作出决定";
            case CHANGED_TO_GRANT -> "按照变更决定准予，" + due + "前制作办理结果";
            case CHANGED_TO_DENIAL -> "按照变更决定不予，送达裁决文书";
            case SET_ASIDE -> "原准予决定被撤销，办理结果一并失效，不再重新作出";
            case RESTORED ->
                running == null
                        ? "撤销决定不再有效，准予决定和办理结果恢复有效"
                        : to == Step.SENT
                                ? "撤销决定不再有效，准予决定和已经寄出（公告）的办理结果恢复有效"
                                : "撤销决定不再有效，准予决定恢复有效，" + due + "前制作办理结果并送达";
            default -> "原决定自始没有效力，办理结果一并失效";
        };
    }
}
