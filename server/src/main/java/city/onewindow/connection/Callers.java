package city.onewindow.connection;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;

/** Who may do what here. */
final class Callers {

    private Callers() {}

    /** @throws Problem.NotAllowed for people */
    static void mustBeSystem(Actor actor) {
        if (!actor.isSystem()) {
            throw new Problem.NotAllowed("这个接口只供部门业务系统的账号使用。工作人员请在页面上办理；部门系统还没有账号的，请联系系统管理员建立“部门业务系统”账号。");
        }
    }

    /** @throws Problem.NotAllowed for whoever doesn't connect systems */
    static void mustConnect(Actor actor) {
        if (!actor.has(Role.MANAGER) && !actor.has(Role.ADMINISTRATOR)) {
            throw new Problem.NotAllowed("部门系统对接由中心管理人员或系统管理员办理，您的账号没有这个权限。");
        }
    }
}
