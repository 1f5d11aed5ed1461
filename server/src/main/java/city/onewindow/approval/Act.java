package city.onewindow.approval;

import java.util.Locale;

/** What is done to a matter; {@link Procedure} says where each may be done, by whom and on what ground. */
public enum Act {
    OPEN("开始办理"),
    REVIEW("提出审查意见"),
    EXAMINE("提出审核意见"),
    /** From who examines, back to the beginning. */
    GIVE_BACK("退回经办"),
    RETURN("退回重新审查"),
    /** From who decides, one step back. */
    REEXAMINE("退回重新审核"),
    SUSPEND("启动特别程序"),
    RESUME("结束特别程序"),
    /** That a hearing may be asked for. */
    TELL_HEARING("告知听证权利"),
    ASK_HEARING("登记听证申请"),
    /** By all who were told. */
    WAIVE_HEARING("登记放弃听证"),
    /** To a hearing, at an hour and a place; the clock stands still until then. */
    CALL_HEARING("通知听证"),
    RECORD_HEARING("制作听证笔录"),
    ASK_EXTENSION("申请延长期限"),
    EXTEND("批准延长期限"),
    REFUSE_EXTENSION("不批准延长期限"),
    GRANT("准予"),
    /** 告知承诺: at once, on what the applicant declared; checked afterwards. */
    GRANT_DECLARED("凭承诺准予"),
    /** From then on the matter is decided in the ordinary way. */
    TAKE_BACK("撤回承诺"),
    DENY("不予"),
    CERTIFY("制证"),
    DELIVER("送达"),
    /** Mailed, passed on or announced: it doesn't lie at the issuing window any more. */
    SEND("登记寄出、公告"),
    /** What was sent came back. */
    COME_BACK("登记退件"),
    /** To the department that decides such a matter: this one doesn't. */
    TRANSFER("移送"),
    TAKE_ON("接收移送"),
    /** By the receiving department, to where it came from. */
    DECLINE("退回移送"),
    /** By the department that handed it over, as long as nobody has answered. */
    RECALL("收回移送"),
    /** By the centre, when two departments can't agree whose it is. */
    ASSIGN("指定办理"),
    TERMINATE("终止办理"),
    WITHDRAW("申请人撤回"),
    /** What was deferred never came: as the applicant promised, the application counts as withdrawn (容缺受理). */
    LAPSE("逾期未补交终止"),
    /** The check found what was declared. */
    CONFIRM("核查相符"),
    /** The check found something else, which can be mended. */
    ORDER_MENDING("责令限期整改"),
    /** What was declared is not so: the grant is taken back. */
    REVOKE("撤销决定"),
    /** A result that this matter was opened on, or builds on, holds no longer: its department has to know, and decides for itself. */
    LEARN_OF_REVOCATION("获知前序结果不再有效"),
    /** 复议、诉讼结果 that leaves the decision as it is. */
    RECORD_RULING("登记复议诉讼结果"),
    /** What was decided is set aside and has to be decided anew. */
    REOPEN("依裁决重新办理"),
    /** The ruling itself grants, in place of what was decided. */
    SUBSTITUTE_GRANT("依变更决定准予"),
    SUBSTITUTE_DENIAL("依变更决定不予"),
    DECLARE_VOID("确认决定无效"),
    /** A grant is set aside, and nothing is to be decided in its place. */
    SET_ASIDE("撤销准予决定"),
    /** 责令履行: an organ of review or a court orders that an open matter is decided, by a day that it sets. */
    ORDER_DECISION("责令履行"),
    /** What is set aside is that a grant was revoked: the grant stands again, where it stood when it was revoked. */
    RESTORE("恢复准予"),
    /** What ended only because of a decision that was set aside. */
    AWAIT_AGAIN("恢复等待前序结果");

    private final String term;

    Act(String term) {
        this.term = term;
    }

    /** The field's word, as pages and documents show it. */
    public String term() {
        return term;
    }

    /** What a department asks of itself, which is nothing to the applicant. */
    boolean isInternal() {
        return this == ASK_EXTENSION || this == REFUSE_EXTENSION;
    }

    /** What the applicant may do himself, who holds number and query code of his case. */
    public boolean isApplicants() {
        return this == ASK_HEARING || this == WAIVE_HEARING;
    }

    /** What is done about a hearing (听证); it has a page of its own. */
    public boolean isOfHearing() {
        return this == TELL_HEARING
                || this == ASK_HEARING
                || this == WAIVE_HEARING
                || this == CALL_HEARING
                || this == RECORD_HEARING;
    }

    /** What is done about whose the matter is. */
    boolean isOfTransfer() {
        return this == TRANSFER || this == TAKE_ON || this == DECLINE || this == RECALL || this == ASSIGN;
    }

    /** What is done about a declaration once it was granted on; the matter itself needs nobody for it. */
    boolean isOfCheck() {
        return this == CONFIRM || this == ORDER_MENDING || this == REVOKE;
    }

    /** What only a matter with a declaration has. */
    boolean isOfDeclaration() {
        return this == GRANT_DECLARED || this == TAKE_BACK || isOfCheck();
    }

    /** What an organ of review or a court ruled, and what follows from it; it has a page of its own. */
    boolean isOfRuling() {
        return this == RECORD_RULING
                || this == REOPEN
                || this == SUBSTITUTE_GRANT
                || this == SUBSTITUTE_DENIAL
                || this == DECLARE_VOID
                || this == SET_ASIDE
                || this == ORDER_DECISION
                || this == RESTORE;
    }

    /** A ruling that leaves the matter where it stands, and what was decided as it is. */
    boolean isNoted() {
        return this == RECORD_RULING || this == ORDER_DECISION;
    }

    /** A ruling after which something else holds than before. */
    boolean rulesAnew() {
        return isOfRuling() && !isNoted();
    }

    /** As the audit log calls it. */
    String audited() {
        return "matter." + name().toLowerCase(Locale.ROOT);
    }
}
