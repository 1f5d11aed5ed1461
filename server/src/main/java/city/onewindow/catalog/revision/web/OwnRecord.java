package city.onewindow.catalog.revision.web;

/** An item or one-thing that the reader keeps, as it is published. */
public record OwnRecord(String name, String window, String status) {}
