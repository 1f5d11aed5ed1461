package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads appointments on the spot, each with its matters as they stand now and the departments that were asked. */
@Repository
class InspectionTable {

    /** What is found can change something for these alone. */
    static final String OPEN = "m.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE')";

    private static final String LOCK = """
            select seq from approval.inspection where region = :region and number = :number and seq = :seq for update
            """;

    private static final String OF_CASE = """
            select * from approval.inspection where region = :region and number = :number order by seq
            """;

    /** To come, where the department has a matter that is still open, or which it proposed; by day. */
    private static final String OURS = """
            select i.* from approval.inspection i
            where i.region = :region and i.state in ('PROPOSED', 'AGREED') and (i.at, i.number, i.seq) > (:at, :number, :seq)
              and (i.department = :department
                   or exists (select from approval.inspection_matter p
                              join approval.matter m on m.region = p.region and m.number = p.number and m.item = p.item
                              where p.region = i.region and p.number = i.number and p.seq = i.seq
                                and m.department = :department and\s""" + OPEN + """
            ))
            order by i.at, i.number, i.seq
            limit :limit
            """;

    private static final String TO_COME = """
            select * from approval.inspection
            where region = :region and state in ('PROPOSED', 'AGREED') and (at, number, seq) > (:at, :number, :seq)
            order by at, number, seq
            limit :limit
            """;

    private static final String PARTS = """
            select p.number, p.seq, m.item, m.item_name, m.department, (""" + OPEN + """
            ) as open
            from approval.inspection_matter p
            join approval.matter m on m.region = p.region and m.number = p.number and m.item = p.item
            where p.region = :region and p.number = any (:numbers)
            order by p.number, p.seq, m.seq
            """;

    private static final String VISITORS = """
            select * from approval.inspection_department where region = :region and number = any (:numbers)
            order by number, seq, department
            """;

    private static final String HISTORY = """
            select * from approval.inspection_history where region = :region and number = :number and seq = :seq order by id
            """;

