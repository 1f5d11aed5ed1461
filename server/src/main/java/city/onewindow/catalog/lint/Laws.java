package city.onewindow.catalog.lint;

import city.onewindow.catalog.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what content cites with what is known of the laws: which are no longer in force, and how many articles they have. */
final class Laws {

    /** @param fix what to cite instead */
    record Dead(String what, String fix) {}

    /** The end of a law's name; the name begins after the last sign before it that is no Chinese character. */
    private static final Pattern NAME_END =
            Pattern.compile("(?:法|法典|条例|办法|规定|细则|通则|总则)(?=\\s*第|》|、|，|；|;|（|\\(|\\s|$)");

    /** What may stand before a name and is no part of it. */
    private static final Pattern BEFORE_NAME = Pattern.compile("^(?:依据|根据|按照|依照|以及|及|和)?(?:中华人民共和国)?");

    /** The end of a name that has another law's in it, as in 河南省实施《人民防空法》办法; by itself it names nothing. */
    private static final Pattern NO_NAME = Pattern.compile("(?:实施)?(?:办法|规定|细则|条例|法)");

    private static final Pattern ARTICLE = Pattern.compile("第\\s*([一二三四五六七八九十百千零]+|\\d{1,4})\\s*条");

    private static final Pattern NUMBER =
            Pattern.compile("[〔\\[（(]\\d{4}[〕\\]）)]\\s*第?\\d+号|令\\s*(?:\\d{4}年)?\\s*第\\d+号");

    private final Map<String, Law> known;

    Laws(Map<String, Law> known) {
        this.known = known;
    }

    /** Whether it says where to read on: an article, or the number of a document, which seldom has articles. */
    static boolean isExact(String basis) {
        return ARTICLE.matcher(basis).find() || NUMBER.matcher(basis).find();
    }

    List<Dead> deadReferences(String basis) {
        List<Dead> dead = new ArrayList<>();
        for (Cited cited : cited(basis)) {
            Law law = known.get(cited.name());
            if (law != null && !law.replacedBy().isEmpty()) {
                dead.add(new Dead("《" + cited.name() + "》已经废止", "改引《" + law.replacedBy() + "》的相应条款"));
            } else if (law != null) {
                beyond(law, cited.articles(), dead);
            }
        }
        return dead;
    }

    /** The laws of which nothing is known, each once. */
    Set<String> unknown(String basis) {
        return cited(basis).stream()
                .map(Cited::name)
                .filter(name ->
                        !known.containsKey(name) && !NO_NAME.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    /** @param articles what stands between its name and the next law's */
    private record Cited(String name, String articles) {}

    private static List<Cited> cited(String basis) {
        List<Cited> cited = new ArrayList<>();
        Matcher end = NAME_END.matcher(basis);
        boolean more = end.find();
        int from = 0;
        while (more) {
            String name = BEFORE_NAME.matcher(name(basis, from, end.end())).replaceFirst("");
            from = end.end();
            more = end.find();
            cited.add(new Cited(name, basis.substring(from, more ? end.start() : basis.length())));
        }
        return cited;
    }

    private static String name(String basis, int from, int to) {
        int start = to;
        while (start > from && Character.isIdeographic(basis.charAt(start - 1))) {
            start--;
        }
        return basis.substring(start, to);
    }

    private static void beyond(Law law, String articles, List<Dead> dead) {
        Matcher article = ARTICLE.matcher(articles);
        while (law.lastArticle() > 0 && article.find()) {
            if (number(article.group(1)) > law.lastArticle()) {
                dead.add(new Dead(
                        "《" + law.name() + "》没有" + article.group(), "核对条款：这部法律到第 " + law.lastArticle() + " 条为止"));
            }
        }
    }

    /** 一百零三 is 103, 一千二百六十 is 1260; 18 is 18. */
    static int number(String chinese) {
        if (Character.isDigit(chinese.charAt(0))) {
            return Integer.parseInt(chinese);
        }
        int whole = 0;
        int digit = 0;
        for (char c : chinese.toCharArray()) {
            int value = "零一二三四五六七八九".indexOf(c);
            if (value >= 0) {
                digit = value;
            } else {
                whole += Math.max(digit, 1) * (c == '千' ? 1000 : c == '百' ? 100 : 10);
                digit = 0;
            }
        }
        return whole + digit;
    }
}
