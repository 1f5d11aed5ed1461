package city.onewindow.intake;

import java.time.LocalDate;

/** A material still to be handed in after acceptance. */
public record Deferral(String key, String material, LocalDate until) {}
