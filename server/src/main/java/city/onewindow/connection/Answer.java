package city.onewindow.connection;

/**
 * What came of an attempt.
 *
 * @param text the status and the beginning of the body, or why there was none
 */
record Answer(boolean good, String text) {}
