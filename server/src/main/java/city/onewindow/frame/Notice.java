package city.onewindow.frame;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.io.Serializable;
import java.util.List;

/**
 * What a page has to say before its content. Put it into the model, or into the flash attributes before a redirect,
 * under the name {@code notice}. Serializable, for flash attributes wait in the session, and that lies in the database.
 *
 * @param text one or two sentences: what happened, and what to do now
 * @param points what it has to say one by one, if that is more than a sentence
 */
public record Notice(Tone tone, String text, List<String> points) implements Serializable {

    /** More than a screen of them nobody mends at once. */
    private static final int MOST = 20;

    public Notice {
        points = List.copyOf(points);
    }

    private Notice(Tone tone, String text) {
        this(tone, text, List.of());
    }

    public static Notice info(String text) {
        return new Notice(Tone.INFO, text);
    }

    public static Notice success(String text) {
        return new Notice(Tone.GOOD, text);
    }

    public static Notice warning(String text) {
        return new Notice(Tone.WARN, text);
    }

    public static Notice error(String text) {
        return new Notice(Tone.BAD, text);
    }

    /** Why an act was refused: every fault, not only the first. */
    public static Notice refused(Problem problem) {
        if (!(problem instanceof Problem.InvalidInput invalid)
                || invalid.faults().size() == 1) {
            return error(String.valueOf(problem.getMessage()));
        }
        List<Fault> faults = invalid.faults();
        String more = faults.size() > MOST ? "，先列出 " + MOST + " 处" : "";
        return new Notice(
                Tone.BAD,
                "有 " + faults.size() + " 处需要改正" + more + "：",
                faults.stream().limit(MOST).map(Fault::message).toList());
    }
}
