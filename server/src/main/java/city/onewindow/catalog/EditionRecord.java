package city.onewindow.catalog;

/**
 * A record that an edition brought, new or in a new version.
 *
 * @param place among those of the edition, from 1
 * @param kind ITEM, ONE_THING, WINDOW, DEPARTMENT …
 * @param term of the kind, in Chinese
 * @param key its name or code
 * @param name what it was called in that version
 * @param version 1 if it was new
 */
public record EditionRecord(int edition, int place, String kind, String term, String key, String name, int version) {}
