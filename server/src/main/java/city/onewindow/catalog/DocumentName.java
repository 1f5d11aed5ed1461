package city.onewindow.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document as content files name it: 不动产登记证明(预告) is {@code 不动产登记证明}, in particular {@code 预告}.
 *
 * @param particular what stands in parentheses, empty if nothing does
 */
public record DocumentName(String name, String particular) {

    private static final Pattern IN_PARENTHESES = Pattern.compile("[(（]([^)）]*)[)）]");
    /** 、 in 营业执照(正、副本) separates no documents. */
    private static final Pattern BETWEEN = Pattern.compile("(?:[、；;，,和及]|以及)(?![^(（]*[)）])");
    /** A shorter name (证明, 合同) could be any document. */
    private static final int SHORTEST_NAME = 3;
    /** 个体工商户营业执照 is a 营业执照; but not everything that ends in 备案表 is the same form. */
    private static final int SHORTEST_ENDING = 4;

    public static DocumentName of(String text) {
        String particular = IN_PARENTHESES
                .matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .collect(Collectors.joining("、"));
        return new DocumentName(IN_PARENTHESES.matcher(text).replaceAll("").strip(), particular);
    }

    /** The documents that a result names. */
    public static List<DocumentName> inResult(String result) {
        return BETWEEN.splitAsStream(result).map(DocumentName::of).toList();
    }

    public boolean isThe(DocumentName wanted) {
        return wanted.name.length() >= SHORTEST_NAME && name.equals(wanted.name) && agrees(wanted);
    }

    /** Whether its name is longer and ends in the wanted one. */
    boolean isKindOf(DocumentName wanted) {
        return wanted.name.length() >= SHORTEST_ENDING && name.endsWith(wanted.name) && agrees(wanted);
    }

    /** 不动产登记证明(抵押权) is no 不动产登记证明(预告); where one of them is not particular, they may be the same. */
    private boolean agrees(DocumentName other) {
        return particular.contains(other.particular) || other.particular.contains(particular);
    }
}
