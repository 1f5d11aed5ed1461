package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the special procedures of a case; {@link ClockMoves} writes them. */
@Repository
class SpecialProcedures {

    private static final String OF_CASE = """
            select * from approval.special_procedure where region = :region and number = :number order by item, seq
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    SpecialProcedures(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** By item; of each the oldest first. */
    Map<String, List<SpecialProcedure>> ofCase(String number) {
        return jdbc
                .sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query(SpecialProcedures::procedure)
                .list()
                .stream()
                .collect(Collectors.groupingBy(SpecialProcedure::item));
    }

    private static SpecialProcedure procedure(ResultSet row, int index) throws SQLException {
        return new SpecialProcedure(
                row.getString("item"),
                SpecialProcedure.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("body"),
                row.getString("staff"),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("expected_end", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("result"),
                row.getString("document"),
                row.getBoolean("counts"));
    }
}
