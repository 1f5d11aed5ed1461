package city.onewindow.notice;

import city.onewindow.kernel.Masking;

/**
 * To whom a document is written.
 *
 * @param name in full, as the document prints it
 * @param masked as whoever verifies the document sees it
 */
public record Addressee(String name, String masked) {

    public static Addressee person(String name) {
        return new Addressee(name, Masking.name(name));
    }

    /** The name of an organisation is public. */
    public static Addressee organisation(String name) {
        return new Addressee(name, name);
    }
}
