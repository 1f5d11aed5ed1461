package city.onewindow.catalog.revision;

/** Where a revision stands; {@link Course} says how it gets there. */
public enum RevisionStatus {
    DRAFT("草稿"),
    SUBMITTED("已提交"),
    RETURNED("已退回"),
    APPROVED("已同意"),
    PUBLISHED("已发布"),
    WITHDRAWN("已撤回");

    private final String term;

    RevisionStatus(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }

    /** Whether its department may write in it. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    public boolean isOpen() {
        return this != PUBLISHED && this != WITHDRAWN;
    }
}
