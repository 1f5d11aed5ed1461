package city.onewindow.intake;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One decision about an application, about to be taken: along an edge of {@link IntakeProcedure}, from the status it was read
 * in.
 *
 * @param demandable what may still be demanded afterwards
 * @param told what the last one-time notice named
 * @param supplementUntil until when the applicant may supplement; null if nothing is asked
 * @param deferredUntil until when what is deferred must be in; null if nothing is
 * @param cameIn when the materials came in that it is about; null if it receives none
 * @param papers the official documents that it gives; the history keeps the code of the first
 * @param detail what an auditor needs beside the act and the number; never personal data
 */
record Transition(
        Application before,
        ApplicationStatus to,
        IntakeAct act,
        String who,
        LocalDateTime at,
        Set<String> demandable,
        List<Gap> told,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate deferredUntil,
        @Nullable CameIn cameIn,
        List<FairCopy> papers,
        String detail,
        @Nullable IdempotencyKey key) {

    /** Demands nothing and defers nothing beside what was. */
    static Transition of(
            Application before,
            IntakeAct act,
            List<FairCopy> papers,
            String detail,
            Actor actor,
            LocalDateTime at,
            @Nullable IdempotencyKey key) {
        return new Transition(
                before,
                to(before.status(), act),
                act,
                actor.account(),
                at,
                before.demandable(),
                before.told(),
                before.supplementUntil(),
                before.deferredUntil(),
                act.receives() ? new CameIn(at, null) : null,
                papers,
                detail,
                key);
    }

    /** Whoever gets here was asked before whether it may be done. */
    private static ApplicationStatus to(ApplicationStatus from, IntakeAct act) {
        return IntakeProcedure.edge(from, act)
                .map(IntakeProcedure.Edge::to)
                .orElseThrow(() -> new IllegalStateException(
                        act + " is no edge from " + from + ". Maybe Dossiers.mustAllow wasn't asked."));
    }

    Transition demanding(List<Gap> gaps, LocalDate until) {
        Set<String> pointers = gaps.stream().map(Gap::pointer).collect(Collectors.toSet());
        return new Transition(
                before, to, act, who, at, pointers, gaps, until, deferredUntil, cameIn, papers, detail, key);
    }

    /** @param until null if nothing is deferred */
    Transition deferring(@Nullable LocalDate until) {
        return new Transition(
                before, to, act, who, at, demandable, told, supplementUntil, until, cameIn, papers, detail, key);
    }

    Transition receiving(CameIn materials) {
        return new Transition(
                before,
                to,
                act,
                who,
                at,
                demandable,
                told,
                supplementUntil,
                deferredUntil,
                materials,
                papers,
                detail,
                key);
    }

    /** Whether something was told that the application doesn't keep yet. */
    boolean tells() {
        return !told.equals(before.told());
    }
}
