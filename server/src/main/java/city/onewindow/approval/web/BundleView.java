package city.onewindow.approval.web;

import java.util.List;

/** The slips of a bundle. */
public record BundleView(String bundle, List<Line> lines) {

    /**
     * @param paper with form and count
     * @param receives whether the reader confirms it
     */
    public record Line(SlipRow row, String paper, boolean receives) {}

    public boolean receives() {
        return lines.stream().anyMatch(Line::receives);
    }
}
