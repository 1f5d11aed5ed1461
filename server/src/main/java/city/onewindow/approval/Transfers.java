package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for whose a matter is: one that came to a department that doesn't decide such a matter is handed over (移送) to the
 * one that does, which takes it on or sends it back; if they can't agree, the centre assigns it. The clock doesn't stand still for
 * it (行政许可法 第四十二条): that a matter was at the wrong department is nothing to the applicant.
 *
 * <p>All throw {@link Problem.NotFound} for a matter that isn't there or isn't the actor's to hand over or answer,
 * {@link Problem.NotAllowed} without the role, {@link Problem.Conflict} if the matter doesn't stand where the act begins.
 */
@Service
@Transactional
public class Transfers {

    private static final int LISTED = 50;

    private final TransferTable table;
    private final Matters matters;
    private final ConsultationTable consultations;
    private final InspectionTable inspections;
    private final WorkedThere workedThere;
    private final Conflicts conflicts;
    private final StandIns standIns;
    private final Catalogs catalogs;
    private final Clock clock;
    private final Centre centre;

    Transfers(
            TransferTable table,
            Matters matters,
            ConsultationTable consultations,
            InspectionTable inspections,
            WorkedThere workedThere,
            Conflicts conflicts,
            StandIns standIns,
            Catalogs catalogs,
            Clock clock,
            Centre centre) {
        this.table = table;
        this.matters = matters;
        this.consultations = consultations;
        this.inspections = inspections;
        this.workedThere = workedThere;
        this.conflicts = conflicts;
        this.standIns = standIns;
        this.catalogs = catalogs;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * 移送, by who decides in the department that has the matter.
     *
     * @param department code of the one that decides such a matter; never one that sent it back
     * @throws Problem.Conflict also while an extension, another department's opinion or an inspection is awaited, if the matter is worked
     *     in the department's own system, and if the centre has assigned it
     */
    public List<HistoryEntry> handOver(
            String number, String item, String department, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, item, Act.TRANSFER, actor, key, (stands, move) -> {
            Matter matter = stands.matter();
            Department receiver = receiver(department, matter.department(), reason);
            refuseIfSettled(stands, receiver);
            if (Pool.stops(move.edge())) {
                Conflicts.refuseIfHeld(matter, move.actor());
            }
            if (workedThere.holds(matter)) {
                throw WorkedThere.told(matter);
            }
            refuseIfAwaited(matter);
            return table.handOver(
                    move.saying(Said.reason(reason)),
                    matter.department(),
                    receiver.code(),
                    "移送至" + receiver.name() + "：" + reason.strip());
        });
    }

