package city.onewindow.catalog.revision;

import java.util.Locale;

/** What is done to a revision. */
public enum RevisionAct {
    BEGIN("起草"),
    SAVE("修改"),
    SUBMIT("提交"),
    CONFIRM("确认"),
    APPROVE("同意"),
    RETURN("退回"),
    /** Publishes it on a later day. */
    SCHEDULE("定期发布"),
    /** No longer on the day that was set. */
    UNSCHEDULE("取消定期发布"),
    PUBLISH("发布"),
    WITHDRAW("撤回");

    private final String term;

    RevisionAct(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }

    /** How the audit log calls it. */
    String audited() {
        return "revision." + name().toLowerCase(Locale.ROOT);
    }
}
