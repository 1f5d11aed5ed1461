package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Whether the audit log and the documents of a case say what its history says, each act once. */
record BooksOracle(JdbcClient jdbc, Matters matters, Acknowledged told) {

    void check(String number) {
        List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
        audited(number, history);
        papers(number, history);
        consulted(number);
    }

    /** What follows by itself has no entry of its own; what ends several matters at once has one. */
    private void audited(String number, List<HistoryEntry> history) {
        List<String> due = new ArrayList<>();
        Map<String, List<HistoryEntry>> byPaper = history.stream()
                .filter(BooksOracle::isOfTheWholeCase)
                .collect(Collectors.groupingBy(entry -> String.valueOf(entry.document())));
        byPaper.values()
                .forEach(acts -> due.add(line(
                        acts.get(0),
                        acts.stream().map(HistoryEntry::item).sorted().collect(Collectors.joining(" ")))));
        history.stream()
                .filter(entry -> !entry.who().equals(HistoryEntry.SYSTEM) && !isOfTheWholeCase(entry))
                .forEach(entry -> due.add(line(entry, entry.item())));
        Set<String> acts = Set.of(Act.values()).stream().map(Act::audited).collect(Collectors.toSet());
        List<String> written = of("select * from audit.entry where object = :number", number)
                .query((row, index) -> List.of(row.getString("act"), row.getString("who"), row.getString("detail")))
                .list()
                .stream()
                .filter(entry -> acts.contains(entry.get(0)))
                .map(entry -> String.join(" ", entry))
                .toList();
        assertThat(written).as("the audit log of %s", number).containsExactlyInAnyOrderElementsOf(due);
        assertThat(count("audit.entry where act = 'handover' and object = :number", number))
                .as("hand-overs of %s", number)
                .isEqualTo(history.stream()
                        .filter(entry -> entry.act() == Act.DELIVER)
                        .map(HistoryEntry::document)
                        .distinct()
                        .count())
                .isEqualTo(count("issuance.handover where number = :number", number));
        assertThat(count("audit.entry where act = 'matter.take' and object = :number", number))
                .as("taken out of the pool of %s", number)
                .isEqualTo(told.held().stream()
                        .filter(held -> held.number().equals(number))
                        .count());
    }

    private static boolean isOfTheWholeCase(HistoryEntry entry) {
        return entry.act() == Act.DELIVER || entry.act() == Act.WITHDRAW || entry.act() == Act.LAPSE;
    }

    private static String line(HistoryEntry entry, String detail) {
        String absent = Cast.absent(entry);
        return entry.act().audited() + " " + entry.who() + " " + detail + (absent == null ? "" : " 代" + absent);
    }

    /** Every document that an edge gives is there once, is of the edge's kind, and there is no other. */
    private void papers(String number, List<HistoryEntry> history) {
        Set<DocumentKind> kinds = Procedure.edges().stream()
                .flatMap(edge -> Stream.ofNullable(edge.gives()))
                .collect(Collectors.toSet());
        Map<String, DocumentKind> issued = new TreeMap<>();
        // What tells of the joint limit, or of a ruling before the acceptance, is of a kind that an act gives, too:
        // other oracles'.
        of("""
                        select number, kind from notice.document d where subject = :number
                            and not exists (select from approval.joint_extension e where e.number = d.subject and e.document = d.number)
                            and not exists (select from intake.history h where h.number = d.subject and h.document = d.verify_code)
                        """, number).query(row -> {
            DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
            if (kinds.contains(kind)) {
                issued.put(row.getString("number"), kind);
            }
        });
        Map<String, DocumentKind> due = history.stream()
                .filter(entry -> entry.document() != null)
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.document()),
                        BooksOracle::kind,
                        (one, same) -> one,
                        TreeMap::new));
        assertThat(issued).as("documents of %s", number).isEqualTo(due);
        history.stream()
                .filter(entry -> entry.document() != null && !isOfTheWholeCase(entry))
                .collect(Collectors.groupingBy(HistoryEntry::document, Collectors.counting()))
                .forEach((paper, times) -> assertThat(times).as(paper).isOne());
    }

    private static DocumentKind kind(HistoryEntry entry) {
        return Procedure.edges().stream()
                .filter(edge -> edge.act() == entry.act())
                .flatMap(edge -> Stream.ofNullable(edge.gives()))
                .findFirst()
                .orElseThrow();
    }

    private void consulted(String number) {
        List<String> asked = of("select * from approval.consultation where number = :number", number)
                .query((row, index) -> number + " " + row.getString("item") + " " + row.getInt("seq"))
                .list();
        assertThat(asked)
                .as("questions about %s", number)
                .containsExactlyInAnyOrderElementsOf(told.asked().stream()
                        .filter(name -> name.startsWith(number + " "))
                        .toList());
        assertThat(count("approval.consultation where opinion is not null and number = :number", number))
                .as("answers about %s", number)
                .isEqualTo(told.answered().stream()
                        .filter(name -> name.startsWith(number + " "))
                        .count())
                .isEqualTo(count("audit.entry where act = 'matter.answer' and object = :number", number));
    }

    private long count(String from, String number) {
        return of("select count(*) from " + from, number).query(Long.class).single();
    }

    private StatementSpec of(String sql, String number) {
        return jdbc.sql(sql).param("number", number);
    }
}
