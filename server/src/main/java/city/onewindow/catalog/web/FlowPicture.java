package city.onewindow.catalog.web;

import city.onewindow.catalog.web.FlowStep.Bond;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The way of an errand from acceptance to hand-over as a picture: boxes in columns, each column waiting for those to its
 * left. Measures are in the picture's own units, of which sixteen are one line of the page's type.
 */
public record FlowPicture(int width, int height, List<Box> boxes, List<Line> lines) {

    /**
     * An item, or one of the two ends.
     *
     * @param number of its {@link FlowStep}; 0 for an end
     */
    public record Box(
            int number, int x, int y, int width, int height, boolean critical, boolean faint, List<Text> texts) {}

    /** @param x the middle of the text */
    public record Text(int x, int y, String words, boolean small) {}

    /**
     * That a box waits for another.
     *
     * @param path the d attribute of an SVG path, from a box's right side to another's left side
     * @param from and {@code to}: numbers of the boxes; 0 for an end
     */
    public record Line(String path, boolean critical, int from, int to, Bond bond) {}

    /** So wide a picture can still be read when it is drawn as narrow as the page beside its aside. */
    private static final int NARROW = 800;

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
     * The flow of a guide.
     *
     * @param start and {@code end}: the words in the two ends
     * @param name as the reader calls an item
     * @param small what stands under an item's name: on one line if it fits
     */
    public static FlowPicture of(
            List<GuideItem> items,
            String start,
            String end,
            Function<GuideItem, String> name,
            Function<GuideItem, List<String>> small) {
        return of(items.stream().map(item -> FlowStep.of(item, name, small)).toList(), start, end);
    }

    public static FlowPicture of(List<FlowStep> steps, String start, String end) {
        FlowLayout layout = FlowLayout.of(steps, FlowPicture::heightOf, BOX, END, GAP);
        List<Box> boxes = new ArrayList<>();
        Map<Integer, FlowLayout.Node> nodes = new HashMap<>();
        for (FlowLayout.Node node : layout.nodes()) {
            if (!node.isPassage()) {
                boxes.add(box(node, node.column() == 0 ? start : end));
                node.step().ifPresent(step -> nodes.put(step.number(), node));
            }
        }
        List<Line> lines = new ArrayList<>();
        layout.edges().forEach(edge -> lines.add(line(edge)));
        steps.forEach(step -> step.after().stream()
                .filter(after -> after.bond() == Bond.RING)
                .forEach(after -> lines.add(back(nodes, after.number(), step.number()))));
        return new FlowPicture(layout.width(), layout.height(), boxes, lines);
    }

    public boolean isNarrow() {
        return width <= NARROW;
    }

    private static Line line(FlowLayout.Edge edge) {
        FlowLayout.Node last = edge.nodes().get(edge.nodes().size() - 1);
        int to = last.step().map(FlowStep::number).orElse(0);
        FlowStep.After after = edge.after();
        return after == null
                ? new Line(path(edge), edge.critical(), 0, to, Bond.STATED)
                : new Line(path(edge), edge.critical(), after.number(), to, after.bond());
    }

    /** Straight from box to box, whatever is in between: it is to be seen that this one goes nowhere. */
    private static Line back(Map<Integer, FlowLayout.Node> nodes, int from, int to) {
        FlowLayout.Node start = Objects.requireNonNull(nodes.get(from));
        FlowLayout.Node end = Objects.requireNonNull(nodes.get(to));
        String path = "M%d %dC%d %d %d %d %d %d"
                .formatted(
                        start.right(),
                        start.middle(),
                        start.right() + 2 * GAP,
                        start.middle(),
                        end.x() - 2 * GAP,
                        end.middle(),
                        end.x(),
                        end.middle());
        return new Line(path, false, from, to, Bond.RING);
    }

    private static List<String> smallLines(List<String> parts) {
        String line = String.join(" · ", parts);
        return length(line) <= SMALL_CHARACTERS
                ? List.of(line)
                : parts.stream()
                        .flatMap(part -> wrap(part, SMALL_CHARACTERS).stream())
                        .toList();
    }

    private static int heightOf(FlowStep step) {
        return 2 * PADDING
                + NAME_LINE * wrap(step.name(), NAME_CHARACTERS).size()
                + SMALL_LINE * smallLines(step.small()).size();
    }

    private static Box box(FlowLayout.Node node, String end) {
        int middle = node.x() + node.width() / 2;
        List<Text> texts = new ArrayList<>();
        FlowStep step = node.step().orElse(null);
        if (step == null) {
            texts.add(new Text(middle, node.y() + node.height() / 2 + 5, end, false));
            return new Box(0, node.x(), node.y(), node.width(), node.height(), true, false, texts);
        }
        int y = node.y() + PADDING + 15;
        for (String line : wrap(step.name(), NAME_CHARACTERS)) {
            texts.add(new Text(middle, y, line, false));
            y += NAME_LINE;
        }
        for (String line : smallLines(step.small())) {
            texts.add(new Text(middle, y, line, true));
            y += SMALL_LINE;
        }
        return new Box(
                step.number(), node.x(), node.y(), node.width(), node.height(), step.critical(), step.faint(), texts);
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

    /** Breaks into lines of so many Chinese characters; a letter or digit counts for half of one. English breaks between words. */
    static List<String> wrap(String text, double longest) {
        if (text.indexOf(' ') > 0 && text.chars().noneMatch(Character::isIdeographic)) {
            return words(text, longest);
        }
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

    private static List<String> words(String text, double longest) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length(longer) > longest) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static double length(String text) {
        return text.codePoints().mapToDouble(FlowPicture::width).sum();
    }

    private static double width(int character) {
        return character < 0x2000 ? 0.55 : 1;
    }
}
