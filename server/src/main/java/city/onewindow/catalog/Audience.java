package city.onewindow.catalog;

/** Whom an errand serves: 个人 or 企业(法人). */
public enum Audience {
    PERSON,
    ENTERPRISE
}
