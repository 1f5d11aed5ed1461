package city.onewindow.frame;

/** A way to another page. */
public record Link(String text, String href) {}
