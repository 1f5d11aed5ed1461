package city.onewindow.approval;

import static city.onewindow.identity.Role.CERTIFIER;
import static city.onewindow.identity.Role.CLERK;
import static city.onewindow.identity.Role.DECIDER;
import static city.onewindow.identity.Role.HEAD;
import static city.onewindow.identity.Role.ISSUING_CLERK;
import static city.onewindow.identity.Role.MANAGER;
import static city.onewindow.identity.Role.REVIEWER;

import city.onewindow.catalog.Chain;
import city.onewindow.identity.Role;
import city.onewindow.notice.DocumentKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may happen to a matter, as one graph. What is no edge can't happen; pages show just the edges that their
 * reader may walk; docs/states.md is drawn from it.
 */
public final class Procedure {

    /**
     * One thing that may happen.
     *
     * @param roles who may do it: any one of them; empty where it follows from an act on another matter
     * @param ground law and article
     * @param gives the official document that comes with it; null if none
     * @param chains in which of them it may be walked
     */
    public record Edge(
            Step from,
            Step to,
            Act act,
            Set<Role> roles,
            String ground,
            @Nullable DocumentKind gives,
            Set<Chain> chains) {

        /** In every chain. */
        Edge(Step from, Step to, Act act, Set<Role> roles, String ground, @Nullable DocumentKind gives) {
            this(from, to, act, roles, ground, gives, ALL);
        }
    }

    private static final Set<Chain> ALL = Set.of(Chain.values());
    private static final Set<Chain> ONE = Set.of(Chain.ONE);
    private static final Set<Chain> THREE = Set.of(Chain.THREE);

    /** Who writes down what those say who were told of a hearing. */
    private static final Set<Role> TOLD = Set.of(REVIEWER, CLERK);

    private static final String UPON_APPLICATION = "行政许可法 第二十九条";
    private static final String SPECIAL = "行政许可法 第四十五条";
    private static final String LONGER = "行政许可法 第四十二条第一款";
    private static final String HEARING_RIGHT = "行政许可法 第四十七条第一款";
    private static final String REVIEW = "行政许可法 第三十四条";
    private static final String GRANT = "行政许可法 第三十八条第一款";
    private static final String DENY = "行政许可法 第三十八条第二款";
    private static final String CERTIFICATE = "行政许可法 第三十九条";
    private static final String DELIVERY = "行政许可法 第四十四条";
    private static final String JOINT = "行政许可法 第二十六条第二款";
    private static final String DECLARED = "河南省优化营商环境条例 第三十四条";
    private static final String CHECK = "行政许可法 第六十一条";
    private static final String REVOKE = "行政许可法 第六十九条";
    private static final String COMPETENCE = "行政许可法 第二十二条";
    private static final String DEFERRED = "河南省优化营商环境条例 第三十五条";

