package city.onewindow.window.filing;

import static city.onewindow.window.filing.FilingStatus.ACCEPTED;
import static city.onewindow.window.filing.FilingStatus.DROPPED;
import static city.onewindow.window.filing.FilingStatus.FILED;
import static city.onewindow.window.filing.FilingStatus.READ;
import static city.onewindow.window.filing.FilingStatus.REPLACED;
import static city.onewindow.window.filing.FilingStatus.RETURNED;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.util.Locale;
import java.util.Set;

/** Everything that people may do with a filing, as one graph; what is no edge can't happen. Reading a file is no act of theirs. */
public enum FilingAct {
    /** A table is its department's word, whoever uploaded it. */
    FILE("报送", Set.of(READ), FILED, By.DEPARTMENT),
    DROP("放弃", Set.of(READ), DROPPED, By.SENDER),
    /** By filing a newer one. */
    REPLACE("代替", Set.of(FILED), REPLACED, By.DEPARTMENT),
    ACCEPT("接收", Set.of(FILED), ACCEPTED, By.CENTRE),
    /** Also what was accepted, if it turns out to be wrong. */
    RETURN("退回", Set.of(FILED, ACCEPTED), RETURNED, By.CENTRE);

    private enum By {
        DEPARTMENT,
        /** The department, or the centre for it. */
        SENDER,
        CENTRE
    }

    private final String term;
    private final Set<FilingStatus> from;
    private final FilingStatus to;
    private final By by;

    FilingAct(String term, Set<FilingStatus> from, FilingStatus to, By by) {
        this.term = term;
        this.from = from;
        this.to = to;
        this.by = by;
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

    boolean isFor(Target target, Actor actor) {
        return switch (by) {
            case DEPARTMENT -> target.isOwn(actor);
            case SENDER -> target.isUploadedBy(actor);
            case CENTRE -> actor.has(Role.MANAGER);
        };
    }

    /** Whose it is to do. */
    Role role(Target target) {
        return by == By.CENTRE ? Role.MANAGER : target.annex().filedBy();
    }

    String audited() {
        return "filing." + name().toLowerCase(Locale.ROOT);
    }
}
