package city.onewindow.connection;

/** What a department's system tells. */
public enum MessageKind {
    /** It has taken the matter in. */
    ACCEPTED("已接收"),
    /** It is at another step; with a recommendation, that is the review (审查). */
    STEP("办理进展"),
    /** A special procedure has begun (行政许可法 第四十五条). */
    SUSPENDED("启动特别程序"),
    /** It is over. */
    RESUMED("结束特别程序"),
    /** Granted, with the certificate, or denied. */
    RESULT("办理结果");

    private final String term;

    MessageKind(String term) {
        this.term = term;
    }

    /** As pages call it. */
    public String term() {
        return term;
    }
}
