package city.onewindow.catalog.content;

import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wording;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** wordings.csv (may be absent): a row is what an official document says. */
final class WordingsFile {

    static final String NAME = "wordings.csv";
    static final List<String> COLUMNS = List.of("document", "text");

    private static final List<String> TITLES =
            Arrays.stream(WordedDocument.values()).map(WordedDocument::title).toList();

    private WordingsFile() {}

    static Map<WordedDocument, String> read(List<Row> rows) {
        Map<WordedDocument, String> wordings = new EnumMap<>(WordedDocument.class);
        Keys keys = new Keys();
        for (Row row : rows) {
            String title = row.text("document");
            String text = row.text("text");
            Optional<WordedDocument> document = WordedDocument.named(title);
            if (document.isEmpty()) {
                if (!title.isEmpty()) {
                    row.fault("document", "没有“" + title + "”这种文书，可填：" + String.join("、", TITLES));
                }
            } else if (keys.add(row, "document", title) && !text.isEmpty()) {
                check(row, document.get(), text);
                wordings.put(document.get(), text);
            }
        }
        return wordings;
    }

    /** A line of the text is a line of the file, for the cell begins on the row's own. */
    private static void check(Row row, WordedDocument document, String text) {
        Wording.of(document, text)
                .faults()
                .forEach(fault -> row.faults()
                        .add(row.file(), row.line() + Math.max(0, fault.line() - 1), "text", fault.message()));
    }
}
