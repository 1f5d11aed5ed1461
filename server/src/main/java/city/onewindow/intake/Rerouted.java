package city.onewindow.intake;

import java.time.LocalDateTime;

/**
 * 转窗口: what was handed in online and was handed over from a window that was closed.
 *
 * @param from code of that window
 * @param to code of the window that answers it now
 * @param toName the name of that one
 */
public record Rerouted(String number, String title, String from, String to, String toName, LocalDateTime at) {}
