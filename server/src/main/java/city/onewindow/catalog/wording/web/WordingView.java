package city.onewindow.catalog.wording.web;

import city.onewindow.catalog.revision.web.ChangeLine;
import city.onewindow.frame.Field;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Place;
import city.onewindow.notice.Sample;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.WordingVersion;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one wording.
 *
 * @param current the version that holds
 * @param conflict what somebody else did meanwhile; empty if nobody did anything
 * @param pages of the sample, as pictures; none while the text has faults
 * @param changes what publishing it would change
 * @param versions newest first, each with what it changed
 */
public record WordingView(
        WordedDocument document,
        WordingVersion current,
        String conflict,
        Field text,
        Field reason,
        List<String> pages,
        List<ChangeLine> changes,
        List<VersionLine> versions) {

    /** @param changes against the version before; none of the first one */
    public record VersionLine(WordingVersion version, List<ChangeLine> changes) {}

    /** When and by whom, in a line. */
    public static String published(WordingVersion version) {
        return DayWords.hour(version.publishedAt()) + "，"
                + (version.publishedBy().equals("system") ? "系统" : version.publishedBy());
    }

    public String address() {
        return "/wordings/" + document.code();
    }

    public boolean isChanged() {
        return !changes.isEmpty();
    }

    /** Whether the text must name it, or say it. */
    public boolean needs(Place place) {
        return document.needed().contains("{" + place.term() + "}");
    }

    /** What must be said in these words. */
    public List<String> neededWords() {
        return document.needed().stream().filter(each -> !each.startsWith("{")).toList();
    }

    static List<VersionLine> lines(List<WordingVersion> versions) {
        List<VersionLine> lines = new ArrayList<>();
        for (int at = 0; at < versions.size(); at++) {
            WordingVersion before = at + 1 < versions.size() ? versions.get(at + 1) : null;
            lines.add(new VersionLine(
                    versions.get(at), changes(before, versions.get(at).text())));
        }
        return lines;
    }

    static List<ChangeLine> changes(@Nullable WordingVersion before, String text) {
        return before == null || before.text().equals(text)
                ? List.of()
                : List.of(new ChangeLine("", "正文", before.text(), text));
    }

    static List<String> pictures(Sample sample) {
        return sample.pages().stream()
                .map(page -> "data:image/png;base64," + Base64.getEncoder().encodeToString(page))
                .toList();
    }
}
