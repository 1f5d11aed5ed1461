package city.onewindow.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a law wants a document to say. */
record Law(String article, List<Must> musts) {

    static Law licence(String article) {
        return of("中华人民共和国行政许可法", article);
    }

    static Law of(String law, String article) {
        return new Law("《" + law + "》第" + article, new ArrayList<>());
    }

    static Law acceptance() {
        return licence("三十二条第一款第五项、第二款").names(Place.CASE_NUMBER, Place.ACCEPTED_AT, Place.ITEMS);
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
