package city.onewindow.intake;

import static city.onewindow.intake.ApplicationStatus.ACCEPTED;
import static city.onewindow.intake.ApplicationStatus.AMENDING;
import static city.onewindow.intake.ApplicationStatus.DRAFT;
import static city.onewindow.intake.ApplicationStatus.PREPARING;
import static city.onewindow.intake.ApplicationStatus.PRE_REVIEW;
import static city.onewindow.intake.ApplicationStatus.PRE_REVIEWED;
import static city.onewindow.intake.ApplicationStatus.REFUSED;
import static city.onewindow.intake.ApplicationStatus.RETURNED;
import static city.onewindow.intake.ApplicationStatus.SUBMITTED;
import static city.onewindow.intake.ApplicationStatus.SUPPLEMENT;
import static city.onewindow.intake.ApplicationStatus.WITHDRAWN;

import city.onewindow.identity.Role;
import city.onewindow.notice.DocumentKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may happen to an application, as one graph. What is no edge can't happen; docs/states.md is drawn from it.
 */
public final class IntakeProcedure {

    /**
     * One thing that may happen.
     *
     * @param from null: it begins so
     * @param roles who may do it: any one of them; empty where the law does it by itself, and where the applicant does it
     *     ({@link IntakeAct#isApplicants()}), who has no account
     * @param ground law and article
     * @param gives the official documents that come with it; after the first only where something is deferred or declared, and
     *     {@link DocumentKind#RETURN} only where something was received
     */
    public record Edge(
            @Nullable ApplicationStatus from,
            ApplicationStatus to,
            IntakeAct act,
            Set<Role> roles,
            String ground,
            List<DocumentKind> gives) {}

    private static final Set<Role> WINDOW = Set.of(Role.CLERK);
    private static final String APPLY = "行政许可法 第二十九条";
    private static final String ONLINE = "行政许可法 第三十三条";
    private static final String TAKE_BACK = "个人信息保护法 第十五条";
    private static final String EXAMINE = "行政许可法 第三十二条第一款";
    private static final String CORRECT = "行政许可法 第三十二条第一款第三项";
    private static final String TELL = "行政许可法 第三十二条第一款第四项";
    private static final String ANSWER = "行政许可法 第三十二条第一款第四项、第五项";
    private static final String ACCEPT = "行政许可法 第三十二条第一款第五项、第二款";
    private static final String REFUSE = "行政许可法 第三十二条第一款第一项、第二项、第二款";
    private static final String REOPENED = "行政复议法 第六十四条、第六十六条；行政诉讼法 第七十条、第七十二条";
    private static final String VERIFY = "行政许可法 第三十一条、第三十四条";
    private static final String DEFERRED = "河南省优化营商环境条例 第三十五条";

    private static final List<DocumentKind> ACCEPTANCE = List.of(DocumentKind.ACCEPTANCE);
    private static final List<DocumentKind> DECIDED_BY_A_CLERK = List.of(
            DocumentKind.ACCEPTANCE,
            DocumentKind.DEFERRED_ACCEPTANCE,
            DocumentKind.DEFERRAL_PROMISE,
            DocumentKind.DECLARATION);

