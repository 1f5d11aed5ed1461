package city.onewindow.approval;

import city.onewindow.identity.Account;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may be away when, who may stand in for whom, and who may say so. */
final class LeaveRules {

    /** Longer than any leave that a law gives. */
    static final int LONGEST = 366;

    /** What somebody without the role does in another's place only if the head of the department says so in writing. */
    static final Set<Role> AUTHORISED = Set.of(Role.DECIDER, Role.HEAD);

    private LeaveRules() {}

    /** Whether somebody moves matters on for a department: only for such people somebody stands in. */
    static boolean isOfDepartment(Account account) {
        return account.enabled()
                && account.details().kind() == AccountKind.STAFF
                && account.details().roles().stream().anyMatch(Rights.OF_DEPARTMENT::contains);
    }

    /** Whether this is the actor's to write down: his own, his department's if he decides there or leads it, or as the centre. */
    static boolean mayKeep(String account, String department, Actor by) {
        boolean leads = by.has(Role.DECIDER) || by.has(Role.HEAD);
        return !by.isSystem()
                && (by.has(Role.MANAGER)
                        || by.has(Role.ADMINISTRATOR)
                        || by.department().equals(department)
                                && (leads
                                        || Rights.ofDepartment(by)
                                                && by.account().equals(account)));
    }

    /** 授权: by the head of the department, also for his own leave, and nobody for him. */
    static boolean mayAuthorise(Leave leave, Actor by) {
        return by.has(Role.HEAD) && by.department().equals(leave.department());
    }

    /** @throws Problem.NotAllowed for whose business it isn't */
    static void mustKeep(String account, String department, Actor by) {
        if (!mayKeep(account, department, by)) {
            throw new Problem.NotAllowed("请假由本人、本部门有决定权限的人员或者负责人、中心管理或者系统管理人员登记和更改。");
        }
    }

    static void days(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today, List<Fault> faults) {
        if (from == null) {
            faults.add(new Fault("/from", "请填写请假的第一天。"));
        } else if (from.isBefore(today)) {
            faults.add(new Fault("/from", "请假从今天（" + DayWords.of(today) + "）或者以后开始，已经过去的日子不用登记。"));
        }
        if (until == null) {
            faults.add(new Fault("/until", "请填写请假的最后一天。"));
        } else if (from != null && (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST)))) {
            faults.add(new Fault("/until", "请假的最后一天应在第一天（" + DayWords.of(from) + "）当天或者以后，最多 " + LONGEST + " 天。"));
        }
    }

    /** Nobody is away twice, nor while he stands in for somebody. */
    static void overlaps(Account absent, List<Leave> binding, List<Fault> faults) {
        for (Leave other : binding) {
            if (other.account().equals(absent.name())) {
                faults.add(new Fault("/from", other.words() + "已登记请假，日期重叠。请错开日期，或者先把那一次缩短、销假。"));
            } else if (isStandIn(absent, other)) {
                faults.add(new Fault(
                        "/from",
                        absent.details().displayName() + "已是" + other.words() + "请假期间的代理人，代理人不能同时请假。请先为" + other.name()
                                + "另选代理人，或者错开日期。"));
            }
        }
    }

    /**
     * What keeps somebody from standing in.
     *
     * @param standIn null if there is nobody of that name
     * @param binding leaves of these days that bind either of them
     */
    static void standIn(Account absent, @Nullable Account standIn, List<Leave> binding, List<Fault> faults) {
        if (standIn == null
                || !isOfDepartment(standIn)
                || standIn.name().equals(absent.name())
                || !standIn.details().department().equals(absent.details().department())) {
            faults.add(new Fault("/standIn", "请选择本部门另一位审批人员作代理人。"));
            return;
        }
        String name = standIn.details().displayName();
        Set<Role> own = standIn.details().roles();
        String missing = absent.details().roles().stream()
                .filter(role ->
                        Rights.OF_DEPARTMENT.contains(role) && !AUTHORISED.contains(role) && !own.contains(role))
                .sorted()
                .map(Role::term)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            faults.add(new Fault(
                    "/standIn",
                    name + "没有“" + missing + "”的角色，不能代" + absent.details().displayName() + "办理。请另选代理人，或者请系统管理员授予角色。"));
        }
        binding.stream()
                .filter(other -> other.account().equals(standIn.name()))
                .forEach(other -> faults.add(new Fault("/standIn", other.words() + "自己请假，不能作代理人。请另选代理人，或者错开日期。")));
    }

    /** Whether the one would have to decide for the other, or lead for him, and has no role for it. */
    static boolean needsAuthorisation(Account absent, Account standIn) {
        return AUTHORISED.stream()
                .anyMatch(role -> absent.details().roles().contains(role)
                        && !standIn.details().roles().contains(role));
    }

    /** Whether all who decide in a department, or all who lead it, are among those who are away; one where nobody ever does isn't. */
    static boolean isUndecided(List<Account> staff, Set<String> away) {
        return AUTHORISED.stream().anyMatch(role -> {
            List<String> those = staff.stream()
                    .filter(LeaveRules::isOfDepartment)
                    .filter(one -> one.details().roles().contains(role))
                    .map(Account::name)
                    .toList();
            return !those.isEmpty() && away.containsAll(those);
        });
    }

    /** Who may answer in the place of those who lead a department; nobody while one of them is there. */
    static Optional<Leave.StandIn> inPlaceOfHeads(List<Account> staff, List<Leave> away) {
        List<String> heads = staff.stream()
                .filter(one -> one.details().roles().contains(Role.HEAD))
                .map(Account::name)
                .toList();
        List<Leave> gone =
                away.stream().filter(leave -> heads.contains(leave.account())).toList();
        return gone.size() == heads.size()
                ? gone.stream()
                        .flatMap(leave -> Stream.ofNullable(leave.standIn()))
                        .filter(Leave.StandIn::mayDecide)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isStandIn(Account account, Leave leave) {
        return leave.standIn() != null && leave.standIn().account().equals(account.name());
    }
}
