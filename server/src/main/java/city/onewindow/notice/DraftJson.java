package city.onewindow.notice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;

/** How a document's text is kept; the names of the sections are kept with it, so they never change. */
final class DraftJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Section.class, SectionNames.class).build();

    private DraftJson() {}

    static String write(Draft draft) {
        return JSON.writeValueAsString(draft);
    }

    static Draft read(String json) {
        return JSON.readValue(json, Draft.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "section")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Section.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Section.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Section.Facts.class, name = "facts"),
        @JsonSubTypes.Type(value = Section.Table.class, name = "table"),
        @JsonSubTypes.Type(value = Section.Numbered.class, name = "numbered"),
        @JsonSubTypes.Type(value = Section.Signatures.class, name = "signatures")
    })
    private interface SectionNames {}
}
