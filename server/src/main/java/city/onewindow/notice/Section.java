package city.onewindow.notice;

import java.util.List;

/** A part of a document's text, in the order in which it is read. */
public sealed interface Section {

    /** Above what follows, up to the next one. */
    record Heading(String text) implements Section {}

    /** A paragraph, indented by two characters. */
    record Paragraph(String text) implements Section {}

    /** Labels and their values, such as 办件编号 and its number. */
    record Facts(List<Fact> facts) implements Section {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One of {@link Facts}. */
    record Fact(String label, String value) {}

    /**
     * A table with a heading row.
     *
     * @param rows each with as many cells as there are headers
     */
    record Table(List<String> headers, List<List<String>> rows) implements Section {
        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException(
                            "A row of " + row.size() + " cells under " + headers.size() + " headers: " + headers);
                }
            }
        }
    }

    /** A list, numbered from 1. */
    record Numbered(List<String> items) implements Section {
        public Numbered {
            items = List.copyOf(items);
        }
    }

    /** Lines to be signed by hand and dated, such as 申请人（签字或盖章）. */
    record Signatures(List<String> lines) implements Section {
        public Signatures {
            lines = List.copyOf(lines);
        }
    }
}
