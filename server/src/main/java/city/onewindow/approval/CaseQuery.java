package city.onewindow.approval;

/**
 * Which cases a lead department or the centre wants to see.
 *
 * @param overdue only those past their promised date
 */
public record CaseQuery(Status status, boolean overdue) {

    public static final CaseQuery RUNNING = new CaseQuery(Status.RUNNING, false);
    public static final CaseQuery OVERDUE = new CaseQuery(Status.RUNNING, true);
    public static final CaseQuery CLOSED = new CaseQuery(Status.CLOSED, false);

    /** 在办 or 办结. */
    public enum Status {
        RUNNING("在办"),
        CLOSED("办结");

        private final String term;

        Status(String term) {
            this.term = term;
        }

        /** The field's word, as pages and documents show it. */
        public String term() {
            return term;
        }
    }
}
