package city.onewindow.identity;

/** Who signs in with an account. */
public enum AccountKind {
    /** A person of the centre or of a department: pages and API. */
    STAFF,
    /** A department's own system (部门业务系统): API only, and only what its department decides. */
    SYSTEM
}
