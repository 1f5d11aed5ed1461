package city.onewindow.frame;

import java.io.Serializable;

/**
 * What a page has to say before its content. Put it into the model, or into the flash attributes before a redirect,
 * under the name {@code notice}. Serializable, for flash attributes wait in the session, and that lies in the database.
 *
 * @param text one or two sentences: what happened, and what to do now
 */
public record Notice(Tone tone, String text) implements Serializable {

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
}
