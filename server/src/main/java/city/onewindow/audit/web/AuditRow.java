package city.onewindow.audit.web;

/** An entry with its time as people here read it. */
public record AuditRow(String at, Told who, String act, Told object, Told detail) {

    /**
     * @param kept as the log has it
     * @param named the same with names for its codes; empty if there is no code in it
     */
    public record Told(String kept, String named) {}
}
