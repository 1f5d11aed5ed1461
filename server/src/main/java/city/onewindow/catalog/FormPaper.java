package city.onewindow.catalog;

import city.onewindow.kernel.FileType;
import city.onewindow.kernel.UploadRules;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be published of every form (行政许可法 第二十九条、第三十条). */
public enum FormPaper {
    /** 空白表格. */
    BLANK("空白表格", "blank_form", Set.of()),
    /** 示范文本: filled in with examples; a picture of one will do. */
    EXAMPLE("示范文本", "filled_example", Set.of(FileType.JPEG, FileType.PNG));

    private final String title;
    private final String column;
    private final UploadRules rules;

    FormPaper(String title, String column, Set<FileType> also) {
        this.title = title;
        this.column = column;
        this.rules = new UploadRules(
                10,
                Stream.concat(
                                Stream.of(
                                        FileType.PDF,
                                        FileType.OFD,
                                        FileType.DOCX,
                                        FileType.XLSX,
                                        FileType.DOC,
                                        FileType.XLS),
                                also.stream())
                        .collect(Collectors.toSet()));
    }

    public static Optional<FormPaper> coded(String code) {
        return Arrays.stream(values())
                .filter(paper -> paper.code().equals(code))
                .findFirst();
    }

    /** That a column of materials.csv is about. */
    public static Optional<FormPaper> inColumn(String column) {
        return Arrays.stream(values())
                .filter(paper -> paper.column.equals(column))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /** Of materials.csv. */
    public String column() {
        return column;
    }

    /** As addresses have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a file may be it, by its name. */
    public boolean isFor(OwnForm file) {
        return file.type().filter(rules.types()::contains).isPresent();
    }

    /** What a department's own file must be. */
    public UploadRules rules() {
        return rules;
    }
}
