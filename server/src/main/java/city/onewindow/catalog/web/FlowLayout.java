package city.onewindow.catalog.web;

import city.onewindow.catalog.web.FlowStep.After;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places the items of an errand in columns from left to right. A line that crosses a column gets a place of its own in it,
 * so that it passes between the boxes; within a column the order follows the neighbours, so that few lines cross.
 */
final class FlowLayout {

    /** What stands in a column: an item, one of the two ends, or a line passing through. */
    static final class Node {
        private final int column;
        private final int width;
        private final int height;
        private final @Nullable FlowStep step;
        private final boolean passage;
        private final List<Node> neighbours = new ArrayList<>();
        private int x;
        private int y;

        private Node(int column, int width, int height, @Nullable FlowStep step, boolean passage) {
            this.column = column;
            this.width = width;
            this.height = height;
            this.step = step;
            this.passage = passage;
        }

        Optional<FlowStep> step() {
            return Optional.ofNullable(step);
        }

        boolean isPassage() {
            return passage;
        }

        int column() {
            return column;
        }

        int x() {
            return x;
        }

        int y() {
            return y;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int right() {
            return x + width;
        }

        int middle() {
            return y + height / 2;
        }
    }

    /**
     * From one box to another, by the places it passes.
     *
     * @param after what it stands for; null for a line from or to one of the ends
     */
    record Edge(
            List<Node> nodes, boolean critical, @Nullable After after) {}

    private static final int MARGIN = 4;
    private static final int BETWEEN = 16;
    private static final int PASSAGE = 12;
    private static final int ROUNDS = 6;

    private final int box;
    private final int end;
    private final int gap;
    private final List<List<Node>> columns = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private FlowLayout(int box, int end, int gap) {
        this.box = box;
        this.end = end;
        this.gap = gap;
    }

    /** @param steps none of which waits for itself along any chain of bonds that can be heeded */
    static FlowLayout of(List<FlowStep> steps, ToIntFunction<FlowStep> height, int box, int end, int gap) {
        FlowLayout layout = new FlowLayout(box, end, gap);
        layout.fill(steps, height);
        layout.order();
        layout.place();
        return layout;
    }

    List<Node> nodes() {
        return columns.stream().flatMap(List::stream).toList();
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    int width() {
        return columns.get(columns.size() - 1).get(0).right() + MARGIN;
    }

    int height() {
        return columns.stream().mapToInt(FlowLayout::heightOf).max().orElse(0) + 2 * MARGIN;
    }

    private void fill(List<FlowStep> steps, ToIntFunction<FlowStep> height) {
        Map<Integer, FlowStep> known = new LinkedHashMap<>();
        steps.forEach(step -> known.put(step.number(), step));
        Map<Integer, Integer> places = new LinkedHashMap<>();
        steps.forEach(step -> place(step, known, places));
        int last = places.values().stream().mapToInt(place -> place).max().orElse(0) + 2;
        IntStream.rangeClosed(0, last).forEach(column -> columns.add(new ArrayList<>()));
        Node first = add(new Node(0, end, 44, null, false));
        Map<Integer, Node> nodes = new LinkedHashMap<>();
        Set<Integer> waitedFor = new HashSet<>();
        places.forEach((number, place) -> {
            FlowStep step = Objects.requireNonNull(known.get(number));
            Node node = add(new Node(place + 1, box, height.applyAsInt(step), step, false));
            nodes.put(number, node);
            if (step.heeded().isEmpty()) {
                connect(first, node, step.critical(), null);
            }
            for (After after : step.heeded()) {
                connect(Objects.requireNonNull(nodes.get(after.number())), node, after.critical(), after);
                waitedFor.add(after.number());
            }
        });
        Node finish = add(new Node(last, end, 44, null, false));
        nodes.forEach((number, node) -> {
            if (!waitedFor.contains(number)) {
                connect(node, finish, Objects.requireNonNull(node.step).critical(), null);
            }
        });
    }

    /** One column further than the last of those that it waits for; filled in an order in which those come first. */
    private static int place(FlowStep step, Map<Integer, FlowStep> known, Map<Integer, Integer> places) {
        Integer ready = places.get(step.number());
        if (ready != null) {
            return ready;
        }
        int place = 0;
        for (After after : step.heeded()) {
            FlowStep before = Objects.requireNonNull(known.get(after.number()));
            place = Math.max(place, 1 + place(before, known, places));
        }
        places.put(step.number(), place);
        return place;
    }

    private Node add(Node node) {
        columns.get(node.column).add(node);
        return node;
    }

    private void connect(Node from, Node to, boolean critical, @Nullable After after) {
        List<Node> way = new ArrayList<>(List.of(from));
        for (int column = from.column + 1; column < to.column; column++) {
            way.add(add(new Node(column, box, PASSAGE, null, true)));
        }
        way.add(to);
        for (int at = 1; at < way.size(); at++) {
            way.get(at - 1).neighbours.add(way.get(at));
            way.get(at).neighbours.add(way.get(at - 1));
        }
        edges.add(new Edge(List.copyOf(way), critical, after));
    }

    /** By the mean height of the neighbours, to and fro until it settles. */
    private void order() {
        for (int round = 0; round < ROUNDS; round++) {
            stack();
            for (List<Node> column : columns) {
                column.sort(Comparator.comparingDouble(FlowLayout::wish));
            }
        }
    }

    private static double wish(Node node) {
        return node.neighbours.stream().mapToInt(Node::middle).average().orElse(node.middle());
    }

    private void place() {
        stack();
        int x = MARGIN;
        for (List<Node> column : columns) {
            for (Node node : column) {
                node.x = x;
            }
            x += column.get(0).width + gap;
        }
    }

    /** One below the other, each column in the middle of the picture. */
    private void stack() {
        int height = height();
        for (List<Node> column : columns) {
            int y = (height - heightOf(column)) / 2;
            for (Node node : column) {
                node.y = y;
                y += node.height + BETWEEN;
            }
        }
    }

    private static int heightOf(List<Node> column) {
        return column.stream().mapToInt(node -> node.height + BETWEEN).sum() - BETWEEN;
    }
}
