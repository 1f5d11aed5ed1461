package city.onewindow.intake;

/** What a clerk does with an application, and what its applicant does with it online. */
public enum IntakeAct {
    PREPARE("网上填写"),
    ATTACH("上传材料"),
    SUBMIT("提交预审"),
    /** Applies online for acceptance, or hands in anew what was to be mended: received that day. */
    APPLY("网上申请"),
    RETRACT("网上撤回"),
    PASS("预审通过"),
    RETURN("预审退回"),
    /** The applicant has come to the window: from here on it is taken in as any other. */
    ARRIVE("到窗口办理"),
    FILL("填写"),
    CHECK("核验材料"),
    RECEIVE("出具收件凭证"),
    /** What was handed in is corrected at the counter, and the applicant signs for it. */
    CORRECT("当场更正"),
    ACCEPT("受理"),
    /** The window said nothing for five working days: by law it has accepted. */
    FALL_SILENT("视为受理"),
    NOTIFY("一次性告知"),
    REFUSE("不予受理"),
    WITHDRAW("撤回申请"),
    /** What a one-time notice named never came by its day: nobody asked for the end, so it is no withdrawal. */
    LAPSE("逾期未补正，按撤回处理"),
    SUPPLY("补交容缺材料"),
    /** 复议、诉讼结果 that leaves a refusal as it is. */
    RECORD_RULING("登记复议诉讼结果"),
    /** A refusal was set aside, or its application ordered to be accepted: the window has it again, where it was refused. */
    REOPEN("依裁决恢复"),
    /** Of what was applied for online: what was seen only as a picture is shown, and the form signed. */
    SHOW("核验原件");

    private final String words;

    IntakeAct(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it is done by whoever holds the application's number and query code, and by nobody else. */
    public boolean isApplicants() {
        return this == PREPARE || this == ATTACH || this == SUBMIT || this == APPLY || this == RETRACT;
    }

    /** Whether the application is received with it (行政许可法 第三十二条); a look beforehand receives nothing, and an end neither. */
    boolean receives() {
        return switch (this) {
            case APPLY, FILL, CHECK, RECEIVE, ACCEPT, FALL_SILENT, NOTIFY, REFUSE, SUPPLY, SHOW -> true;
            case PREPARE,
                    ATTACH,
                    SUBMIT,
                    RETRACT,
                    PASS,
                    RETURN,
                    ARRIVE,
                    CORRECT,
                    WITHDRAW,
                    LAPSE,
                    RECORD_RULING,
                    REOPEN -> false;
        };
    }
}