    private static final List<Edge> BY_LAW = List.of(
            new Edge(Step.WAITING, Step.REVIEW, Act.OPEN, Set.of(), JOINT, null, without(Chain.ONE)),
            new Edge(Step.WAITING, Step.DECIDE, Act.OPEN, Set.of(), JOINT, null, ONE),
            // Who decides alone may still have it reviewed by another: by sending it back.
            new Edge(Step.REVIEW, Step.DECIDE, Act.REVIEW, Set.of(REVIEWER), REVIEW, null, without(Chain.THREE)),
            new Edge(Step.REVIEW, Step.EXAMINE, Act.REVIEW, Set.of(REVIEWER), REVIEW, null, THREE),
            new Edge(Step.EXAMINE, Step.DECIDE, Act.EXAMINE, Set.of(REVIEWER), REVIEW, null, THREE),
            new Edge(Step.EXAMINE, Step.REVIEW, Act.GIVE_BACK, Set.of(REVIEWER), REVIEW, null, THREE),
            new Edge(Step.DECIDE, Step.CERTIFY, Act.GRANT, Set.of(DECIDER), GRANT, DocumentKind.GRANT),
            new Edge(Step.DECIDE, Step.DELIVER, Act.DENY, Set.of(DECIDER), DENY, DocumentKind.DENIAL),
            new Edge(Step.DECIDE, Step.REVIEW, Act.RETURN, Set.of(DECIDER), REVIEW, null),
            new Edge(Step.DECIDE, Step.EXAMINE, Act.REEXAMINE, Set.of(DECIDER), REVIEW, null, THREE),
            new Edge(Step.CERTIFY, Step.DELIVER, Act.CERTIFY, Set.of(CERTIFIER), CERTIFICATE, DocumentKind.CERTIFICATE),
            issued(Step.DELIVER, Step.ENDED, Act.DELIVER, DocumentKind.DELIVERY_RECEIPT),
            issued(Step.DELIVER, Step.SENT, Act.SEND, null),
            issued(Step.SENT, Step.ENDED, Act.DELIVER, DocumentKind.DELIVERY_RECEIPT),
            issued(Step.SENT, Step.DELIVER, Act.COME_BACK, null),
            new Edge(
                    Step.REVIEW,
                    Step.SUSPENDED,
                    Act.SUSPEND,
                    Set.of(REVIEWER),
                    SPECIAL,
                    DocumentKind.SPECIAL_PROCEDURE),
            new Edge(Step.SUSPENDED, Step.REVIEW, Act.RESUME, Set.of(REVIEWER), SPECIAL, null),
            heard(Step.REVIEW, Act.TELL_HEARING, Step.REVIEW, HEARING_RIGHT, DocumentKind.HEARING_RIGHT),
            heard(Step.REVIEW, Act.ASK_HEARING, Step.REVIEW, HEARING_RIGHT, null),
            // Also the request of another, and one that came in time and is found only now.
            heard(Step.SUSPENDED, Act.ASK_HEARING, Step.SUSPENDED, HEARING_RIGHT, null),
            new Edge(Step.EXAMINE, Step.REVIEW, Act.ASK_HEARING, TOLD, HEARING_RIGHT, null, THREE),
            heard(Step.DECIDE, Act.ASK_HEARING, Step.REVIEW, HEARING_RIGHT, null),
            heard(Step.REVIEW, Act.WAIVE_HEARING, Step.REVIEW, HEARING_RIGHT, null),
            heard(Step.REVIEW, Act.CALL_HEARING, Step.SUSPENDED, "行政许可法 第四十六条、第四十八条", DocumentKind.HEARING_NOTICE),
            heard(Step.SUSPENDED, Act.RECORD_HEARING, Step.REVIEW, "行政许可法 第四十八条", DocumentKind.HEARING_RECORD),
            heard(Step.SUSPENDED, Act.WAIVE_HEARING, Step.REVIEW, HEARING_RIGHT, null),
            heard(Step.SUSPENDED, Act.WAIVE_HEARING, Step.SUSPENDED, HEARING_RIGHT, null),
            new Edge(Step.REVIEW, Step.REVIEW, Act.ASK_EXTENSION, Set.of(REVIEWER), LONGER, null),
            new Edge(Step.REVIEW, Step.REVIEW, Act.EXTEND, Set.of(HEAD), LONGER, DocumentKind.EXTENSION),
            new Edge(Step.EXAMINE, Step.EXAMINE, Act.EXTEND, Set.of(HEAD), LONGER, DocumentKind.EXTENSION, THREE),
            new Edge(Step.DECIDE, Step.DECIDE, Act.EXTEND, Set.of(HEAD), LONGER, DocumentKind.EXTENSION),
            new Edge(Step.REVIEW, Step.REVIEW, Act.REFUSE_EXTENSION, Set.of(HEAD), LONGER, null),
            new Edge(Step.EXAMINE, Step.EXAMINE, Act.REFUSE_EXTENSION, Set.of(HEAD), LONGER, null, THREE),
            new Edge(Step.DECIDE, Step.DECIDE, Act.REFUSE_EXTENSION, Set.of(HEAD), LONGER, null),
            transferred(Step.REVIEW),
            transferred(Step.DECIDE),
            answered(Act.TAKE_ON),
            answered(Act.DECLINE),
            answered(Act.RECALL),
            assigned(Step.REVIEW),
            assigned(Step.DECIDE),
            new Edge(Step.WAITING, Step.ENDED, Act.TERMINATE, Set.of(), JOINT, DocumentKind.TERMINATION),
            ended(Step.WAITING, Act.WITHDRAW, UPON_APPLICATION, ALL),
            ended(Step.REVIEW, Act.WITHDRAW, UPON_APPLICATION, ALL),
            ended(Step.SUSPENDED, Act.WITHDRAW, UPON_APPLICATION, ALL),
            ended(Step.EXAMINE, Act.WITHDRAW, UPON_APPLICATION, THREE),
            ended(Step.DECIDE, Act.WITHDRAW, UPON_APPLICATION, ALL),
            ended(Step.TRANSFER, Act.WITHDRAW, UPON_APPLICATION, ALL),
            ended(Step.WAITING, Act.LAPSE, DEFERRED, ALL),
            ended(Step.REVIEW, Act.LAPSE, DEFERRED, ALL),
            ended(Step.SUSPENDED, Act.LAPSE, DEFERRED, ALL),
            ended(Step.EXAMINE, Act.LAPSE, DEFERRED, THREE),
            ended(Step.DECIDE, Act.LAPSE, DEFERRED, ALL),
            ended(Step.TRANSFER, Act.LAPSE, DEFERRED, ALL),
            ended(Step.CERTIFY, Act.LAPSE, DEFERRED, ALL),
            ended(Step.DELIVER, Act.LAPSE, DEFERRED, ALL),
            declared(Step.REVIEW),
            new Edge(
                    Step.EXAMINE,
                    Step.CERTIFY,
                    Act.GRANT_DECLARED,
                    Set.of(DECIDER),
                    DECLARED,
                    DocumentKind.GRANT,
                    THREE),
            declared(Step.DECIDE),
            takenBack(Step.WAITING, ALL),
            takenBack(Step.REVIEW, ALL),
            takenBack(Step.SUSPENDED, ALL),
            takenBack(Step.EXAMINE, THREE),
            takenBack(Step.DECIDE, ALL),
            takenBack(Step.TRANSFER, ALL),
            checked(Step.CERTIFY, Act.CONFIRM, null),
            checked(Step.DELIVER, Act.CONFIRM, null),
            checked(Step.SENT, Act.CONFIRM, null),
            checked(Step.ENDED, Act.CONFIRM, null),
            checked(Step.CERTIFY, Act.ORDER_MENDING, DocumentKind.MENDING_ORDER),
            checked(Step.DELIVER, Act.ORDER_MENDING, DocumentKind.MENDING_ORDER),
            checked(Step.SENT, Act.ORDER_MENDING, DocumentKind.MENDING_ORDER),
            checked(Step.ENDED, Act.ORDER_MENDING, DocumentKind.MENDING_ORDER),
            revoked(Step.CERTIFY),
            revoked(Step.DELIVER),
            revoked(Step.SENT),
            revoked(Step.ENDED),
            learned(Step.WAITING),
            learned(Step.REVIEW),
            learned(Step.SUSPENDED),
            new Edge(Step.EXAMINE, Step.EXAMINE, Act.LEARN_OF_REVOCATION, Set.of(), REVOKE, null, THREE),
            learned(Step.DECIDE),
            learned(Step.TRANSFER),
            learned(Step.CERTIFY),
            learned(Step.DELIVER),
            learned(Step.SENT),
            learned(Step.ENDED));

