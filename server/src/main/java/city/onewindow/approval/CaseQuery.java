package city.onewindow.approval;

/**
 * Which cases a lead department or the centre wants to see.
 *
 * @param overdue only those past their promised date
 */
public record CaseQuery(Status status, boolean overdue) {

    public static final CaseQuery RUNNING = new CaseQuery(Status.RUNNING, false);
    public static final CaseQuery OVERDUE = new CaseQuery(Status.RUNNING, true);
    public static final CaseQuery MADE = new CaseQuery(Status.MADE, false);
    public static final CaseQuery CLOSED = new CaseQuery(Status.CLOSED, false);

    /** Where a case stands: with departments, at the issuing window, or at its end. */
    public enum Status {
        /** Something of it is not made yet. */
        RUNNING("在办"),
        /** Everything is made, and something still lies at the issuing window or is on its way: no department is behind with it. */
        MADE("待送达"),
        CLOSED("办结");

        private final String term;

        Status(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }
}
