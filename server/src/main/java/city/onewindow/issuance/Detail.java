package city.onewindow.issuance;

import city.onewindow.notice.Place;

/** What the receipt of a delivery says beside who took it and when; each way asks for its own. */
public enum Detail {
    PLACE("place", "送达地点", "邮寄的写寄往的地址；公告的写张贴、刊登在哪里。", Place.DELIVERY_PLACE),
    THROUGH("through", "邮寄、转交或者受委托的单位", "", Place.SENT_THROUGH),
    WAYBILL("waybill", "邮件号码", "", Place.WAYBILL),
    REASON("reason", "拒收或者公告的原因、经过", "谁、什么时候、为什么拒收；公告的，写别的方式为什么送不到。", Place.DELIVERY_REASON),
    WITNESS("witness", "见证人和单位", "基层组织或者所在单位的代表；没有见证人的，写拍照、录像存在哪里。", Place.WITNESS),
    SECOND("second", "另一名送达人", "", Place.SECOND_SERVER);

    private final String key;
    private final String label;
    private final String hint;
    private final Place place;

    Detail(String key, String label, String hint, Place place) {
        this.key = key;
        this.label = label;
        this.hint = hint;
        this.place = place;
    }

    /** Its name in forms and in the API. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** How to fill it in; may be empty. */
    public String hint() {
        return hint;
    }

    /** Where the receipt says it. */
    Place place() {
        return place;
    }
}
