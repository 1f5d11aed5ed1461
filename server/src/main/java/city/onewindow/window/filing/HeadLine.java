package city.onewindow.window.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A line above or below the table of an annex that people fill in; nobody reads the others, which are reckoned. */
public enum HeadLine {
    FILER("填报单位（章）", "填报单位", "部门", "牵头部门"),
    WINDOW("受理窗口"),
    CONTACT("联系人", "联系人", "填报人"),
    PHONE("电话", "电话", "联系电话"),
    DAY("填报日期", "填报日期", "日期"),
    /** How many items of a department are taken in nowhere in the centre, and why. */
    ELSEWHERE("未进驻数及理由"),
    REVIEWER("审核人"),
    SIGNER("负责人签字");

    private final String label;
    private final List<String> spellings;

    HeadLine(String label, String... spellings) {
        this.label = label;
        this.spellings = spellings.length == 0 ? List.of(label) : List.of(spellings);
    }

    public String label() {
        return label;
    }

    /** Whether what was filed is written out again. */
    boolean isKept() {
        return this == CONTACT || this == PHONE || this == ELSEWHERE;
    }

    /** Whether a row that begins so stands below the table: 审核人： and what follows in one cell, or the label alone in its own. */
    static boolean isFoot(String cell) {
        return labelled(cell.split("[：:]", 2)[0])
                .filter(line -> line == REVIEWER || line == SIGNER)
                .isPresent();
    }

    /** With the place for the seal behind it or without, in either kind of brackets. */
    static Optional<HeadLine> labelled(String text) {
        String plain = text.replaceAll("(?U)\\s", "").replaceAll("[（(](盖?章)[）)]$", "");
        return Arrays.stream(values())
                .filter(line -> line.spellings.contains(plain))
                .findFirst();
    }
}
