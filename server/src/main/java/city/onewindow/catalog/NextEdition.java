package city.onewindow.catalog;

/**
 * An edition about to be, while nobody else can make one.
 *
 * @param before what it replaces
 * @param differs whether anything in it is new; otherwise there will be none, and the number is that of the one that holds
 */
public record NextEdition(Content before, Content content, int number, boolean differs) {}
