package city.onewindow.identity;

/** A window that clerks may sit at, as the content names it. */
public record WindowRef(String code, String name, String leadDepartment) {}
