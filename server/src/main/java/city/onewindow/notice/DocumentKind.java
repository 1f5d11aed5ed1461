package city.onewindow.notice;

/** The documents that a window or a department hands out, each with the law that asks for it. */
public enum DocumentKind {
    /** Materials were received, not yet accepted: silence for five working days is acceptance. */
    RECEIPT("收件凭证", "收", "《中华人民共和国行政许可法》第三十二条第一款第四项"),
    /** Everything that is missing or wrong, told at once and once. */
    ONE_TIME_NOTICE("补正材料一次性告知书", "补", "《中华人民共和国行政许可法》第三十二条第一款第四项"),
    /** What was handed in and corrected at the counter, signed by the applicant. */
    CORRECTION_RECORD("当场更正记录", "更", "《中华人民共和国行政许可法》第三十二条第一款第三项"),
    ACCEPTANCE("受理通知书", "受", "《中华人民共和国行政许可法》第三十二条第一款第五项、第二款"),
    /** Accepted while deferrable materials are missing. */
    DEFERRED_ACCEPTANCE("容缺受理通知书", "容", "《河南省优化营商环境条例》第三十五条"),
    /** The applicant's promise to bring them; what a deferred acceptance rests on. */
    DEFERRAL_PROMISE("容缺受理承诺书", "诺", "《河南省优化营商环境条例》第三十五条"),
    /** The applicant declares that the conditions are met; what a grant without examination rests on. */
    DECLARATION("告知承诺书", "告承", "《河南省优化营商环境条例》第三十四条、国办发〔2020〕42号"),
    REFUSAL("不予受理通知书", "不受", "《中华人民共和国行政许可法》第三十二条第一款第一项、第二项、第二款"),
    /** An application ends before it is accepted: what was handed in goes back. */
    RETURN("退件通知书", "退", "《优化营商环境条例》第三十六条"),
    GRANT("准予决定书", "准", "《中华人民共和国行政许可法》第三十八条第一款"),
    /** With the reason, and where to appeal. */
    DENIAL("不予决定书", "不准", "《中华人民共和国行政许可法》第三十八条第二款"),
    /** Time that doesn't count, and how much of it. */
    SPECIAL_PROCEDURE("特别程序告知书", "特", "《中华人民共和国行政许可法》第四十五条"),
    /** That the applicant and others concerned may ask for a hearing, within which time and of whom. */
    HEARING_RIGHT("听证告知书", "听告", "《中华人民共和国行政许可法》第四十七条"),
    /** When and where it is held, and who presides. */
    HEARING_NOTICE("听证通知书", "听通", "《中华人民共和国行政许可法》第四十八条第一款第一项、第四十五条"),
    /** The same two, to each of the others concerned: not the applicant's to read, nor the other departments'. */
    HEARING_RIGHT_TO_OTHERS("听证告知书（利害关系人）", "听知", "《中华人民共和国行政许可法》第四十七条"),
    HEARING_NOTICE_TO_OTHERS("听证通知书（利害关系人）", "听邀", "《中华人民共和国行政许可法》第四十八条第一款第一项"),
    /** To the public. */
    HEARING_ANNOUNCEMENT("听证公告", "听公", "《中华人民共和国行政许可法》第四十六条、第四十八条第一款第一项"),
    /** Who came, what was said, who signed; what the decision rests on. */
    HEARING_RECORD("听证笔录", "听录", "《中华人民共和国行政许可法》第四十八条第一款第五项、第二款"),
    /** When officers come to look, or that they don't at that hour; one appointment for all departments. */
    JOINT_INSPECTION("联合踏勘通知书", "踏", "《中华人民共和国行政许可法》第二十六条第二款、第三十四条第三款"),
    /** What each department found there, and what the applicant said to it. */
    INSPECTION_RECORD("联合踏勘记录", "勘", "《中华人民共和国行政许可法》第三十四条第三款"),
    /** One department asks another for its opinion on a matter. */
    CONSULTATION("征求意见函", "征", "《中华人民共和国行政许可法》第二十六条第二款"),
    /** What that one thinks of it. */
    OPINION("并联审批意见书", "意", "《中华人民共和国行政许可法》第二十六条第二款"),
    /** Paper goes from the window to a department: what, when, and who has it now. Printed, not issued. */
    MATERIAL_SLIP("物料流转单", "流", "《中华人民共和国行政许可法》第二十六条第二款"),
    /** The limit is longer than promised, and why. */
    EXTENSION("延长办理期限告知书", "延", "《中华人民共和国行政许可法》第四十二条"),
    /** The procedure ends without a decision: withdrawn, or a deferred material never came. */
    TERMINATION("终止办理通知书", "终", "《优化营商环境条例》第三十六条"),
    /** What comes out of a matter that has no form of its own. */
    CERTIFICATE("办理结果通知书", "结", "《中华人民共和国行政许可法》第三十九条"),
    /** What a check found that is not as declared, and until when it must be mended. */
    MENDING_ORDER("限期整改通知书", "改", "《中华人民共和国行政许可法》第六十一条、国办发〔2020〕42号"),
    /** A grant is taken back, with the reason, what the applicant said to it, and where to appeal. */
    REVOCATION("撤销决定书", "撤", "《中华人民共和国行政许可法》第六十九条"),
    /** That an organ of review or a court ruled on a decision, what holds no longer, and what happens now. */
    RULING_NOTICE("复议诉讼结果执行告知书", "执", "《中华人民共和国行政复议法》第七十七条、《中华人民共和国行政诉讼法》第九十四条"),
    DELIVERY_RECEIPT("送达回证", "送", "《中华人民共和国行政许可法》第四十四条"),
    /** What lies ready at the issuing window, and what to bring: told whenever somebody looks, not issued. */
    PICK_UP_NOTICE("领证取件通知", "取", "《中华人民共和国行政许可法》第四十四条"),
    /** Who may act for the applicant, in what and until when: the applicant's word, printed for him to sign. */
    LETTER_OF_AUTHORITY("授权委托书", "委", "《中华人民共和国民法典》第一百六十五条、《中华人民共和国行政许可法》第二十九条第二款"),
    /** What an errand needs, told to somebody who asks. */
    GUIDE_NOTICE("办事一次性告知单", "告", "《中华人民共和国行政许可法》第三十条"),
    /** All that is published of an errand: what it rests on, how it goes, what is asked and why. */
    GUIDE("办事指南", "指", "《中华人民共和国行政许可法》第三十条");

