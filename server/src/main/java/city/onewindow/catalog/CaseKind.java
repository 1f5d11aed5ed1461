package city.onewindow.catalog;

/** 即办件 and 承诺件: kinds of item by how fast they are done. */
public enum CaseKind {
    ON_THE_SPOT,
    PROMISED
}
