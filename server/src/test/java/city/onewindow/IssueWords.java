package city.onewindow;

import city.onewindow.approval.Act;
import city.onewindow.approval.Declared;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Step;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.IntakeAct;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that those who ordered the program have for the states of a case, beside the program's own. */
final class IssueWords {

    private IssueWords() {}

    static String table() {
        return Stream.of(
                        "draft | application " + ApplicationStatus.DRAFT + " at the window, "
                                + ApplicationStatus.PREPARING + " online",
                        "pre-review | application " + ApplicationStatus.PRE_REVIEW + "; sent back "
                                + ApplicationStatus.RETURNED + ", passed " + ApplicationStatus.PRE_REVIEWED,
                        "submitted | application " + ApplicationStatus.DRAFT + " once " + IntakeAct.RECEIVE
                                + " gave a receipt, online " + ApplicationStatus.SUBMITTED
                                + ": the five working days run",
                        "supplement asked | application " + ApplicationStatus.SUPPLEMENT + ", online "
                                + ApplicationStatus.AMENDING,
                        "refused | application " + ApplicationStatus.REFUSED,
                        "accepted | application " + ApplicationStatus.ACCEPTED + ", case RUNNING",
                        "deferred due, received, overdue | beside application " + ApplicationStatus.ACCEPTED
                                + ", see there",
                        "declaration: default, check due, confirmed, revoked | beside the matter: "
                                + Stream.of(Declared.State.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")),
                        "in approval | case RUNNING; its matters are " + Step.WAITING + ", " + Step.REVIEW + ", "
                                + Step.EXAMINE + ", " + Step.DECIDE + ", " + Step.TRANSFER + " or " + Step.CERTIFY,
                        "suspended | matter " + Step.SUSPENDED,
                        "extended | no state: the matter's limits are longer after " + Act.EXTEND,
                        "granted, denied | a matter's outcome " + Outcome.GRANTED + " or " + Outcome.DENIED,
                        "partly granted | no state: a case whose matters' outcomes differ",
                        "withdrawn | application " + ApplicationStatus.WITHDRAWN + "; a matter's outcome "
                                + Outcome.WITHDRAWN + " after " + Act.WITHDRAW + " or " + Act.LAPSE,
                        "terminated | a matter's outcome " + Outcome.TERMINATED + " after " + Act.TERMINATE,
                        "certified | matter " + Step.DELIVER + " with outcome " + Outcome.GRANTED
                                + "; case MADE once all are",
                        "sent or announced | matter " + Step.SENT,
                        "issued | matter " + Step.ENDED + " after " + Act.DELIVER,
                        "closed | case CLOSED",
                        "reopened by a review decision | after " + Act.REOPEN + ": matter REVIEW, case RUNNING again")
                .map(line -> "| " + line + " |\n")
                .collect(Collectors.joining());
    }
}
