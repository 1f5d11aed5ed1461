package city.onewindow.connection.web;

/**
 * A department in the list.
 *
 * @param url where its system is told what happens; empty if nowhere
 * @param there how many of its items are worked in its own system
 */
public record SystemRow(String code, String name, String url, long pending, long dead, int there) {}
