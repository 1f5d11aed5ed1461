package city.onewindow.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way of an errand from acceptance to hand-over as a picture: boxes in columns, each column waiting for those to its
 * left. Measures are in the picture's own units, of which sixteen are one line of the page's type.
 */
public record FlowPicture(int width, int height, List<Box> boxes, List<Line> lines) {

    /** An item, or one of the two ends. */
    public record Box(int x, int y, int width, int height, boolean critical, List<Text> texts) {}

    /** @param x the middle of the text */
    public record Text(int x, int y, String words, boolean small) {}

    /** @param path the d attribute of an SVG path, from a box's right side to another's left side */
    public record Line(String path, boolean critical) {}

    static final int BOX = 158;
    private static final int END = 64;
    private static final int GAP = 28;
    private static final int NAME_LINE = 19;
    private static final int SMALL_LINE = 17;
    private static final int PADDING = 10;
    private static final String OPENING = "(（《“「";
    private static final String CLOSING = ")）》”」、，；";
    private static final double NAME_CHARACTERS = 10.5;
    private static final double SMALL_CHARACTERS = 11.6;

    public FlowPicture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * @param start and {@code end}: the words in the two ends
     * @param small what stands under an item's name: on one line if it fits
     */
    public static FlowPicture of(
            List<GuideItem> items, String start, String end, Function<GuideItem, List<String>> small) {
        FlowLayout layout = FlowLayout.of(items, item -> heightOf(item, small), BOX, END, GAP);
        List<Box> boxes = new ArrayList<>();
        for (FlowLayout.Node node : layout.nodes()) {
            if (!node.isPassage()) {
                boxes.add(box(node, small, node.column() == 0 ? start : end));
            }
        }
        List<Line> lines = layout.edges().stream()
                .map(edge -> new Line(path(edge), edge.critical()))
                .toList();
        return new FlowPicture(layout.width(), layout.height(), boxes, lines);
    }

    private static List<String> smallLines(List<String> parts) {
        String line = String.join(" · ", parts);
        return length(line) <= SMALL_CHARACTERS
                ? List.of(line)
                : parts.stream()
                        .flatMap(part -> wrap(part, SMALL_CHARACTERS).stream())
                        .toList();
    }

    private static int heightOf(GuideItem item, Function<GuideItem, List<String>> small) {
        return 2 * PADDING
                + NAME_LINE * wrap(item.name(), NAME_CHARACTERS).size()
                + SMALL_LINE * smallLines(small.apply(item)).size();
    }

    private static Box box(FlowLayout.Node node, Function<GuideItem, List<String>> small, String end) {
        int middle = node.x() + node.width() / 2;
        List<Text> texts = new ArrayList<>();
        Optional<GuideItem> item = node.item();
        if (item.isEmpty()) {
            texts.add(new Text(middle, node.y() + node.height() / 2 + 5, end, false));
        } else {
            int y = node.y() + PADDING + 15;
            for (String line : wrap(item.get().name(), NAME_CHARACTERS)) {
                texts.add(new Text(middle, y, line, false));
                y += NAME_LINE;
            }
            for (String line : smallLines(small.apply(item.get()))) {
                texts.add(new Text(middle, y, line, true));
                y += SMALL_LINE;
            }
        }
        boolean critical = item.map(GuideItem::critical).orElse(true);
        return new Box(node.x(), node.y(), node.width(), node.height(), critical, texts);
    }

    private static String path(FlowLayout.Edge edge) {
        FlowLayout.Node from = edge.nodes().get(0);
        StringBuilder path = new StringBuilder("M" + from.right() + " " + from.middle());
        for (FlowLayout.Node to : edge.nodes().subList(1, edge.nodes().size())) {
            int bend = (to.x() - from.right()) / 2;
            path.append("C%d %d %d %d %d %d"
                    .formatted(from.right() + bend, from.middle(), to.x() - bend, to.middle(), to.x(), to.middle()));
            if (to.isPassage()) {
                path.append("H").append(to.right());
            }
            from = to;
        }
        return path.toString();
    }

    /** Breaks into lines of so many Chinese characters; a letter or digit counts for half of one. */
    static List<String> wrap(String text, double longest) {
        int wanted = (int) Math.max(1, Math.ceil(length(text) / longest));
        // Lines of equal length look better than a full one and a rest.
        double even = Math.min(longest, length(text) / wanted + 0.6);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (char character : text.toCharArray()) {
            boolean full = length(line.toString() + character) > even && lines.size() < wanted - 1;
            if (full && CLOSING.indexOf(character) < 0) {
                boolean opened = OPENING.indexOf(line.charAt(line.length() - 1)) >= 0;
                String rest = opened ? line.substring(line.length() - 1) : "";
                lines.add(line.substring(0, line.length() - rest.length()));
                line.setLength(0);
                line.append(rest);
            }
            line.append(character);
        }
        lines.add(line.toString());
        return lines;
    }

    private static double length(String text) {
        return text.codePoints().mapToDouble(FlowPicture::width).sum();
    }

    private static double width(int character) {
        return character < 0x2000 ? 0.55 : 1;
    }
}