    /** 接收: from now on the matter is the receiving department's, which begins with a review. */
    public List<HistoryEntry> takeOn(String number, String item, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, item, Act.TAKE_ON, actor, key, (stands, move) -> table.end(move));
    }

    /** 退回, by the receiving department: the matter is back where it came from. */
    public List<HistoryEntry> decline(
            String number, String item, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return act(
                number, item, Act.DECLINE, actor, key, (stands, move) -> table.end(move.saying(Said.reason(reason))));
    }

    /** 收回, by the department that handed it over, as long as nobody has answered. */
    public List<HistoryEntry> recall(
            String number, String item, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, item, Act.RECALL, actor, key, (stands, move) -> table.end(move.saying(Said.reason(reason))));
    }

    /**
     * 指定办理, by the centre once a department has sent the matter back: whose it is then isn't asked again.
     *
     * @param department code of any; also of the one that has it
     */
    public List<HistoryEntry> assign(
            String number, String item, String department, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, item, Act.ASSIGN, actor, key, (stands, move) -> {
            Department assigned = receiver(department, "", reason);
            refuseIfAwaited(stands.matter());
            return table.handOver(
                    move.saying(Said.reason(reason)),
                    stands.matter().department(),
                    assigned.code(),
                    "指定" + assigned.name() + "办理：" + reason.strip());
        });
    }

    /** Matters that departments can't agree about, for the centre to assign, the longest first. */
    @Transactional(readOnly = true)
    public List<Matter> disputed(Actor actor) {
        actor.must(Role.MANAGER);
        return table.disputed(LISTED);
    }

    private record Stands(Matter matter, List<Transfer> transfers) {}

    /** Under the lock of the case, so that nobody is asked about the matter meanwhile, and of two who act at once one is told. */
    private List<HistoryEntry> act(
            String number,
            String item,
            Act act,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiFunction<Stands, Move, List<HistoryEntry>> how) {
        standIns.acting(act, actor);
        Matter matter = matters.locked(centre.region(), number).stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow(Approval::unknown);
        // Before anything else: after the act the matter may be another's.
        Optional<List<HistoryEntry>> before = conflicts.before(number, item, act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        List<Transfer> transfers = table.ofMatter(number, item);
        boolean concerned = Rights.isOwn(matter, actor) || actor.has(Role.MANAGER);
        if (!concerned && transfers.stream().noneMatch(one -> one.concerns(actor.department()))) {
            throw Approval.unknown();
        }
        LocalDateTime now = LocalDateTime.now(clock);
        Actor acting = standIns.acting(act, matter, actor);
        Procedure.Edge edge = Procedure.edge(matter.step(), act)
                .filter(found -> TransferRights.isParty(act, matter, transfers, actor))
                .orElseThrow(() -> refused(matter, act, transfers, now));
        Move move = new Move(number, item, edge, Said.opinion(""), acting, now, null, key);
        List<HistoryEntry> written = conflicts.once(() -> how.apply(new Stands(matter, transfers), move));
        return written.isEmpty() ? conflicts.undone(matter, act, actor, now, key) : written;
    }

    private Problem.Conflict refused(Matter matter, Act act, List<Transfer> transfers, LocalDateTime now) {
        boolean settled = act == Act.ASSIGN && !TransferRights.isDisputed(transfers);
        return settled
                ? new Problem.Conflict("「" + matter.itemName() + "」没有部门退回过移送，或者已经指定办理，不需要指定。")
                : conflicts.told(matter, act, now);
    }

    /** @param not code of the department that has it already */
    private Department receiver(String department, String not, String reason) {
        List<Fault> faults = new ArrayList<>();
        Optional<Department> receiver = catalogs.current()
                .department(department)
                .filter(one -> !one.code().equals(not));
        if (receiver.isEmpty()) {
            faults.add(new Fault("/department", not.isEmpty() ? "请选择指定由哪个部门办理。" : "请选择移送给哪个部门，不能是本部门。"));
        }
        Said.reason(reason, faults);
        return receiver.orElseThrow();
    }

    private static void refuseIfSettled(Stands stands, Department receiver) {
        String name = "「" + stands.matter().itemName() + "」";
        if (Transfer.assigned(stands.transfers())) {
            throw new Problem.Conflict(name + "已由中心指定办理，不能再移送。有异议的，请与中心管理人员联系。");
        }
        if (stands.transfers().stream().anyMatch(one -> one.declinedBy(receiver.code()))) {
            throw new Problem.Conflict(name + "已由" + receiver.name() + "退回过，不能再移送给它。仍认为应当由它办理的，请中心管理人员指定办理。");
        }
    }

    /** Whoever was asked was asked by this department; what isn't answered yet would be lost on the way. */
    private void refuseIfAwaited(Matter matter) {
        LocalDate today = LocalDate.now(clock);
        String name = "「" + matter.itemName() + "」";
        if (matter.extensionAsked() > 0) {
            throw new Problem.Conflict(name + "的延期申请还没有答复，请部门负责人先答复。");
        }
        if (matter.hearing().isOpen(today)) {
            throw new Problem.Conflict(name + "的听证还没有了结，申请期满或者笔录制作以后才能移送、指定。");
        }
        consultations.ofMatter(matter.number(), matter.item()).stream()
                .filter(one -> one.matters(matter) && one.isOpen(today))
                .findFirst()
                .ifPresent(open -> {
                    throw new Problem.Conflict(name + "正在征求" + name(open.department()) + "的意见，答复或者"
                            + DayWords.of(open.until()) + "过后才能移送、指定。");
                });
        inspections.ofCase(matter.number()).stream()
                .filter(one -> !one.isOver()
                        && one.parts().stream().anyMatch(part -> part.item().equals(matter.item())))
                .findFirst()
                .ifPresent(open -> {
                    throw new Problem.Conflict(
                            name + "约定了 " + InspectionDocuments.time(open.at()) + " 的联合踏勘，请先形成记录，或者取消踏勘。");
                });
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
