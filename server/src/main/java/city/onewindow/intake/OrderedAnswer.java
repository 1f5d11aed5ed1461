package city.onewindow.intake;

import java.time.LocalDate;

/**
 * What a ruling opened again, with the last day that the organ itself set.
 *
 * @param window code of the window that answers
 */
public record OrderedAnswer(String number, String title, String window, LocalDate until) {}
