package city.onewindow.frame;

/** A name and its value, for lists of facts. */
public record Fact(String name, String value) {}