    private final String title;
    private final String mark;
    private final String ground;

    DocumentKind(String title, String mark, String ground) {
        this.title = title;
        this.mark = mark;
        this.ground = ground;
    }

    /** As printed above the text. */
    public String title() {
        return title;
    }

    /** Legal ground: law, article, as printed below the text. */
    public String ground() {
        return ground;
    }

    /** The applicant's own word bears no head and no seal of the centre. */
    public boolean isStatedByApplicant() {
        return this == DEFERRAL_PROMISE || this == DECLARATION || this == LETTER_OF_AUTHORITY;
    }

    /** Told or prepared, not issued: without number, seal and verify code, and kept nowhere. */
    public boolean isOnlyPrinted() {
        return switch (this) {
            case LETTER_OF_AUTHORITY, PICK_UP_NOTICE, MATERIAL_SLIP, GUIDE_NOTICE, GUIDE -> true;
            default -> false;
        };
    }

    /** Written by one department to another, not to the applicant. */
    public boolean isBetweenDepartments() {
        return this == CONSULTATION || this == OPINION;
    }

    /** Written to others than the applicant whom the matter concerns (利害关系人). */
    public boolean isToOthers() {
        return this == HEARING_RIGHT_TO_OTHERS || this == HEARING_NOTICE_TO_OTHERS;
    }

    /** 文书代字 of this kind, the part of the number before 字. */
    String mark() {
        return mark;
    }
}
