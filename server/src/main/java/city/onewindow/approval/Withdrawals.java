package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the window ends of a case, in the transaction of {@link Approval}: withdrawn, or never completed. */
@Component
class Withdrawals {

    private final CaseFiles files;
    private final Matters matters;
    private final Endings endings;
    private final DecisionDocuments documents;
    private final OwedMaterials owed;
    private final LaterStages later;
    private final MissedCards missed;
    private final Conflicts conflicts;
    private final Clock clock;
    private final Centre centre;

    Withdrawals(
            CaseFiles files,
            Matters matters,
            Endings endings,
            DecisionDocuments documents,
            OwedMaterials owed,
            LaterStages later,
            MissedCards missed,
            Conflicts conflicts,
            Clock clock,
            Centre centre) {
        this.files = files;
        this.matters = matters;
        this.endings = endings;
        this.documents = documents;
        this.owed = owed;
        this.later = later;
        this.missed = missed;
        this.conflicts = conflicts;
        this.clock = clock;
        this.centre = centre;
    }

    /** @param items codes; null: all that may be withdrawn */
    List<HistoryEntry> withdraw(
            String number,
            @Nullable Collection<String> items,
            String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        if (items != null && items.isEmpty()) {
            throw new Problem.InvalidInput("/items", "请选择要撤回的事项，至少一项。");
        }
        Said said = Said.ending(Act.WITHDRAW, reason);
        Predicate<List<HistoryEntry>> same = before -> items == null
                || before.stream().map(HistoryEntry::item).toList().containsAll(items);
        return endOnce(Act.WITHDRAW, number, actor, key, same, all -> {
            List<Matter> ended = withdrawn(number, items, all);
            LocalDateTime now = LocalDateTime.now(clock);
            FairCopy termination =
                    documents.withdraw(files.addressed(centre.region(), number), ended, said.opinion(), now);
            return endings.withoutResult(Act.WITHDRAW, number, ended, said, termination, actor, now, key);
        });
    }

    private static List<Matter> withdrawn(String number, @Nullable Collection<String> items, List<Matter> all) {
        Collection<String> chosen =
                items != null ? items : all.stream().map(Matter::item).toList();
        List<Matter> ended = Withdrawable.ended(chosen, all);
        if (items != null) {
            refuseOthers(number, items, ended, all);
        }
        if (ended.isEmpty()) {
            throw new Problem.Conflict("办件 " + number + " 的事项都已作出决定或者已经办结，不能再撤回。");
        }
        return ended;
    }

    /** All or none: what can't be withdrawn is named. */
    private static void refuseOthers(String number, Collection<String> items, List<Matter> ended, List<Matter> all) {
        for (String item : items) {
            Matter matter = all.stream()
                    .filter(one -> one.item().equals(item))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem.InvalidInput("/items", "办件 " + number + " 没有编码为“" + item + "”的事项。请核对事项编码。"));
            if (!ended.contains(matter)) {
                throw new Problem.Conflict("「" + matter.itemName() + "」已作出决定或者已经办结，不能再撤回，其他的也没有撤回。请刷新页面，重新选择。");
            }
        }
    }

    List<HistoryEntry> lapse(String number, Actor actor, @Nullable IdempotencyKey key) {
        return endOnce(Act.LAPSE, number, actor, key, before -> true, all -> {
            LocalDateTime now = LocalDateTime.now(clock);
            List<Deferral> awaited = owed.locked(number);
            Map<String, List<Deferral>> lacking = OwedMaterials.lacking(awaited, all);
            List<Matter> ended = all.stream()
                    .filter(matter -> lacking.containsKey(matter.item()))
                    .filter(matter -> Procedure.edge(matter.step(), Act.LAPSE).isPresent())
                    .toList();
            if (ended.isEmpty() || awaited.isEmpty()) {
                throw new Problem.Conflict("办件 " + number + " 没有等待补交的容缺材料，或者没有可以终止的事项。请刷新页面查看最新情况。");
            }
            String missing = Deferral.words(awaited);
            if (!awaited.get(0).isOverdue(now.toLocalDate())) {
                throw new Problem.Conflict("办件 " + number + " 的补交期限还没有过，不能按撤回申请处理：" + missing + "。");
            }
            Said said = Said.ending(Act.LAPSE, "逾期未补交" + missing);
            FairCopy termination =
                    documents.lapse(files.addressed(centre.region(), number), ended, said.opinion(), now);
            List<HistoryEntry> written =
                    endings.withoutResult(Act.LAPSE, number, ended, said, termination, actor, now, key);
            // What was granted and not handed out ends, too; what is withdrawn was never granted.
            tellLaterStages(ended, said, actor, now);
            return written;
        });
    }

    private void tellLaterStages(List<Matter> lapsed, Said said, Actor actor, LocalDateTime now) {
        later.tell(lapsed, "不再有效：" + said.opinion() + "，已按申请人的容缺承诺终止。", matter -> {
            Procedure.Edge edge = Procedure.edge(matter.step(), Act.LAPSE).orElseThrow();
            return new Move(matter.number(), matter.item(), edge, said, actor, now, null, null);
        });
    }

    /** For the clerk of the window that accepted the case; {@code how} is given its matters, locked. */
    private List<HistoryEntry> endOnce(
            Act act,
            String number,
            Actor actor,
            @Nullable IdempotencyKey key,
            Predicate<List<HistoryEntry>> same,
            Function<List<Matter>, List<HistoryEntry>> how) {
        actor.must(Role.CLERK);
        boolean own = files.find(centre.region(), number)
                .filter(found -> found.window().equals(actor.window()))
                .isPresent();
        if (!own) {
            throw new Problem.NotFound("没有找到办件 " + number + "，或者它不是您的窗口受理的。请核对办件编号。");
        }
        if (act == Act.LAPSE) {
            later.hold(number);
        }
        List<Matter> all = matters.locked(centre.region(), number);
        // Under the lock, so that a repetition beside its first finds what the first wrote.
        Optional<List<HistoryEntry>> before = conflicts.before(number, act, actor, key);
        if (before.isPresent()) {
            if (!same.test(before.get())) {
                throw IdempotencyKey.used("办件 " + number + " 别的事项的“" + act.term() + "”");
            }
            return before.get();
        }
        missed.raise(number, LocalDateTime.now(clock));
        List<HistoryEntry> written = conflicts.once(() -> how.apply(all));
        owed.settleUnneeded(number);
        return written;
    }
}
