package city.onewindow.identity;

/** A department that accounts may belong to, as the content names it. */
public record DepartmentRef(String code, String name) {}
