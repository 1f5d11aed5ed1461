package city.onewindow.catalog;

/** 材料必要性, the strictest first: the order of the constants is the order of the demand. */
public enum Requirement {
    REQUIRED,
    DEFERRABLE,
    OPTIONAL
}
