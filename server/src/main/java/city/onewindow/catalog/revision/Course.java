package city.onewindow.catalog.revision;

import static city.onewindow.catalog.revision.RevisionAct.APPROVE;
import static city.onewindow.catalog.revision.RevisionAct.CONFIRM;
import static city.onewindow.catalog.revision.RevisionAct.PUBLISH;
import static city.onewindow.catalog.revision.RevisionAct.RETURN;
import static city.onewindow.catalog.revision.RevisionAct.SAVE;
import static city.onewindow.catalog.revision.RevisionAct.SCHEDULE;
import static city.onewindow.catalog.revision.RevisionAct.SUBMIT;
import static city.onewindow.catalog.revision.RevisionAct.UNSCHEDULE;
import static city.onewindow.catalog.revision.RevisionAct.WITHDRAW;
import static city.onewindow.catalog.revision.RevisionStatus.APPROVED;
import static city.onewindow.catalog.revision.RevisionStatus.DRAFT;
import static city.onewindow.catalog.revision.RevisionStatus.PUBLISHED;
import static city.onewindow.catalog.revision.RevisionStatus.RETURNED;
import static city.onewindow.catalog.revision.RevisionStatus.SUBMITTED;
import static city.onewindow.catalog.revision.RevisionStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that may happen to a revision, as one graph; what is no edge can't happen. */
public final class Course {

    /** @param parties any of whom may do it */
    public record Edge(RevisionStatus from, RevisionAct act, RevisionStatus to, Set<Party> parties) {}

    private static final Set<Party> AUTHOR = Set.of(Party.AUTHOR);
    private static final Set<Party> CENTRE = Set.of(Party.CENTRE);
    private static final Set<Party> AUTHOR_OR_CENTRE = Set.of(Party.AUTHOR, Party.CENTRE);

    private static final List<Edge> EDGES = List.of(
            new Edge(DRAFT, SAVE, DRAFT, AUTHOR),
            new Edge(RETURNED, SAVE, RETURNED, AUTHOR),
            new Edge(DRAFT, SUBMIT, SUBMITTED, AUTHOR),
            new Edge(RETURNED, SUBMIT, SUBMITTED, AUTHOR),
            // A one-thing or window is approved when the last of those who are asked has confirmed.
            new Edge(SUBMITTED, CONFIRM, SUBMITTED, Set.of(Party.COOPERATING)),
            new Edge(SUBMITTED, APPROVE, APPROVED, Set.of(Party.WINDOW_LEAD, Party.COOPERATING)),
            new Edge(SUBMITTED, RETURN, RETURNED, Set.of(Party.WINDOW_LEAD, Party.COOPERATING, Party.CENTRE)),
            new Edge(APPROVED, RETURN, RETURNED, CENTRE),
            new Edge(APPROVED, SCHEDULE, APPROVED, CENTRE),
            new Edge(APPROVED, UNSCHEDULE, APPROVED, CENTRE),
            new Edge(APPROVED, PUBLISH, PUBLISHED, CENTRE),
            // The centre only what its department no longer keeps, and what came with a table that it returns.
            new Edge(DRAFT, WITHDRAW, WITHDRAWN, AUTHOR_OR_CENTRE),
            new Edge(RETURNED, WITHDRAW, WITHDRAWN, AUTHOR_OR_CENTRE),
            new Edge(SUBMITTED, WITHDRAW, WITHDRAWN, AUTHOR_OR_CENTRE));

    private Course() {}

    public static List<Edge> edges() {
        return EDGES;
    }

    static Optional<Edge> edge(RevisionStatus from, RevisionAct act) {
        return EDGES.stream()
                .filter(edge -> edge.from() == from && edge.act() == act)
                .findFirst();
    }
}
