package city.onewindow.catalog;

/**
 * An edition about to be, while nobody else can make one.
 *
 * @param before what it replaces
 */
public record NextEdition(Content before, Content content, int number) {}
