package city.onewindow.catalog;

/** A value that may be chosen, and the words for it. */
public record Option(String code, String text) {}
