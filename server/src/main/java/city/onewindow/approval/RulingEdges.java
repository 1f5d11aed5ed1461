package city.onewindow.approval;

import static city.onewindow.identity.Role.DECIDER;
import static city.onewindow.identity.Role.MANAGER;

import city.onewindow.approval.Procedure.Edge;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.Role;
import city.onewindow.notice.DocumentKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may happen to a matter because an organ of review or a court ruled on it (复议、诉讼结果): written down by the department that
 * decided or has to, or for what the window ended, by the centre.
 */
final class RulingEdges {

    private static final Set<Role> WHO = Set.of(DECIDER, MANAGER);
    private static final Set<Chain> ANY = Set.of(Chain.values());

    private static final String LEFT = "行政复议法 第六十五条、第六十八条、第六十九条；行政诉讼法 第六十九条、第七十四条";
    private static final String ORDERED = "行政复议法 第六十六条；行政诉讼法 第七十二条";
    private static final String ANEW = "行政复议法 第六十四条；行政诉讼法 第七十条";
    private static final String CHANGED = "行政复议法 第六十三条；行政诉讼法 第七十七条";
    private static final String VOID = "行政复议法 第六十七条；行政诉讼法 第七十五条";
    private static final String RESTORED = "行政复议法 第六十四条、第六十七条；行政诉讼法 第七十条、第七十五条";

    /** Where a department has yet to decide. */
    private static final List<Step> OPEN =
            List.of(Step.REVIEW, Step.SUSPENDED, Step.EXAMINE, Step.DECIDE, Step.TRANSFER);

    /** Where it has decided, handed over or not. */
    private static final List<Step> DECIDED = List.of(Step.CERTIFY, Step.DELIVER, Step.SENT, Step.ENDED);

    static final List<Edge> ALL = Stream.of(
                    Stream.concat(OPEN.stream(), DECIDED.stream()).map(RulingEdges::left),
                    OPEN.stream().map(RulingEdges::ordered),
                    DECIDED.stream().flatMap(RulingEdges::decided),
                    DECIDED.stream().map(to -> changing(Step.ENDED, Act.RESTORE, to, RESTORED)),
                    Stream.of(new Edge(Step.ENDED, Step.WAITING, Act.AWAIT_AGAIN, Set.of(), ANEW, null, ANY)))
            .flatMap(edges -> edges)
            .toList();

    private RulingEdges() {}

    private static Edge left(Step at) {
        return new Edge(at, at, Act.RECORD_RULING, WHO, LEFT, null, chains(at));
    }

    private static Edge ordered(Step at) {
        return new Edge(at, at, Act.ORDER_DECISION, WHO, ORDERED, DocumentKind.RULING_NOTICE, chains(at));
    }

    private static Set<Chain> chains(Step at) {
        return at == Step.EXAMINE ? Set.of(Chain.THREE) : ANY;
    }

    private static Stream<Edge> decided(Step from) {
        return Stream.of(
                changing(from, Act.REOPEN, Step.REVIEW, ANEW),
                changing(from, Act.SUBSTITUTE_GRANT, Step.CERTIFY, CHANGED),
                changing(from, Act.SUBSTITUTE_DENIAL, Step.DELIVER, CHANGED),
                changing(from, Act.DECLARE_VOID, Step.ENDED, VOID),
                changing(from, Act.SET_ASIDE, Step.ENDED, ANEW));
    }

    private static Edge changing(Step from, Act act, Step to, String ground) {
        return new Edge(from, to, act, WHO, ground, DocumentKind.RULING_NOTICE, ANY);
    }
}
