package city.onewindow.approval;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Account;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for who is away and who stands in (请假代理). What somebody may do in another's place, the acts themselves find
 * out; here it is only said who does.
 *
 * <p>All throw {@link Problem.NotFound} for a leave of another department, {@link Problem.NotAllowed} for who may not write it down,
 * {@link Problem.Conflict} if it is over or was changed meanwhile.
 */
@Service
@Transactional
public class Leaves {

    private static final int LISTED = 200;
    private static final int LONGEST_AUTHORISATION = 500;

    private final LeaveTable table;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Leaves(LeaveTable table, Accounts accounts, Audit audit, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that run or will: of the actor's department, of all for the centre; why somebody is away is told to those only who keep it. */
    @Transactional(readOnly = true)
    public List<Leave> open(Actor actor) {
        boolean all = ofCentre(actor);
        return table.open(all ? null : actor.department(), today(), LISTED).stream()
                .map(leave -> seen(leave, actor))
                .toList();
    }

    @Transactional(readOnly = true)
    public Leave one(long id, Actor actor) {
        return seen(find(id, actor), actor);
    }

    /** Whether the actor may change it, as long as it isn't over. */
    public boolean mayKeep(Leave leave, Actor actor) {
        return LeaveRules.mayKeep(leave.account(), leave.department(), actor) && !leave.isOver(today());
    }

    /** Whether it waits for the actor to authorise who stands in. */
    public boolean mayAuthorise(Leave leave, Actor actor) {
        return leave.standIn() != null
                && !leave.standIn().mayDecide()
                && !leave.isOver(today())
                && LeaveRules.mayAuthorise(leave, actor);
    }

    /** The people of a department of whom somebody can be away, or stand in. */
    @Transactional(readOnly = true)
    public List<Account> colleagues(String department, Actor actor) {
        boolean own = actor.department().equals(department) && Rights.ofDepartment(actor);
        return own || ofCentre(actor)
                ? accounts.staffOf(department).stream()
                        .filter(LeaveRules::isOfDepartment)
                        .toList()
                : List.of();
    }

    /**
     * Departments in which nobody decides today, or nobody leads: all who do are on leave, without a stand-in who may.
     *
     * @return their codes
     */
    @Transactional(readOnly = true)
    public List<String> undecided(Actor actor) {
        actor.must(Role.MANAGER);
        Map<String, Set<String>> away = table.running(today()).stream()
                .filter(leave -> leave.standIn() == null || !leave.standIn().mayDecide())
                .collect(Collectors.groupingBy(
                        Leave::department, TreeMap::new, Collectors.mapping(Leave::account, Collectors.toSet())));
        return away.entrySet().stream()
                .filter(one -> LeaveRules.isUndecided(accounts.staffOf(one.getKey()), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the actor writes leaves of others down as well. */
    public boolean keepsOthers(Actor actor) {
        return LeaveRules.mayKeep("", actor.department(), actor);
    }

    /** @throws Problem.InvalidInput with everything that is wrong, other leaves that stand in the way among it */
    public Leave register(AskedLeave asked, Actor by, IdempotencyKey key) {
        table.lock();
        String name = Objects.requireNonNullElse(asked.account(), "").strip();
        Optional<Leave> before = table.registered(by, key);
        if (before.isPresent()) {
            return repeated(before.get(), name, asked);
        }
        Account absent = accounts.find(name).filter(LeaveRules::isOfDepartment).orElse(null);
        String department = absent == null ? by.department() : absent.details().department();
        LeaveRules.mustKeep(name, department, by);
        List<Fault> faults = new ArrayList<>();
        if (absent == null) {
            faults.add(new Fault("/account", "请选择谁请假：部门有审批角色、账号没有停用的工作人员。"));
        }
        LeaveRules.days(asked.from(), asked.until(), today(), faults);
        if (asked.kind() == null) {
            faults.add(new Fault("/kind", "请选择请假的原因。"));
        }
        Problem.InvalidInput.refuse(faults);
        Account away = Objects.requireNonNull(absent);
        LocalDate from = Objects.requireNonNull(asked.from());
        LocalDate until = Objects.requireNonNull(asked.until());
        LeaveRules.overlaps(away, table.binding(Set.of(away.name()), from, until, 0), faults);
        Account standIn = asked.standIn() == null || asked.standIn().isBlank()
                ? null
                : standIn(away, asked.standIn(), from, until, 0, faults);
        String authorisation = authorisation(away, standIn, asked.authorisation(), by, faults);
        Problem.InvalidInput.refuse(faults);
        LocalDateTime now = LocalDateTime.now(clock);
        Leave leave = table.add(away, from, until, Objects.requireNonNull(asked.kind()), by, now, key);
        audit.record(by.account(), "leave.register", away.name(), from + " - " + until);
        if (standIn != null) {
            name(leave, away, standIn, authorisation, by, now);
        }
        return find(leave.id(), by);
    }

    /**
     * Says who stands in, or who else.
     *
     * @param authorisation by the head of the department, who alone may give it; may be empty
     */
    public Leave nameStandIn(long id, String account, String authorisation, Actor by) {
        table.lock();
        Leave leave = kept(id, by);
        Leave.StandIn now = leave.standIn();
        if (now != null && now.account().equals(account) && authorisation.isBlank()) {
            return leave;
        }
        Account away = accounts.get(leave.account());
        List<Fault> faults = new ArrayList<>();
        Account standIn = standIn(away, account, leave.from(), leave.until(), id, faults);
        String text = authorisation(away, standIn, authorisation, by, faults);
        Problem.InvalidInput.refuse(faults);
        name(leave, away, Objects.requireNonNull(standIn), text, by, LocalDateTime.now(clock));
        return find(id, by);
    }

    /** 授权: the head of the department says in writing that the stand-in may decide, or lead, though he has no role for it. */
    public Leave authorise(long id, String text, Actor by) {
        Leave leave = find(id, by);
        if (!LeaveRules.mayAuthorise(leave, by)) {
            throw new Problem.NotAllowed("代行决定、代行负责人职责由本部门负责人书面授权，请部门负责人办理。");
        }
        List<Fault> faults = new ArrayList<>();
        TextFaults.demand(faults, "/authorisation", "授权的内容或者授权书文号", text, LONGEST_AUTHORISATION);
        Problem.InvalidInput.refuse(faults);
        Leave.StandIn standIn = leave.standIn();
        LocalDateTime now = LocalDateTime.now(clock);
        if (standIn == null || !table.authorise(leave, standIn, text.strip(), by, now)) {
            throw new Problem.Conflict(leave.words() + "的请假没有等待授权的代理人，或者已经结束。请刷新页面查看最新情况。");
        }
        audit.record(by.account(), "leave.authorise", leave.account(), standIn.account());
        return find(id, by);
    }

    /** @param until the new last day: today or later, and earlier than it was */
    public Leave shorten(long id, @Nullable LocalDate until, Actor by) {
        Leave leave = kept(id, by);
        if (leave.until().equals(until)) {
            return leave;
        }
        if (until == null
                || !until.isBefore(leave.until())
                || until.isBefore(leave.from())
                || until.isBefore(today())) {
            throw new Problem.InvalidInput(
                    "/until", "新的最后一天应早于" + DayWords.of(leave.until()) + "，不早于今天和请假的第一天；今天就回来上班的，请用“销假”，要延长的，请另外登记。");
        }
        if (!table.shorten(leave, until, today())) {
            throw changed(leave);
        }
        audit.record(by.account(), "leave.shorten", leave.account(), leave.until() + " -> " + until);
        return find(id, by);
    }

    /** 销假: it didn't begin, or ends at once. */
    public Leave takeBack(long id, Actor by) {
        Leave leave = find(id, by);
        LeaveRules.mustKeep(leave.account(), leave.department(), by);
        if (leave.takenBackAt() != null) {
            return leave;
        }
        if (!table.takeBack(leave, LocalDateTime.now(clock))) {
            throw changed(leave);
        }
        audit.record(by.account(), "leave.take-back", leave.account(), leave.from() + " - " + leave.until());
        return find(id, by);
    }

    private void name(
            Leave leave, Account away, Account standIn, @Nullable String authorisation, Actor by, LocalDateTime now) {
        boolean needs = LeaveRules.needsAuthorisation(away, standIn);
        if (!table.name(leave, standIn, needs, now.toLocalDate())) {
            throw changed(leave);
        }
        audit.record(by.account(), "leave.stand-in", leave.account(), standIn.name());
        if (authorisation != null) {
            authorise(leave.id(), authorisation, by);
        }
    }

    private @Nullable Account standIn(
            Account away, String account, LocalDate from, LocalDate until, long not, List<Fault> faults) {
        Account standIn = accounts.find(account.strip()).orElse(null);
        List<Leave> binding = table.binding(Set.of(account.strip()), from, until, not);
        LeaveRules.standIn(away, standIn, binding, faults);
        return standIn;
    }

    /** @return null if there is none, or none is needed */
    private static @Nullable String authorisation(
            Account away, @Nullable Account standIn, @Nullable String text, Actor by, List<Fault> faults) {
        if (standIn == null || text == null || text.isBlank() || !LeaveRules.needsAuthorisation(away, standIn)) {
            return null;
        }
        boolean head =
                by.has(Role.HEAD) && by.department().equals(away.details().department());
        if (!head) {
            faults.add(new Fault("/authorisation", "代行决定、代行负责人职责由本部门负责人书面授权：这里请留空，登记以后请部门负责人授权。"));
        }
        TextFaults.limit(faults, "/authorisation", "授权", text, LONGEST_AUTHORISATION);
        return text.strip();
    }

    private static Leave repeated(Leave before, String account, AskedLeave asked) {
        boolean same = before.account().equals(account) && before.from().equals(asked.from());
        if (!same) {
            throw IdempotencyKey.used("登记" + before.words() + "的请假");
        }
        return before;
    }

    private Leave kept(long id, Actor by) {
        Leave leave = find(id, by);
        LeaveRules.mustKeep(leave.account(), leave.department(), by);
        if (leave.isOver(today())) {
            throw changed(leave);
        }
        return leave;
    }

    private Leave find(long id, Actor actor) {
        return table.find(id)
                .filter(leave ->
                        ofCentre(actor) || leave.department().equals(actor.department()) && Rights.ofDepartment(actor))
                .orElseThrow(() -> new Problem.NotFound("没有找到这次请假，或者它不是您部门的。"));
    }

    private static Leave seen(Leave leave, Actor actor) {
        return LeaveRules.mayKeep(leave.account(), leave.department(), actor) ? leave : leave.withoutReason();
    }

    private static boolean ofCentre(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.ADMINISTRATOR);
    }

    private static Problem.Conflict changed(Leave leave) {
        return new Problem.Conflict(leave.words() + "的请假刚刚改过，或者已经结束。请刷新页面查看最新情况。");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
