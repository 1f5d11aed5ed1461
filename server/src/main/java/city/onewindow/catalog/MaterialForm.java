package city.onewindow.catalog;

/** In what form a material is handed in, the strictest first: 原件, 复印件, 电子. */
public enum MaterialForm {
    ORIGINAL("原件"),
    COPY("复印件"),
    ELECTRONIC("电子");

    private final String term;

    MaterialForm(String term) {
        this.term = term;
    }

    /** As content files and annexes call it. */
    public String term() {
        return term;
    }
}
