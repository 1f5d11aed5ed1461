package city.onewindow.notice;

/** Why what a genuine document says holds no longer. */
public enum RevokedHow {
    /** Its issuer took it back (撤销). */
    REVOKED,
    /** An organ of review or a court set it aside (撤销). */
    SET_ASIDE,
    /** Its decision took the place of this one (变更). */
    CHANGED,
    /** It never had any effect (确认无效). */
    VOID,
    /** It was never handed over: a deferred material never came, and the application counts as withdrawn (逾期未补交). */
    LAPSED,
    /** What it arranged was put off or called off (改期、取消). */
    REPLACED
}
