package city.onewindow.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * 文书用语: what a document says, read once from its text and then filled in for each document. A line of the text is a paragraph;
 * {@code - 标签：值} is a row of a table of facts, {@code 签名：谁} a line to be signed, {@code 标题：什么} a heading,
 * {@code 1. 什么} an item of a list; {@code {事项}} is a {@link Place}.
 *
 * @param text as {@link #tidy} leaves it
 * @param parts in the order of the text
 * @param faults why it may not be published; empty if it may
 */
public record Wording(WordedDocument document, String text, List<Part> parts, List<WordingFault> faults) {

    public Wording {
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    public static Wording of(WordedDocument document, String text) {
        return new WordingReader(document, tidy(text)).read();
    }

    /** The same text for everybody who wrote it with other line ends, or with blanks where nobody sees them. */
    public static String tidy(String text) {
        return String.join("\n", text.strip().lines().map(String::strip).toList());
    }

    /**
     * The document's text.
     *
     * @throws IllegalArgumentException if a place of the document isn't filled in, whether the wording names it today or not
     */
    public List<Section> with(PlaceValues values) {
        if (!values.places().equals(document.places())) {
            throw new IllegalArgumentException(document + " is filled in at " + values.places() + ", not at "
                    + document.places() + ". Maybe the place was added to WordedDocument only.");
        }
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            sections.add(part.with(values));
        }
        return sections;
    }

    /** What becomes one section. */
    public sealed interface Part {

        Section with(PlaceValues values);

        /** A line of running text. */
        record Line(Phrase phrase) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return new Section.Paragraph(phrase.with(values));
            }
        }

        /** A line above what follows. */
        record Heading(Phrase phrase) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return new Section.Heading(phrase.with(values));
            }
        }

        /** Items of a list that follow one another; they are counted as they come, whatever number was written. */
        record Items(List<Phrase> items) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return new Section.Numbered(
                        items.stream().map(item -> item.with(values)).toList());
            }
        }

        /** Facts that follow one another. */
        record Facts(List<Fact> facts) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return new Section.Facts(facts.stream()
                        .map(fact -> new Section.Fact(fact.label, fact.value.with(values)))
                        .toList());
            }
        }

        /** One of {@link Facts}. */
        record Fact(String label, Phrase value) {}

        /** A table or a list, as it is handed in. */
        record Block(Place place) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return values.block(place);
            }
        }

        /** Lines to be signed that follow one another. */
        record Signatures(List<Phrase> lines) implements Part {
            @Override
            public Section with(PlaceValues values) {
                return new Section.Signatures(
                        lines.stream().map(line -> line.with(values)).toList());
            }
        }
    }

    /**
     * Words with places between them.
     *
     * @param pieces each a {@code String} or a {@link Place}
     */
    public record Phrase(List<Object> pieces) {

        String with(PlaceValues values) {
            StringBuilder said = new StringBuilder();
            pieces.forEach(piece -> said.append(piece instanceof Place place ? values.text(place) : piece));
            return said.toString();
        }
    }
}
