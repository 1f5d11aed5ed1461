package city.onewindow.catalog;

/**
 * What is known of a law that content cites.
 *
 * @param name without 中华人民共和国
 * @param replacedBy what to cite instead; empty while it is in force
 * @param lastArticle number of its last article; 0 if not known
 */
public record Law(String name, String replacedBy, int lastArticle) {}
