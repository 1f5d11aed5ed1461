package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the row of a case says of its matters what is so: how many are open, and whose affair they are. */
record FileOracle(JdbcClient jdbc) {

    private static final Set<Step> MADE = Set.of(Step.DELIVER, Step.SENT, Step.ENDED);

    void check(String number, List<Matter> all) {
        long open = all.stream().filter(matter -> matter.step() != Step.ENDED).count();
        long unmade =
                all.stream().filter(matter -> !MADE.contains(matter.step())).count();
        LocalDateTime last = all.stream()
                .map(Matter::endedAt)
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .orElse(null);
        jdbc.sql("select * from approval.case_file where number = :number")
                .param("number", number)
                .query(row -> {
                    assertThat(row.getLong("unended"))
                            .as("open matters of %s", number)
                            .isEqualTo(open);
                    assertThat(row.getLong("unmade"))
                            .as("what departments owe of %s", number)
                            .isEqualTo(unmade);
                    assertThat(row.getString("status"))
                            .as("where %s is", number)
                            .isEqualTo(open == 0 ? "CLOSED" : unmade == 0 ? "MADE" : "RUNNING");
                    assertThat(row.getObject("closed_at", LocalDateTime.class) == null)
                            .isEqualTo(open != 0 || last == null);
                });
    }
}
