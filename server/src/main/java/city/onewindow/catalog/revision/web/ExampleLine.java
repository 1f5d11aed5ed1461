package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.content.ContentFault;
import city.onewindow.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether an example of a one-thing comes out as it is written.
 *
 * @param given the answers; empty for the default ones
 * @param key of what became of it in the bundle
 * @param words what came out otherwise; empty unless something did
 */
public record ExampleLine(String given, Tone tone, String key, String words) {

    /** While something else is wrong, nothing can come out. */
    static List<ExampleLine> of(
            Map<String, List<Map<String, String>>> rows, List<ContentFault> faults, CodeNames names) {
        boolean blocked = faults.stream().anyMatch(fault -> !fault.file().equals(Sections.EXAMPLES));
        List<ExampleLine> lines = new ArrayList<>();
        for (Map<String, String> row : rows.getOrDefault(Sections.EXAMPLES, List.of())) {
            int number = lines.size();
            String words = faults.stream()
                    .filter(fault -> fault.file().equals(Sections.EXAMPLES) && Cells.row(fault) == number)
                    .map(ContentFault::message)
                    .collect(Collectors.joining("；"));
            String given = names.said(row.getOrDefault("given_answers", ""));
            if (!words.isEmpty()) {
                lines.add(new ExampleLine(given, Tone.BAD, "catalog.revision.examples.differs", words));
            } else if (blocked) {
                lines.add(new ExampleLine(given, Tone.IDLE, "catalog.revision.examples.open", ""));
            } else {
                lines.add(new ExampleLine(given, Tone.GOOD, "catalog.revision.examples.same", ""));
            }
        }
        return lines;
    }
}
