package city.onewindow.intake;

import java.time.LocalDate;

/**
 * An application that the law has accepted (视为受理) and whose acceptance isn't written: nobody can do anything with it until it is.
 *
 * @param window code
 * @param receivedOn from when it is accepted
 */
public record UnwrittenAcceptance(String number, String title, String window, LocalDate receivedOn) {}
