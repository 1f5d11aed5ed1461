package city.onewindow.intake;

/** What a clerk does with an application. */
public enum IntakeAct {
    FILL("填写"),
    CHECK("核验材料"),
    RECEIVE("出具收件凭证"),
    ACCEPT("受理"),
    /** The window said nothing for five working days: by law it has accepted. */
    FALL_SILENT("视为受理"),
    NOTIFY("一次性告知"),
    REFUSE("不予受理"),
    WITHDRAW("撤回申请"),
    SUPPLY("补交容缺材料");

    private final String words;

    IntakeAct(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
