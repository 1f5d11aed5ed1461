package city.onewindow.identity;

/** What an account may do; an account may have several. */
public enum Role {
    /** 综合受理人员: takes applications in at a window. */
    CLERK,
    /** 审批人员（审查）: examines a matter of the own department. */
    REVIEWER,
    /** 审批人员（决定）: grants or denies a matter of the own department. */
    DECIDER,
    /** 审批人员（制证）: makes the certificate of a granted matter. */
    CERTIFIER,
    /** 出件人员: hands results out. */
    ISSUING_CLERK,
    /** 牵头部门: watches the cases that the department leads. */
    LEAD_DEPARTMENT,
    /** 中心管理: sees every case of the centre. */
    MANAGER,
    /** 审计: reads the audit log. */
    AUDITOR,
    /** 系统管理: keeps the accounts and the content. */
    ADMINISTRATOR
}
