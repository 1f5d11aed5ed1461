package city.onewindow.catalog.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What must be published of every form (行政许可法 第二十九条、第三十条). */
public enum FormPaper {
    /** 空白表格. */
    BLANK("空白表格"),
    /** 示范文本: filled in with examples. */
    EXAMPLE("示范文本");

    private final String title;

    FormPaper(String title) {
        this.title = title;
    }

    static Optional<FormPaper> coded(String code) {
        return Arrays.stream(values()).filter(paper -> paper.code().equals(code)).findFirst();
    }

    String title() {
        return title;
    }

    /** As addresses have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