    private static final List<Edge> EDGES =
            Stream.concat(BY_LAW.stream(), RulingEdges.ALL.stream()).toList();

    private Procedure() {}

    private static Set<Chain> without(Chain one) {
        return EnumSet.complementOf(EnumSet.of(one));
    }

    private static Edge declared(Step from) {
        return new Edge(from, Step.CERTIFY, Act.GRANT_DECLARED, Set.of(DECIDER), DECLARED, DocumentKind.GRANT);
    }

    /** By whoever works on it, or where it was signed, when the applicant wants it or may decide on none any more. */
    private static Edge takenBack(Step at, Set<Chain> chains) {
        return new Edge(at, at, Act.TAKE_BACK, Set.of(REVIEWER, DECIDER, CLERK), DECLARED, null, chains);
    }

    private static Edge heard(Step from, Act act, Step to, String ground, @Nullable DocumentKind gives) {
        return new Edge(from, to, act, act.isApplicants() ? TOLD : Set.of(REVIEWER), ground, gives);
    }

    private static Edge transferred(Step from) {
        return new Edge(from, Step.TRANSFER, Act.TRANSFER, Set.of(DECIDER), COMPETENCE, null);
    }

    /** Whoever has it then begins with a review, whatever the chain: it was looked at with other eyes. */
    private static Edge answered(Act act) {
        return new Edge(Step.TRANSFER, Step.REVIEW, act, Set.of(DECIDER), COMPETENCE, null);
    }

