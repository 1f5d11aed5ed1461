package city.onewindow.identity.web;

import city.onewindow.frame.Tone;
import city.onewindow.identity.Account;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.Role;
import java.util.stream.Collectors;

/**
 * An account in the list.
 *
 * @param place the window, or else the department
 */
public record AccountRow(
        String name, String displayName, String kind, String roles, String place, Tone tone, String state) {

    static AccountRow of(Account account, String place) {
        var details = account.details();
        String kind = details.kind() == AccountKind.STAFF ? "工作人员" : "业务系统";
        String roles = details.roles().stream().sorted().map(Role::term).collect(Collectors.joining("、"));
        Tone tone = !account.enabled() ? Tone.IDLE : account.mustChangePassword() ? Tone.WARN : Tone.GOOD;
        String state = !account.enabled() ? "已停用" : account.mustChangePassword() ? "待改初始密码" : "正常";
        return new AccountRow(account.name(), details.displayName(), kind, roles, place, tone, state);
    }
}