    private static final List<Edge> EDGES = List.of(
            online(null, IntakeAct.PREPARE, PREPARING, ONLINE),
            online(PREPARING, IntakeAct.PREPARE, PREPARING, ONLINE),
            online(PREPARING, IntakeAct.ATTACH, PREPARING, ONLINE),
            online(PREPARING, IntakeAct.SUBMIT, PRE_REVIEW, ONLINE),
            online(PREPARING, IntakeAct.RETRACT, WITHDRAWN, TAKE_BACK),
            edge(PRE_REVIEW, IntakeAct.PASS, PRE_REVIEWED, ONLINE),
            edge(PRE_REVIEW, IntakeAct.RETURN, RETURNED, ONLINE),
            edge(PRE_REVIEW, IntakeAct.ARRIVE, DRAFT, APPLY),
            online(PRE_REVIEW, IntakeAct.RETRACT, WITHDRAWN, TAKE_BACK),
            online(RETURNED, IntakeAct.PREPARE, RETURNED, ONLINE),
            online(RETURNED, IntakeAct.ATTACH, RETURNED, ONLINE),
            online(RETURNED, IntakeAct.SUBMIT, PRE_REVIEW, ONLINE),
            edge(RETURNED, IntakeAct.ARRIVE, DRAFT, APPLY),
            online(RETURNED, IntakeAct.RETRACT, WITHDRAWN, TAKE_BACK),
            edge(PRE_REVIEWED, IntakeAct.ARRIVE, DRAFT, APPLY),
            online(PRE_REVIEWED, IntakeAct.RETRACT, WITHDRAWN, TAKE_BACK),
            applied(PREPARING),
            applied(RETURNED),
            applied(PRE_REVIEWED),
            edge(SUBMITTED, IntakeAct.CHECK, SUBMITTED, EXAMINE),
            edge(SUBMITTED, IntakeAct.NOTIFY, AMENDING, TELL, DocumentKind.ONE_TIME_NOTICE),
            edge(SUBMITTED, IntakeAct.ACCEPT, ACCEPTED, ACCEPT, DocumentKind.ACCEPTANCE),
            new Edge(SUBMITTED, ACCEPTED, IntakeAct.FALL_SILENT, Set.of(), TELL, ACCEPTANCE),
            edge(SUBMITTED, IntakeAct.REFUSE, REFUSED, REFUSE, DocumentKind.REFUSAL),
            edge(SUBMITTED, IntakeAct.ARRIVE, DRAFT, APPLY),
            online(SUBMITTED, IntakeAct.RETRACT, WITHDRAWN, APPLY, DocumentKind.RETURN),
            online(AMENDING, IntakeAct.PREPARE, AMENDING, TELL),
            online(AMENDING, IntakeAct.ATTACH, AMENDING, TELL),
            applied(AMENDING),
            edge(AMENDING, IntakeAct.ARRIVE, SUPPLEMENT, APPLY),
            online(AMENDING, IntakeAct.RETRACT, WITHDRAWN, APPLY, DocumentKind.RETURN),
            edge(AMENDING, IntakeAct.LAPSE, WITHDRAWN, TELL, DocumentKind.RETURN),
            edge(null, IntakeAct.FILL, DRAFT, APPLY),
            edge(DRAFT, IntakeAct.FILL, DRAFT, APPLY),
            edge(DRAFT, IntakeAct.CHECK, DRAFT, EXAMINE),
            edge(DRAFT, IntakeAct.CORRECT, DRAFT, CORRECT, DocumentKind.CORRECTION_RECORD),
            edge(DRAFT, IntakeAct.RECEIVE, DRAFT, TELL, DocumentKind.RECEIPT),
            edge(DRAFT, IntakeAct.NOTIFY, SUPPLEMENT, TELL, DocumentKind.ONE_TIME_NOTICE),
            new Edge(DRAFT, ACCEPTED, IntakeAct.ACCEPT, WINDOW, ACCEPT, DECIDED_BY_A_CLERK),
            new Edge(DRAFT, ACCEPTED, IntakeAct.FALL_SILENT, Set.of(), TELL, ACCEPTANCE),
            edge(DRAFT, IntakeAct.REFUSE, REFUSED, REFUSE, DocumentKind.REFUSAL),
            edge(DRAFT, IntakeAct.WITHDRAW, WITHDRAWN, APPLY, DocumentKind.RETURN),
            edge(SUPPLEMENT, IntakeAct.FILL, SUPPLEMENT, TELL),
            edge(SUPPLEMENT, IntakeAct.CHECK, SUPPLEMENT, EXAMINE),
            edge(SUPPLEMENT, IntakeAct.CORRECT, SUPPLEMENT, CORRECT, DocumentKind.CORRECTION_RECORD),
            edge(SUPPLEMENT, IntakeAct.RECEIVE, SUPPLEMENT, TELL, DocumentKind.RECEIPT),
            edge(SUPPLEMENT, IntakeAct.NOTIFY, SUPPLEMENT, TELL, DocumentKind.ONE_TIME_NOTICE),
            new Edge(SUPPLEMENT, ACCEPTED, IntakeAct.ACCEPT, WINDOW, ACCEPT, DECIDED_BY_A_CLERK),
            new Edge(SUPPLEMENT, ACCEPTED, IntakeAct.FALL_SILENT, Set.of(), ANSWER, ACCEPTANCE),
            edge(SUPPLEMENT, IntakeAct.REFUSE, REFUSED, REFUSE, DocumentKind.REFUSAL),
            edge(SUPPLEMENT, IntakeAct.WITHDRAW, WITHDRAWN, APPLY, DocumentKind.RETURN),
            // The law leaves open what becomes of what is never mended; the notice has told it, with the day.
            edge(SUPPLEMENT, IntakeAct.LAPSE, WITHDRAWN, TELL, DocumentKind.RETURN),
            ruled(REFUSED, IntakeAct.RECORD_RULING, "行政复议法 第六十五条、第六十八条、第六十九条；行政诉讼法 第六十九条、第七十四条"),
            ruled(DRAFT, IntakeAct.REOPEN, REOPENED, DocumentKind.RULING_NOTICE),
            ruled(SUBMITTED, IntakeAct.REOPEN, REOPENED, DocumentKind.RULING_NOTICE),
            ruled(SUPPLEMENT, IntakeAct.REOPEN, REOPENED, DocumentKind.RULING_NOTICE),
            // Of what was corrected before: nothing is changed in a case any more.
            edge(ACCEPTED, IntakeAct.CORRECT, ACCEPTED, CORRECT, DocumentKind.CORRECTION_RECORD),
            edge(ACCEPTED, IntakeAct.SUPPLY, ACCEPTED, DEFERRED),
            new Edge(ACCEPTED, ACCEPTED, IntakeAct.SHOW, Set.of(Role.ISSUING_CLERK), VERIFY, List.of()));

    private IntakeProcedure() {}

    public static List<Edge> edges() {
        return EDGES;
    }

    public static Optional<Edge> edge(ApplicationStatus from, IntakeAct act) {
        return EDGES.stream()
                .filter(edge -> edge.from() == from && edge.act() == act)
                .findFirst();
    }

    private static Edge edge(
            @Nullable ApplicationStatus from,
            IntakeAct act,
            ApplicationStatus to,
            String ground,
            DocumentKind... gives) {
        return new Edge(from, to, act, WINDOW, ground, List.of(gives));
    }

    /** As what else the window ended: by the centre. */
    private static Edge ruled(ApplicationStatus to, IntakeAct act, String ground, DocumentKind... gives) {
        return new Edge(REFUSED, to, act, Set.of(Role.MANAGER), ground, List.of(gives));
    }

    private static Edge applied(ApplicationStatus from) {
        return new Edge(from, SUBMITTED, IntakeAct.APPLY, Set.of(), APPLY, List.of(DocumentKind.RECEIPT));
    }

    private static Edge online(
            @Nullable ApplicationStatus from,
            IntakeAct act,
            ApplicationStatus to,
            String ground,
            DocumentKind... gives) {
        return new Edge(from, to, act, Set.of(), ground, List.of(gives));
    }
}
