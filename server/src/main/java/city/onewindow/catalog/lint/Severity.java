package city.onewindow.catalog.lint;

/** How bad a finding is, the worst first. */
public enum Severity {
    /** Against the law or the catalogue's own rules: nothing with it is published. */
    ERROR("错误"),
    WARNING("警告"),
    /** Worth a look. */
    HINT("提示");

    private final String term;

    Severity(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
