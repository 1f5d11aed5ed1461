package city.onewindow.intake;

/**
 * A window looks at what it might accept. Published while it reads, and heard in that: who would refuse the acceptance, though nothing
 * that was handed in is wrong, refuses now, so that nobody has to try.
 */
public record AcceptanceAhead(Dossier dossier) {}
