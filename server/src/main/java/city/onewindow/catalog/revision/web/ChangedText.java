package city.onewindow.catalog.revision.web;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two states of a text, so that what differs is seen: a long one by its sentences, lines or entries, of which those that are the same on
 * both sides are left out where there is much of them.
 */
public final class ChangedText {

    /** From this length on only what differs within a text is marked. */
    private static final int LONG = 30;

    /** More than so much of the same tells nothing. */
    private static final int TELLING = 24;

    private static final Pattern END = Pattern.compile("(?<=[。；;！？|、\\n])");

    /** Inserting a sentence numbers all that follow anew; that is no change of theirs. */
    private static final Pattern NUMBER_OR_END =
            Pattern.compile("^\\s*(?:\\d+[.．)](?!\\d)|[（(]\\d+[）)]|[①-⑳])\\s*|[。；;|、\\s]+$");

    private ChangedText() {}

    /** A part of a text: the same on both sides, only on this one, or the same and left out. */
    public record Piece(String text, Kind kind) {}

    /** How a piece stands to the other text. */
    public enum Kind {
        SAME,
        CHANGED,
        LEFT_OUT
    }

    static List<Piece> of(String text, String other) {
        if (Math.min(text.length(), other.length()) < LONG) {
            return List.of(new Piece(text, Kind.CHANGED));
        }
        List<String> parts = List.of(END.split(text));
        List<String> others = List.of(END.split(other));
        BitSet same = common(parts, others);
        // Without a part in common, or with all in common but for their numbers and stops, what differs is inside of
        // them.
        boolean alike = same.cardinality() == parts.size() && parts.size() == others.size();
        if (same.isEmpty() || alike) {
            return ends(text, other);
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int at = 0; at < parts.size(); at++) {
            run.append(parts.get(at));
            if (at + 1 == parts.size() || same.get(at + 1) != same.get(at)) {
                pieces.add(same.get(at) ? unchanged(run.toString()) : new Piece(run.toString(), Kind.CHANGED));
                run.setLength(0);
            }
        }
        return pieces;
    }

    private static Piece unchanged(String text) {
        return text.length() > TELLING ? new Piece("……", Kind.LEFT_OUT) : new Piece(text, Kind.SAME);
    }

    /** Which of the parts belong to the longest sequence that both have. */
    private static BitSet common(List<String> parts, List<String> others) {
        List<String> here = parts.stream().map(ChangedText::bare).toList();
        List<String> there = others.stream().map(ChangedText::bare).toList();
        int[][] longest = new int[here.size() + 1][there.size() + 1];
        for (int row = here.size() - 1; row >= 0; row--) {
            for (int column = there.size() - 1; column >= 0; column--) {
                longest[row][column] = here.get(row).equals(there.get(column))
                        ? longest[row + 1][column + 1] + 1
                        : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        BitSet same = new BitSet();
        int row = 0;
        int column = 0;
        while (row < here.size() && column < there.size()) {
            if (here.get(row).equals(there.get(column))) {
                same.set(row++);
                column++;
            } else if (longest[row + 1][column] >= longest[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
        return same;
    }

    private static String bare(String part) {
        return NUMBER_OR_END.matcher(part).replaceAll("");
    }

    /** But for how it begins and ends. */
    private static List<Piece> ends(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int head = 0;
        while (head < shorter && text.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return List.of(
                new Piece(text.substring(0, head), Kind.SAME),
                new Piece(text.substring(head, text.length() - tail), Kind.CHANGED),
                new Piece(text.substring(text.length() - tail), Kind.SAME));
    }
}
