package city.onewindow.issuance;

import city.onewindow.notice.WordedDocument;
import java.time.LocalDate;
import java.util.List;

/** 送达方式: how a result reached the applicant (民事诉讼法 第八十七条至第九十五条), and what the receipt has to say of that. */
public enum Way {
    COLLECTED("窗口领取", "本人或者代领的人到窗口来", "由领取人签字", WordedDocument.DELIVERY_RECEIPT),
    BROUGHT(
            "上门送达",
            "两人送到，本人、同住成年家属或者单位负责收件的人签收",
            "由签收人和两名送达人签字",
            WordedDocument.DELIVERY_BROUGHT,
            Detail.PLACE,
            Detail.SECOND),
    MAILED(
            "邮寄送达",
            "寄出时先登记寄出；收到回执再登记送达，以回执上的收件日期为准",
            "送达人签字，邮寄回执附在后面",
            WordedDocument.DELIVERY_MAILED,
            Detail.THROUGH,
            Detail.WAYBILL,
            Detail.PLACE),
    LEFT(
            "留置送达",
            "拒绝签收的，有见证人在场，或者拍照、录像",
            "由见证人和两名送达人签字",
            WordedDocument.DELIVERY_LEFT,
            Detail.PLACE,
            Detail.REASON,
            Detail.WITNESS,
            Detail.SECOND),
    FORWARDED(
            "转交、委托送达",
            "由所在单位转交，或者委托其他机关送达",
            "送达人签字，签收的回条附在后面",
            WordedDocument.DELIVERY_FORWARDED,
            Detail.THROUGH,
            Detail.PLACE),
    ANNOUNCED(
            "公告送达",
            "下落不明，或者别的方式送不到的；公告时先登记公告，满三十日以后登记送达",
            "送达人签字，公告附在后面",
            WordedDocument.DELIVERY_ANNOUNCED,
            Detail.REASON,
            Detail.PLACE);

    /** After which what was announced counts as delivered (第九十五条). */
    private static final int ANNOUNCED_DAYS = 30;

    private final String term;
    private final String when;
    private final String onPaper;
    private final WordedDocument receipt;
    private final List<Detail> details;

    Way(String term, String when, String onPaper, WordedDocument receipt, Detail... details) {
        this.term = term;
        this.when = when;
        this.onPaper = onPaper;
        this.receipt = receipt;
        this.details = List.of(details);
    }

    /** The field's word, as pages show it. */
    public String term() {
        return term;
    }

    /** When it is chosen. */
    public String when() {
        return when;
    }

    /** What the clerk does with the receipt once it is printed. */
    public String onPaper() {
        return onPaper;
    }

    /** What it asks for; nothing at the window. */
    public List<Detail> details() {
        return details;
    }

    /** Whether somebody took the result; otherwise it was left or announced. */
    public boolean isTaken() {
        return this != LEFT && this != ANNOUNCED;
    }

    /** Whether it leaves the window some time before it is known to have reached the applicant. */
    public boolean isSent() {
        return this == MAILED || this == FORWARDED || this == ANNOUNCED;
    }

    /** What is known of it when it is sent. */
    public List<Detail> sending() {
        return details.stream()
                .filter(detail -> switch (this) {
                    case MAILED -> true;
                    case FORWARDED -> detail == Detail.THROUGH;
                    case ANNOUNCED -> detail == Detail.PLACE;
                    case COLLECTED, BROUGHT, LEFT -> false;
                })
                .toList();
    }

    WordedDocument receipt() {
        return receipt;
    }

    /** The day on which it counts as delivered, of the day that was filled in. */
    LocalDate served(LocalDate on) {
        return this == ANNOUNCED ? on.plusDays(ANNOUNCED_DAYS) : on;
    }
}
