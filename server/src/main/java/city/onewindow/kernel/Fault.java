package city.onewindow.kernel;

/**
 * One thing to mend.
 *
 * @param pointer where, as a JSON pointer into what was handed in, such as {@code /form/legal_rep_phone}
 * @param message what is wrong and what to do, in Chinese
 */
public record Fault(String pointer, String message) {}
