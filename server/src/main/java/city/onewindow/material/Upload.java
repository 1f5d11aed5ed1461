package city.onewindow.material;

/**
 * A file as it came in.
 *
 * @param name as the applicant's machine called it, perhaps with a path
 */
public record Upload(String name, byte[] content) {}
