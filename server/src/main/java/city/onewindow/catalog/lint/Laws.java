package city.onewindow.catalog.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of the laws that content cites: which are no longer in force, and how many articles some of them have. */
final class Laws {

    /** @param fix what to cite instead */
    record Dead(String what, String fix) {}

    /** Repealed, and what took their place. */
    private static final Map<String, String> REPEALED = Map.ofEntries(
            Map.entry("合同法", "民法典"),
            Map.entry("物权法", "民法典"),
            Map.entry("担保法", "民法典"),
            Map.entry("婚姻法", "民法典"),
            Map.entry("继承法", "民法典"),
            Map.entry("收养法", "民法典"),
            Map.entry("侵权责任法", "民法典"),
            Map.entry("民法通则", "民法典"),
            Map.entry("民法总则", "民法典"),
            Map.entry("公司登记管理条例", "市场主体登记管理条例"),
            Map.entry("企业法人登记管理条例", "市场主体登记管理条例"),
            Map.entry("合伙企业登记管理办法", "市场主体登记管理条例"),
            Map.entry("农民专业合作社登记管理条例", "市场主体登记管理条例"),
            Map.entry("企业法人法定代表人登记管理规定", "市场主体登记管理条例"),
            Map.entry("契税暂行条例", "契税法"),
            Map.entry("车辆购置税暂行条例", "车辆购置税法"),
            Map.entry("耕地占用税暂行条例", "耕地占用税法"),
            Map.entry("企业投资项目核准暂行办法", "企业投资项目核准和备案管理条例"),
            Map.entry("食品流通许可证管理办法", "食品经营许可和备案管理办法"),
            Map.entry("食品经营许可管理办法", "食品经营许可和备案管理办法"));

    /** Number of the last article. */
    private static final Map<String, Integer> ARTICLES =
            Map.of("行政许可法", 83, "优化营商环境条例", 72, "市场主体登记管理条例", 55, "住房公积金管理条例", 47, "不动产登记暂行条例", 35);

    /** The end of a law's name; the name begins after the last sign before it that is no Chinese character. */
    private static final Pattern NAME_END = Pattern.compile("(?:法|法典|条例|办法|规定|细则|通则|总则)(?=第|》|、|，|；|;|（|\\(|$)");

    private static final Pattern PEOPLES_REPUBLIC = Pattern.compile("^中华人民共和国");
    private static final Pattern ARTICLE = Pattern.compile("第([一二三四五六七八九十百零]+)条");

    private Laws() {}

    static List<Dead> deadReferences(String basis) {
        List<Dead> dead = new ArrayList<>();
        Matcher end = NAME_END.matcher(basis);
        boolean more = end.find();
        int from = 0;
        while (more) {
            String name = PEOPLES_REPUBLIC.matcher(name(basis, from, end.end())).replaceFirst("");
            from = end.end();
            more = end.find();
            // Its articles stand before the next law's name.
            String articles = basis.substring(from, more ? end.start() : basis.length());
            String instead = REPEALED.get(name);
            if (instead != null) {
                dead.add(new Dead("《" + name + "》已经废止", "改引《" + instead + "》的相应条款"));
            } else {
                beyond(name, articles, dead);
            }
        }
        return dead;
    }

    private static String name(String basis, int from, int to) {
        int start = to;
        while (start > from && Character.isIdeographic(basis.charAt(start - 1))) {
            start--;
        }
        return basis.substring(start, to);
    }

    private static void beyond(String name, String articles, List<Dead> dead) {
        Integer last = ARTICLES.get(name);
        Matcher article = ARTICLE.matcher(articles);
        while (last != null && article.find()) {
            if (number(article.group(1)) > last) {
                dead.add(new Dead("《" + name + "》没有" + article.group(), "核对条款：这部法律到第 " + last + " 条为止"));
            }
        }
    }

    /** 一百零三 is 103. */
    static int number(String chinese) {
        int whole = 0;
        int digit = 0;
        for (char c : chinese.toCharArray()) {
            int value = "零一二三四五六七八九".indexOf(c);
            if (value >= 0) {
                digit = value;
            } else {
                whole += Math.max(digit, 1) * (c == '百' ? 100 : 10);
                digit = 0;
            }
        }
        return whole + digit;
    }
}
