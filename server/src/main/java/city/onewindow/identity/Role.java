package city.onewindow.identity;

/** What an account may do; an account may have several. */
public enum Role {
    /** Takes applications in at a window. */
    CLERK("综合受理人员"),
    /** Examines a matter of the own department. */
    REVIEWER("审批人员（审查）"),
    /** Grants or denies a matter of the own department. */
    DECIDER("审批人员（决定）"),
    /** 本机关负责人: lets the own department take longer than the law's limit (行政许可法 第四十二条). */
    HEAD("部门负责人"),
    /** Makes the certificate of a granted matter. */
    CERTIFIER("审批人员（制证）"),
    /** Hands results out. */
    ISSUING_CLERK("出件人员"),
    /** Keeps the items of the own department (联络员). */
    LIAISON("联络员"),
    /** Watches the cases that the department leads, and keeps its one-things. */
    LEAD_DEPARTMENT("牵头部门"),
    /** Sees every case of the centre. */
    MANAGER("中心管理"),
    /** Reads the audit log. */
    AUDITOR("审计"),
    /** Keeps the accounts and the content. */
    ADMINISTRATOR("系统管理");

    private final String term;

    Role(String term) {
        this.term = term;
    }

    /** The field's word for it, as pages show it. */
    public String term() {
        return term;
    }
}
