package city.onewindow.audit.web;

/** An entry with its time as people here read it. */
public record AuditRow(String at, String who, String act, String object, String detail) {}