    private static final String BY_KEY = """
            select * from approval.inspection_history where region = :region and who = :who and idempotency_key = :key
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    InspectionTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** Where a page begins: after this one. */
    record After(LocalDateTime at, String number, int seq) {

        static final After NOTHING = new After(LocalDateTime.of(1900, 1, 1, 0, 0), "", 0);
    }

    Optional<Inspection> one(String number, int seq) {
        return ofCase(number).stream().filter(one -> one.seq() == seq).findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Inspection> locked(String number, int seq) {
        // Read after the lock was got, or what others wrote while this one waited would be missing.
        return sql(LOCK)
                .param("number", number)
                .param("seq", seq)
                .query(Integer.class)
                .optional()
                .flatMap(locked -> one(number, locked));
    }

    /** Oldest first. */
    List<Inspection> ofCase(String number) {
        return read(sql(OF_CASE).param("number", number));
    }

    List<Inspection> ours(String department, After after, int limit) {
        return read(page(OURS, after, limit).param("department", department));
    }

    /** The whole centre's, by day. */
    List<Inspection> toCome(After after, int limit) {
        return read(page(TO_COME, after, limit));
    }

    /** Oldest first. */
    List<InspectionEntry> history(String number, int seq) {
        return sql(HISTORY)
                .param("number", number)
                .param("seq", seq)
                .query(InspectionTable::entry)
                .list();
    }

    /** What this account did under this key. */
    Optional<InspectionEntry> done(String who, IdempotencyKey key) {
        return sql(BY_KEY)
                .param("who", who)
                .param("key", key.value())
                .query(InspectionTable::entry)
                .optional();
    }

    private StatementSpec sql(String sql) {
        return jdbc.sql(sql).param("region", centre.region());
    }

    private StatementSpec page(String sql, After after, int limit) {
        return sql(sql).param("at", after.at())
                .param("number", after.number())
                .param("seq", after.seq())
                .param("limit", limit);
    }

    /** In the order in which they are read. */
    private List<Inspection> read(StatementSpec statement) {
        List<Inspection> bare = statement.query(InspectionTable::inspection).list();
        if (bare.isEmpty()) {
            return bare;
        }
        String[] numbers = bare.stream().map(Inspection::number).distinct().toArray(String[]::new);
        Map<Place, List<Inspection.Part>> parts = of(PARTS, numbers, InspectionTable::part);
        Map<Place, List<Inspection.Visitor>> visitors = of(VISITORS, numbers, InspectionTable::visitor);
        return bare.stream()
                .map(one -> {
                    Place place = new Place(one.number(), one.seq());
                    return with(one, parts.getOrDefault(place, List.of()), visitors.getOrDefault(place, List.of()));
                })
                .toList();
    }

    private record Place(String number, int seq) {}

    private record Placed<T>(Place place, T what) {}

    private <T> Map<Place, List<T>> of(String sql, String[] numbers, RowMapper<T> shape) {
        return sql(sql)
                .param("numbers", numbers)
                .query((row, index) ->
                        new Placed<>(new Place(row.getString("number"), row.getInt("seq")), shape.mapRow(row, index)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::place, Collectors.mapping(Placed::what, Collectors.toList())));
    }

    private static Inspection with(Inspection one, List<Inspection.Part> parts, List<Inspection.Visitor> visitors) {
        List<String> order = parts.stream().map(Inspection.Part::department).toList();
        return new Inspection(
                one.number(),
                one.seq(),
                one.department(),
                one.state(),
                one.appointment(),
                one.round(),
                one.since(),
                one.reason(),
                one.document(),
                one.record(),
                one.words(),
                parts,
                visitors.stream()
                        .sorted(Comparator.comparingInt(visitor -> order.indexOf(visitor.department())))
                        .toList());
    }

    private static Inspection inspection(ResultSet row, int index) throws SQLException {
        return new Inspection(
                row.getString("number"),
                row.getInt("seq"),
                row.getString("department"),
                Inspection.State.valueOf(row.getString("state")),
                new Appointment(
                        time(row, "at"), row.getString("place"), row.getString("subject"), row.getString("prepare")),
                row.getInt("round"),
                row.getObject("since", LocalDateTime.class),
                row.getString("reason"),
                row.getString("document"),
                row.getString("record"),
                row.getString("words"),
                List.of(),
                List.of());
    }

    private static Inspection.Part part(ResultSet row, int index) throws SQLException {
        return new Inspection.Part(
                row.getString("item"), row.getString("item_name"), row.getString("department"), row.getBoolean("open"));
    }

    private static Inspection.Visitor visitor(ResultSet row, int index) throws SQLException {
        String reply = row.getString("answer");
        String result = row.getString("result");
        return new Inspection.Visitor(
                row.getString("department"),
                reply == null
                        ? null
                        : new Inspection.Answer(
                                Inspection.Reply.valueOf(reply),
                                List.of((String[]) row.getArray("officers").getArray()),
                                row.getString("answer_text"),
                                time(row, "other_at"),
                                row.getString("answered_by"),
                                row.getString("answered_name"),
                                row.getObject("answered_at", LocalDateTime.class)),
                result == null
                        ? null
                        : new Inspection.Finding(
                                Inspection.Result.valueOf(result),
                                List.of((String[]) row.getArray("came").getArray()),
                                row.getString("result_text"),
                                row.getString("found_by"),
                                row.getString("found_name"),
                                row.getObject("found_at", LocalDateTime.class)));
    }

    private static InspectionEntry entry(ResultSet row, int index) throws SQLException {
        return new InspectionEntry(
                row.getString("number"),
                row.getInt("seq"),
                row.getObject("at", LocalDateTime.class),
                row.getString("who"),
                row.getString("who_name"),
                row.getString("department"),
                InspectionEntry.Act.valueOf(row.getString("act")),
                row.getString("text"),
                row.getString("document"));
    }

    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
