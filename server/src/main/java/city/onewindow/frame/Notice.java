package city.onewindow.frame;

/**
 * What a page has to say before its content. Put it into the model, or into the flash attributes before a redirect,
 * under the name {@code notice}.
 *
 * @param text one or two sentences: what happened, and what to do now
 */
public record Notice(Tone tone, String text) {

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
