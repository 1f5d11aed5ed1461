package city.onewindow.kernel;

/**
 * A file as it came in.
 *
 * @param name as the sender's machine called it, perhaps with a path
 */
public record Upload(String name, byte[] content) {}
