package city.onewindow.connection;

/**
 * One try to send one event, claimed by this instance.
 *
 * @param count this one included
 * @param secret opened
 */
record Attempt(String department, Event event, int count, String url, Signing signing, String secret) {}
