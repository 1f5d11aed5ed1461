package city.onewindow.catalog;

/**
 * How a record of the content stood from one edition on, until its next version.
 *
 * @param number counted from 1
 * @param edition that brought it
 */
public record Version<T>(int number, Edition edition, T record) {}
