package city.onewindow.notice;

import static city.onewindow.notice.Place.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What laws want to be said. */
record Law(String article, List<Must> musts) {

    static Law licence(String article) {
        return of("中华人民共和国行政许可法", article);
    }

    static Law of(String law, String article) {
        return new Law("《" + law + "》第" + article, new ArrayList<>());
    }

    static Law acceptance() {
        return licence("三十二条第一款第五项、第二款").names(CASE_NUMBER, ACCEPTED_AT, ITEMS);
    }

    static Law returned() {
        return of("优化营商环境条例", "三十六条").names(ERRAND, MATERIALS);
    }

    static Law lapsed() {
        return returned().names(SUPPLY_BY).and(remedies());
    }

    static Law grant() {
        return licence("三十八条第一款").names(ITEM, GROUND);
    }

    static Law denial() {
        return licence("三十八条第二款").names(ITEM, REASON, GROUND).and(remedies());
    }

    static Law hearingRight() {
        return licence("四十七条").names(ITEM, HEARING_ASKED_BY, HEARING_ASKED_OF).says("五日", "不承担");
    }

    static Law hearingNotice() {
        return licence("四十八条第一款第一项、第三项")
                .names(ITEM, HEARING_AT, HEARING_PLACE, PRESIDER)
                .says("回避")
                .and(licence("四十七条第二款").says("不承担"));
    }

    static Law slip() {
        return licence("二十六条第二款").names(MATERIALS, HANDER, RECEIVER).says("签名：");
    }

    static Law jointExtension() {
        return licence("四十二条第二款").names(CASE_TITLE, REASON, EXTENDED_TO);
    }

    static Law collected() {
        return delivery("八十七条", TAKER).says("签名：");
    }

    static Law brought() {
        return delivery("八十七条、第八十八条", DELIVERY_PLACE, TAKER, SECOND_SERVER).says("签名：");
    }

    static Law mailed() {
        return delivery("九十一条", DELIVERY_PLACE, SENT_THROUGH, WAYBILL, TAKER);
    }

    static Law left() {
        return delivery("八十九条", DELIVERY_PLACE, DELIVERY_REASON, WITNESS, SECOND_SERVER)
                .says("签名：");
    }

    static Law forwarded() {
        return delivery("九十一条至第九十四条", DELIVERY_PLACE, SENT_THROUGH, TAKER);
    }

    static Law announced() {
        return delivery("九十五条", DELIVERY_PLACE, DELIVERY_REASON, ANNOUNCED_ON).says("三十日");
    }

    /** The law on licences says that results are delivered and leaves how to the general rules of delivery. */
    private static Law delivery(String article, Place... names) {
        return licence("四十四条")
                .names(RESULTS, HANDED_AT)
                .and(of("中华人民共和国民事诉讼法", article).names(names));
    }

    static Law pickUp() {
        return licence("四十四条").names(READY, PICK_UP_CODE, WINDOW, DELIVER_BY);
    }

    static Law authority() {
        return of("中华人民共和国民法典", "一百六十五条").names(AGENT, AUTHORISED_ITEMS).says("权限", "期限", "签名：");
    }

    /** What is decided after a hearing rests on its record. */
    static Law record() {
        return licence("四十八条第二款").names(HEARING_RECORD);
    }

    /** To be told by 行政许可法 第三十八条第二款; until when say 行政复议法 第二十条 and 行政诉讼法 第四十六条. */
    static Law remedies() {
        return licence("三十八条第二款、《中华人民共和国行政复议法》第二十条")
                .says("六十日", "行政复议")
                .and(licence("三十八条第二款、《中华人民共和国行政诉讼法》第四十六条").says("六个月", "行政诉讼"));
    }

    Law names(Place... places) {
        Arrays.stream(places).forEach(place -> musts.add(Must.name(place, article)));
        return this;
    }

    Law says(String... words) {
        Arrays.stream(words).forEach(said -> musts.add(Must.say(said, article)));
        return this;
    }

    Law and(Law other) {
        musts.addAll(other.musts);
        return this;
    }
}