    private static Edge assigned(Step from) {
        return new Edge(from, Step.REVIEW, Act.ASSIGN, Set.of(MANAGER), JOINT, null);
    }

    private static Edge ended(Step from, Act act, String ground, Set<Chain> chains) {
        return new Edge(from, Step.ENDED, act, Set.of(CLERK), ground, DocumentKind.TERMINATION, chains);
    }

    private static Edge issued(Step from, Step to, Act act, @Nullable DocumentKind gives) {
        return new Edge(from, to, act, Set.of(ISSUING_CLERK), DELIVERY, gives);
    }

    private static Edge revoked(Step from) {
        return new Edge(from, Step.ENDED, Act.REVOKE, Set.of(DECIDER), REVOKE, DocumentKind.REVOCATION);
    }

    private static Edge checked(Step at, Act act, @Nullable DocumentKind gives) {
        return new Edge(at, at, act, Set.of(REVIEWER, DECIDER), CHECK, gives);
    }

    private static Edge learned(Step at) {
        return new Edge(at, at, Act.LEARN_OF_REVOCATION, Set.of(), REVOKE, null);
    }

    public static List<Edge> edges() {
        return EDGES;
    }

    public static List<Edge> from(Step step) {
        return EDGES.stream().filter(edge -> edge.from() == step).toList();
    }

    /** Where an act may be done. */
    static List<Step> steps(Act act) {
        return EDGES.stream().filter(edge -> edge.act() == act).map(Edge::from).toList();
    }

    /** The edge of an act that is done at one step only; where it leads to in a longer chain is the matter's to say. */
    static Edge only(Act act) {
        return edge(steps(act).get(0), act).orElseThrow();
    }

    /** The edge of an act that leads to several steps, to one of them. */
    static Edge to(Step to, Act act) {
        return EDGES.stream()
                .filter(edge -> edge.act() == act && edge.to() == to)
                .findFirst()
                .orElseThrow();
    }

    /** Who may do it: the same on every edge of the act. */
    public static Set<Role> roles(Act act) {
        return EDGES.stream()
                .filter(edge -> edge.act() == act)
                .map(Edge::roles)
                .findFirst()
                .orElseThrow();
    }

    /** Who moves a matter on from a step; nobody while it waits and once it has ended. That a clerk may end it is no move on. */
    static Optional<Role> mover(Step step) {
        return from(step).stream()
                .filter(edge -> edge.from() != edge.to())
                .flatMap(edge -> edge.roles().stream())
                .filter(role -> role != CLERK)
                .findFirst();
    }

    public static Optional<Edge> edge(Step from, Act act) {
        return from(from).stream().filter(edge -> edge.act() == act).findFirst();
    }
}
