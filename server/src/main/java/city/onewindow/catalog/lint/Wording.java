package city.onewindow.catalog.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that leave open what is meant. */
final class Wording {

    /** “与其他材料一致” compares and asks for nothing; everything else of the kind leaves open what to bring. */
    private static final Pattern VAGUE =
            Pattern.compile("(相关|有关)(材料|证明|文件|资料|手续|要求)|(?<!与)其他(有关|相关)?(材料|证明|文件|资料|条件|情形|要求)|视情况|视情|视需要|根据需要|必要时");

    private static final Pattern OPEN = Pattern.compile("等(?=[，。；、）)\\s]|$|材料|证明|文件|资料)");

    private Wording() {}

    /** Takes what is wrong with a text. */
    interface Report {
        void of(Rule rule, String what, String fix);
    }

    /** The first vague words in a text. */
    static Optional<String> vague(String text) {
        Matcher vague = VAGUE.matcher(text);
        return vague.find() ? Optional.of(vague.group()) : Optional.empty();
    }

    static void check(String text, Report report) {
        vague(text)
                .ifPresent(words -> report.of(Rule.VAGUE_CLAUSE, "“" + text + "”里有“" + words + "”", "写明是哪一份材料、哪一种情形"));
        if (OPEN.matcher(text).find()) {
            report.of(Rule.OPEN_LIST, "“" + text + "”没有列全", "把“等”字后面的都列出来，或去掉“等”字");
        }
    }
}
