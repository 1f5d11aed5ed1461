package city.onewindow.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read on by key, not by page number, so that the thousandth page costs what the first does.
 *
 * @param next handed in again to read on; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** How many items a page has if the reader names no number, and at most. */
    public static final int DEFAULT_SIZE = 20;

    public static final int LARGEST_SIZE = 100;

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Makes a slice of what a store read.
     *
     * @param read up to {@code size + 1} rows: the one too many only tells that there is more
     * @param key what the next page starts after, of the last row shown
     */
    public static <T> Slice<T> of(List<T> read, int size, Function<T, String> key) {
        if (read.size() <= size) {
            return new Slice<>(read, null);
        }
        List<T> shown = read.subList(0, size);
        return new Slice<>(shown, key.apply(shown.get(size - 1)));
    }

    /**
     * One page of what is at hand as a whole.
     *
     * @param after the key of the last one read; null for the first page
     * @throws Problem.InvalidInput if nothing has the key
     */
    public static <T> Slice<T> within(List<T> all, @Nullable String after, int size, Function<T, String> key) {
        int from = after == null ? 0 : all.stream().map(key).toList().indexOf(after) + 1;
        if (after != null && from == 0) {
            throw new Problem.InvalidInput("/after", "“" + after + "”不是上一页给出的 next，请从头读起。");
        }
        return of(all.subList(from, Math.min(all.size(), from + size + 1)), size, key);
    }

    /** For a place to read on from that no page has given. */
    public static Problem.InvalidInput noSuchPlace() {
        return new Problem.InvalidInput("/after", "翻页位置无效，请从第一页重新开始。");
    }

    /** @throws Problem.InvalidInput unless between 1 and {@link #LARGEST_SIZE} */
    public static int size(@Nullable Integer asked) {
        int size = asked == null ? DEFAULT_SIZE : asked;
        if (size < 1 || size > LARGEST_SIZE) {
            throw new Problem.InvalidInput("/size", "每页条数应在 1 到 " + LARGEST_SIZE + " 之间，现为 " + size + "。");
        }
        return size;
    }

    /** The same page in another shape. */
    public <R> Slice<R> map(Function<? super T, ? extends R> shape) {
        return new Slice<>(items.stream().<R>map(shape).toList(), next);
    }
}
