package city.onewindow.catalog;

/** What is checked by technical standards, by two or more people, before the item is decided (行政许可法 第五十五条). */
public enum TechnicalCheck {
    INSPECTION("检验"),
    TESTING("检测"),
    QUARANTINE("检疫");

    private final String term;

    TechnicalCheck(String term) {
        this.term = term;
    }

    /** As content files call it. */
    public String term() {
        return term;
    }
}
