package city.onewindow.intake;

/** How a material of the set was dealt with at the window. */
public enum Way {
    /** A file was taken in. */
    FILE("已收电子件"),
    /** The paper was seen, and kept or given back. */
    SEEN("已验纸质件"),
    /** Fetched from a shared resource; the applicant brought nothing. */
    FETCHED("已共享获取"),
    /** Printed from the form and signed by the applicant at the window. */
    SIGNED("已打印签字"),
    /** Only a picture of it was looked at, or nothing is signed yet: it is shown, or signed, when a result is handed over. */
    TO_SHOW("网上已看，取件时核验"),
    /** To follow after acceptance, against a signed promise (河南省优化营商环境条例 第三十五条). */
    DEFERRED("容缺后补"),
    /** This applicant needs none. */
    NOT_APPLICABLE("不适用"),
    /** Was to follow, and what it was needed for was denied or ended: written down with that, chosen by nobody. */
    SETTLED("不再需要");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the centre has what the material proves. */
    public boolean isInHand() {
        return this != DEFERRED && this != NOT_APPLICABLE && this != SETTLED;
    }
}
