package city.onewindow.issuance;

import city.onewindow.approval.CaseLock;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Matter;
import city.onewindow.approval.SendActs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 寄出、公告: what left the window and isn't known to have reached the applicant. It lies ready for nobody meanwhile; {@link
 * Issuance#handOver} writes down later that it did. All of it is for issuing clerks.
 */
@Service
public class Sendings {

    private static final int LONGEST_REASON = 200;

    private final Issuance issuance;
    private final SendActs acts;
    private final CaseLock lock;
    private final SendingTable table;
    private final Unseen unseen;
    private final Originals originals;
    private final Clock clock;

    Sendings(
            Issuance issuance,
            SendActs acts,
            CaseLock lock,
            SendingTable table,
            Unseen unseen,
            Originals originals,
            Clock clock) {
        this.issuance = issuance;
        this.acts = acts;
        this.lock = lock;
        this.table = table;
        this.unseen = unseen;
        this.originals = originals;
        this.clock = clock;
    }

    /**
     * Writes down that results were mailed, passed on or announced, all that are named or none.
     *
     * @param items codes
     * @param shown keys of the materials whose original was shown, or that were signed, just now
     * @throws Problem.InvalidInput if nothing is chosen, or something that the way asks for is missing
     * @throws Problem.Conflict if one of them doesn't lie at the window
     */
    @Transactional
    public List<HistoryEntry> send(
            String number,
            Collection<String> items,
            Collection<String> shown,
            Sending sending,
            Actor actor,
            IdempotencyKey key) {
        actor.must(Role.ISSUING_CLERK);
        Set<String> chosen = new TreeSet<>(items);
        List<Fault> faults = new ArrayList<>(chosen(chosen, "寄出或者公告的结果"));
        faults.addAll(sending.faults(LocalDate.now(clock)));
        Problem.InvalidInput.refuse(faults);
        lock.take(number);
        ReadyCase ready = issuance.ready(number, actor);
        List<Matter> leaving = ready.ready().stream()
                .filter(matter -> chosen.contains(matter.item()))
                .toList();
        leaving.forEach(matter -> faults.addAll(sending.faults(
                matter.itemName(),
                Optional.ofNullable(matter.readyAt())
                        .map(LocalDateTime::toLocalDate)
                        .orElse(null))));
        faults.addAll(Sending.faultsAgain(leaving, ready.sendings(), sending.day(), "/on"));
        List<Original> left = unseen.of(number, leaving, shown);
        faults.addAll(Unseen.faults(left, sending.way(), sending.unseen(), "/unseen"));
        Problem.InvalidInput.refuse(faults);
        originals.shown(number, shown, actor);
        List<HistoryEntry> sent = acts.send(number, chosen, sending.day(), sending.told(), actor, key);
        table.put(
                number,
                chosen,
                new Sending(
                        sending.way(),
                        sending.on(),
                        sending.through(),
                        sending.waybill(),
                        sending.place(),
                        Unseen.told(left, sending.unseen())),
                sent.get(0).at());
        return sent;
    }

    /**
     * Writes down that they came back: they lie ready again.
     *
     * @throws Problem.InvalidInput if nothing is chosen, or no reason is given
     * @throws Problem.Conflict if one of them isn't on its way
     */
    @Transactional
    public List<HistoryEntry> comeBack(
            String number, Collection<String> items, String reason, Actor actor, IdempotencyKey key) {
        actor.must(Role.ISSUING_CLERK);
        Set<String> chosen = new TreeSet<>(items);
        List<Fault> faults = new ArrayList<>(chosen(chosen, "退回来的结果"));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("/why", "请填写怎么退回来的（最多 " + LONGEST_REASON + " 个字），例如：地址不详，邮局退回。"));
        }
        Problem.InvalidInput.refuse(faults);
        lock.take(number);
        return acts.comeBack(number, chosen, reason.strip(), actor, key);
    }

    private static List<Fault> chosen(Set<String> chosen, String what) {
        return chosen.isEmpty() ? List.of(new Fault("/items", "还没有选择" + what + "。请至少勾选一项。")) : List.of();
    }
}
