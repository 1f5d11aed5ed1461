package city.onewindow.frame;

import org.jspecify.annotations.Nullable;

/**
 * A step on the way through a form or a case.
 *
 * @param note a second line such as a date; empty if none
 * @param href where a finished step can be seen again; null if nowhere
 */
public record Step(
        String text, String note, State state, @Nullable String href) {

    public enum State {
        DONE,
        CURRENT,
        TODO,
        FAILED
    }

    /** The steps of a form of which the one at {@code current} (from 0) is being filled in. */
    public static java.util.List<Step> at(int current, String... texts) {
        return java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(i -> new Step(
                        texts[i], "", i < current ? State.DONE : i == current ? State.CURRENT : State.TODO, null))
                .toList();
    }
}
