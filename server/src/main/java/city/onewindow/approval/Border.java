package city.onewindow.approval;

/** 界限: where what the window answers for ends, and what the department answers for begins. */
public enum Border {
    /** The window looks whether everything is there and in its legal form; it judges no conditions. */
    FORM("窗口形式审查", "材料是否齐全、是否符合法定形式", "行政许可法 第三十二条"),
    /** The department looks whether the conditions are met; it sends nobody back for the form. */
    SUBSTANCE("部门实质审查", "是否符合法定条件、标准", "行政许可法 第三十四条"),
    /** Nobody examines any more: one window hands out what was decided. */
    DELIVERY("窗口统一出件", "按决定送达，不再审查", "行政许可法 第四十四条");

    private final String term;
    private final String question;
    private final String ground;

    Border(String term, String question, String ground) {
        this.term = term;
        this.question = question;
        this.ground = ground;
    }

    /** The field's word, as pages show it. */
    public String term() {
        return term;
    }

    /** The whole of it in one breath, for pages. */
    public String words() {
        return term + "：" + question + "（" + ground + "）";
    }

    /** What is looked at on this side. */
    public String question() {
        return question;
    }

    /** Law and article. */
    public String ground() {
        return ground;
    }
}
