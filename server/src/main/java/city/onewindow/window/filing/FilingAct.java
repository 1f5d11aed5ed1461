package city.onewindow.window.filing;

import static city.onewindow.window.filing.FilingStatus.ACCEPTED;
import static city.onewindow.window.filing.FilingStatus.DROPPED;
import static city.onewindow.window.filing.FilingStatus.FILED;
import static city.onewindow.window.filing.FilingStatus.READ;
import static city.onewindow.window.filing.FilingStatus.REPLACED;
import static city.onewindow.window.filing.FilingStatus.RETURNED;

import java.util.Locale;
import java.util.Set;

/** Everything that people may do with a filing, as one graph; what is no edge can't happen. Reading a file is no act of theirs. */
public enum FilingAct {
    FILE("报送", Set.of(READ), FILED, false),
    DROP("放弃", Set.of(READ), DROPPED, false),
    /** By filing a newer one. */
    REPLACE("代替", Set.of(FILED), REPLACED, false),
    ACCEPT("接收", Set.of(FILED), ACCEPTED, true),
    /** Also what was accepted, if it turns out to be wrong. */
    RETURN("退回", Set.of(FILED, ACCEPTED), RETURNED, true);

    private final String term;
    private final Set<FilingStatus> from;
    private final FilingStatus to;
    private final boolean centre;

    FilingAct(String term, Set<FilingStatus> from, FilingStatus to, boolean centre) {
        this.term = term;
        this.from = from;
        this.to = to;
        this.centre = centre;
    }

    public String term() {
        return term;
    }

    boolean isFrom(FilingStatus status) {
        return from.contains(status);
    }

    FilingStatus to() {
        return to;
    }

    /** Whether it is the centre's; otherwise it is the department's that files. */
    boolean isTheCentres() {
        return centre;
    }

    String audited() {
        return "filing." + name().toLowerCase(Locale.ROOT);
    }
}
