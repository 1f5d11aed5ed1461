package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Act;
import city.onewindow.approval.Border;
import city.onewindow.approval.Declared;
import city.onewindow.approval.Procedure;
import city.onewindow.approval.Step;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.Role;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.IntakeProcedure;
import city.onewindow.notice.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The life of a case, from the first word typed to the last result handed over, on one page drawn from the graphs. */
@DisplayName("办件一生的状态表")
class StatesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "states.md");

    private static final String HEAD = "| from | act | to | who | ground | document |\n|---|---|---|---|---|---|\n";

    @Test
    @DisplayName("docs/states.md 画的就是程序里的图")
    void drawing() throws IOException {
        String drawn = draw();
        String before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!drawn.equals(before)) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(before)
                .as("docs/states.md is now redrawn; look at it and commit it")
                .isEqualTo(drawn);
    }

    private static String draw() {
        return """
                # The life of a case

                Every state, who may move it, on which legal ground and with which document. Drawn by StatesPageTest from the graphs that the program obeys (IntakeProcedure, Procedure): what is no edge here can't happen. The drawings leave out what stays; the tables have it.

                ## The application

                """
                + applicationDrawn()
                + HEAD
                + StateRows.merged(IntakeProcedure.edges().stream()
                        .map(edge -> row(
                                edge.from() == null ? "" : state(edge.from()),
                                edge.act().words() + " " + edge.act(),
                                state(edge.to()),
                                edge.act().isApplicants() ? "APPLICANT" : who(edge.roles()),
                                edge.ground(),
                                papers(edge.gives()))))
                + """

                APPLICANT is whoever named the application's number and its query code. 网上预审 is a service beforehand (行政许可法 第三十三条): none of its acts receives or accepts anything, so no time limit begins with one. APPLY receives (全程网办): it is refused where somebody has to come, or where a department hasn't said that its item is done online and the window hasn't looked. The applicant may always come to the window instead (ARRIVE).

                A draft of which nothing was received gets no 退件通知书 when it is withdrawn. LAPSE is open once the day that the one-time notice named has passed and nothing that was mended waits for the window; no law says what follows, the notice does. Filling in further, attaching, checking, supplying and showing are only audited. What was accepted with a gap (容缺受理) carries a last day:

                | deferred materials | when | ground |
                |---|---|---|
                | due | something is deferred, and its last day has not passed | 河南省优化营商环境条例 第三十五条 |
                | received | SUPPLY brought the last of them, or nobody owes it any more, for what needed it was denied | 同上 |
                | overdue | the last day has passed: it may still be supplied, or the window ends what lacks it (LAPSE) | 同上 |

                ## The case

                """
                + HEAD
                + IntakeProcedure.edges().stream()
                        .filter(edge -> edge.to() == ApplicationStatus.ACCEPTED && edge.from() != edge.to())
                        .filter(edge -> edge.from() == ApplicationStatus.DRAFT)
                        .map(edge -> row(
                                "",
                                edge.act().words() + " " + edge.act(),
                                CaseRows.RUNNING,
                                who(edge.roles()),
                                edge.ground(),
                                papers(edge.gives())))
                        .collect(Collectors.joining())
                + CaseRows.moves()
                + row(
                        CaseRows.RUNNING,
                        "延长统一办理期限",
                        CaseRows.RUNNING,
                        Role.MANAGER.name(),
                        "行政许可法 第四十二条第二款",
                        papers(List.of(DocumentKind.EXTENSION)))
                + """

                ## The matter

                One for each item, which says how many people it passes through (办理环节, chain); what an edge says of that stands in brackets. APPLICANT does it himself with number and query code; what others say who were told of a hearing the CLERK of the window that accepted the case writes down, too. An item whose own law says how long it may be extended (法律、法规另有规定的) is extended on the ground of that law, which its 延长办理期限告知书 names instead of 第四十二条.

                """
                + matterDrawn()
                + HEAD
                + StateRows.merged(Procedure.edges().stream()
                        .map(edge -> row(
                                state(edge.from()),
                                edge.act().term() + " " + edge.act() + chains(edge),
                                state(edge.to()),
                                edge)))
                + """

                ## The declaration

                Of a matter whose applicant signed one (告知承诺). Its check holds nothing up: it may be done after hand-over and the case's end. REVOKE from MENDING only once the last day to mend has passed. It is OVER once its matter is denied, withdrawn, lapses or is set aside by a ruling.

                | from | act | to |
                |---|---|---|
                """
                + declarations()
                + """

                ## Who answers for what

                The window checks the form, the department the substance; neither sends anybody back for what is the other's.

                | state | border | what is looked at | ground |
                |---|---|---|---|
                """
                + borders()
                + """

                ## The issue's words and ours

                | word | here |
                |---|---|
                """
                + IssueWords.table();
    }

    private static String applicationDrawn() {
        return "```mermaid\nstateDiagram-v2\n"
                + Stream.of(ApplicationStatus.values())
                        .map(status -> "    %s: %s\n".formatted(status, state(status)))
                        .collect(Collectors.joining())
                // What leaves it where it stands, the table tells.
                + arrows(IntakeProcedure.edges().stream()
                        .filter(edge -> edge.from() != edge.to())
                        .map(edge -> Map.entry(
                                (edge.from() == null ? "[*]" : edge.from()) + " --> " + edge.to(),
                                edge.act().words() + " " + edge.act())))
                + "```\n\n";
    }

    private static String matterDrawn() {
        return "```mermaid\nstateDiagram-v2\n"
                + Stream.of(Step.values())
                        .map(step -> "    %s: %s\n".formatted(step, state(step)))
                        .collect(Collectors.joining())
                + "    [*] --> WAITING: 有前序事项\n    [*] --> REVIEW: 无前序事项\n    [*] --> DECIDE: 无前序事项，"
                + Chain.ONE.term() + "\n"
                + arrows(Procedure.edges().stream()
                        .filter(edge -> edge.from() != edge.to())
                        .map(edge -> Map.entry(
                                edge.from() + " --> " + edge.to(),
                                edge.act().term() + " " + edge.act() + chains(edge))))
                + "    ENDED --> [*]\n```\n\n";
    }

    /** One arrow for all acts that lead from one state to another. */
    private static String arrows(Stream<Map.Entry<String, String>> acts) {
        Map<String, List<String>> drawn = new LinkedHashMap<>();
        acts.forEach(act ->
                drawn.computeIfAbsent(act.getKey(), way -> new ArrayList<>()).add(act.getValue()));
        return drawn.entrySet().stream()
                .map(arrow -> "    %s: %s\n".formatted(arrow.getKey(), String.join("、", arrow.getValue())))
                .collect(Collectors.joining());
    }

    /** In which chains only; empty if in all. */
    private static String chains(Procedure.Edge edge) {
        return edge.chains().size() == Chain.values().length
                ? ""
                : edge.chains().stream().sorted().map(Enum::name).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String declarations() {
        return Stream.of(Declared.State.values())
                .flatMap(from -> Stream.of(Act.values())
                        .flatMap(act -> from.after(act).stream()
                                .map(to -> "| %s %s | %s %s | %s %s |\n"
                                        .formatted(from.term(), from, act.term(), act, to.term(), to))))
                .collect(Collectors.joining());
    }

    /** An accepted application's line is about what was deferred: its form is still the window's to check; what the centre does checks none. */
    private static String borders() {
        Stream<String> window = IntakeProcedure.edges().stream()
                .filter(edge -> !edge.act().isApplicants() && !edge.roles().contains(Role.MANAGER))
                .map(IntakeProcedure.Edge::from)
                .filter(Objects::nonNull)
                .distinct()
                .map(from -> border("application " + state(from), Border.FORM));
        Stream<String> afterwards = Stream.of(Step.values())
                .filter(step -> step.border() != null)
                .map(step -> border("matter " + state(step), Objects.requireNonNull(step.border())));
        return StateRows.merged(Stream.concat(window, afterwards));
    }

    private static String border(String state, Border border) {
        return "| %s | %s %s | %s | %s |\n".formatted(state, border.term(), border, border.question(), border.ground());
    }

    static String row(String from, String act, String to, Procedure.Edge edge) {
        String papers = papers(Stream.ofNullable(edge.gives()).toList());
        String who = who(edge.roles()) + (edge.act().isApplicants() ? ", APPLICANT" : "");
        return row(from, act, to, who, edge.ground(), papers);
    }

    private static String row(String from, String act, String to, String who, String ground, String papers) {
        return "| %s | %s | %s | %s | %s | %s |\n".formatted(from, act, to, who, ground, papers);
    }

    private static String who(Set<Role> roles) {
        return roles.isEmpty()
                ? "follows by itself"
                : roles.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    private static String papers(Collection<DocumentKind> gives) {
        String first = gives.stream().limit(1).map(DocumentKind::title).collect(Collectors.joining());
        String deferring = gives.stream()
                .skip(1)
                .filter(kind -> kind != DocumentKind.DECLARATION)
                .map(DocumentKind::title)
                .collect(Collectors.joining("、"));
        String declaring =
                gives.contains(DocumentKind.DECLARATION) ? "；告知承诺的另有" + DocumentKind.DECLARATION.title() : "";
        return (deferring.isEmpty() ? first : first + "；容缺的另有" + deferring) + declaring;
    }

    private static String state(ApplicationStatus status) {
        return status.words() + " " + status;
    }

    private static String state(Step step) {
        return step.term() + " " + step;
    }
}
