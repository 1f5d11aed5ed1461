package city.onewindow.approval;

import city.onewindow.identity.Actor;
import java.util.List;
import java.util.Optional;

/** Who may do something about whose a matter is. */
final class TransferRights {

    private TransferRights() {}

    /**
     * The edges that this reader may walk.
     *
     * @param transfers of the matter, oldest first
     * @param there whether it is worked in the department's own system
     */
    static List<Procedure.Edge> next(Matter matter, List<Transfer> transfers, boolean there, Actor actor) {
        return Procedure.from(matter.step()).stream()
                .filter(edge -> edge.act().isOfTransfer())
                .filter(edge -> edge.roles().stream().anyMatch(actor::has))
                .filter(edge -> isParty(edge.act(), matter, transfers, actor))
                .filter(edge -> edge.act() != Act.TRANSFER || mayTransfer(edge, matter, transfers, there, actor))
                .toList();
    }

    /** Whether it is for the actor's department, or the centre, to do this now. */
    static boolean isParty(Act act, Matter matter, List<Transfer> transfers, Actor actor) {
        return switch (act) {
            case RECALL ->
                underWay(transfers)
                        .filter(one -> one.from().equals(actor.department()))
                        .isPresent();
            case ASSIGN -> isDisputed(transfers);
            default -> Rights.isOwn(matter, actor);
        };
    }

    private static boolean mayTransfer(
            Procedure.Edge edge, Matter matter, List<Transfer> transfers, boolean there, Actor actor) {
        return !there
                && !Transfer.assigned(transfers)
                && matter.extensionAsked() == 0
                && (!Pool.stops(edge) || !Pool.held(matter, actor));
    }

    /** Whether somebody sent it back and the centre hasn't said yet whose it is. */
    static boolean isDisputed(List<Transfer> transfers) {
        return !Transfer.assigned(transfers) && transfers.stream().anyMatch(one -> one.endedBy(Act.DECLINE));
    }

    private static Optional<Transfer> underWay(List<Transfer> transfers) {
        return transfers.stream().filter(one -> one.answer() == null).findFirst();
    }
}
