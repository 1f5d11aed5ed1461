package city.onewindow.catalog;

/** In what form a material is handed in, the strictest first: 原件, 复印件, 电子. */
public enum MaterialForm {
    ORIGINAL,
    COPY,
    ELECTRONIC
}
