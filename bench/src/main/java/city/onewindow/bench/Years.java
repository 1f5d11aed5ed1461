package city.onewindow.bench;

import city.onewindow.OneWindow;
import city.onewindow.approval.SweepOnce;
import city.onewindow.kernel.Cipher;
import city.onewindow.kernel.Masking;
import city.onewindow.launch.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Years of a centre's work, made of what a simulation left: its closed cases once more in each of the weeks before, its running
 * ones beside one another, each of another applicant. Everything that their pages read is copied, row by row; the texts of
 * documents are not, for no list opens them.
 */
final class Years {

    /** @param number the column with the number of its case */
    private record Table(String schema, String name, String number) {

        String whole() {
            return schema + "." + name;
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table("approval", "case_file", "number"),
            new Table("approval", "matter", "number"),
            new Table("approval", "history", "number"),
            new Table("approval", "special_procedure", "number"),
            new Table("approval", "card", "number"),
            new Table("notice", "document", "subject"));

    /** What a copy has for a column of {@code t} instead of the same value. */
    private static final Map<String, String> CHANGED = Map.of(
            "case_file.applicant", "w.masked",
            "case_file.applicant_fingerprint", "w.fingerprint",
            "document.number", "t.number || c.suffix",
            "document.verify_code", "t.verify_code || c.suffix",
            "document.text", "''::bytea",
            "history.document", "t.document || c.suffix",
            "history.idempotency_key", "null",
            "special_procedure.document", "t.document || c.suffix");

    private static final int WEEKS = 520;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玉兰建国春秀海燕文志";

    /** So that each simulated case is copied often enough, and a small set to try with is soon made. */
    private static final int COPIES = 200;

    private static final int MOST_SIMULATED = 3000;
    private static final int SIMULATED_DAYS = 60;

    private final Connection database;
    private final List<String> fingerprints;
    private final PrintStream out;

    /** @param fingerprints of {@link #names} */
    private Years(Connection database, List<String> fingerprints, PrintStream out) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.out = out;
    }

    /**
     * The directory with such data, which is made unless it is there.
     *
     * @param open matters of running cases to have; {@code closed} those of closed ones
     */
    static Path data(long open, long closed, PrintStream out) throws Exception {
        Path data = Path.of("target/years-%d-%d".formatted(open, closed));
        if (Files.exists(data)) {
            return data;
        }
        Path unfinished = Path.of(data + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        simulate(unfinished, Math.min(MOST_SIMULATED, 100 + (open + closed) / COPIES));
        List<String> fingerprints;
        try (BenchHouse house = BenchHouse.quiet(unfinished)) {
            Cipher cipher = house.get(Cipher.class);
            fingerprints = names().stream().map(cipher::fingerprint).toList();
            SweepOnce.of(house.rooms());
        }
        // While nobody else is there: a house has work of its own, and would wait for the tables or keep them.
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(unfinished, List.of());
                Connection database =
                        DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
            new Years(database, fingerprints, out).make(open, closed);
        }
        return Files.move(unfinished, data);
    }

    /** As a program of its own, for it keeps its database until it ends. */
    private static void simulate(Path data, long cases) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneWindow.class.getName(),
                "simulate",
                "--data=" + data,
                "--cases=" + cases,
                "--days=" + SIMULATED_DAYS,
                "--seed=1");
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The simulation ended with " + exit);
        }
    }

    private void make(long open, long closed) throws SQLException {
        try (Statement sql = database.createStatement()) {
            // Without triggers and foreign keys, which only say what is so already; without indexes, which are built
            // faster at the end.
            sql.execute("set session_replication_role = replica");
            sql.execute("set synchronous_commit = off");
            sql.execute("set maintenance_work_mem = '1GB'");
            patterns(sql);
            applicants(sql);
            List<String> indexes = dropIndexes(sql);
            copy(sql, "RUNNING", open, "make_interval(mins => %d %% 600)", "interval '0'");
            copy(sql, "CLOSED", closed, "interval '0'", "make_interval(weeks => 1 + %d %% " + WEEKS + ")");
            for (String index : indexes) {
                sql.execute(index);
            }
            sql.execute("vacuum analyze");
        }
    }

    private void patterns(Statement sql) throws SQLException {
        for (Table table : TABLES) {
            sql.execute("create temp table base_%s as select * from %s".formatted(table.name, table.whole()));
        }
    }

    /** Whose the copies are. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (char surname : SURNAMES.toCharArray()) {
            for (char first : GIVEN.toCharArray()) {
                for (char second : GIVEN.toCharArray()) {
                    names.add("" + surname + first + second);
                }
            }
        }
        return names;
    }

    /** As many with the same name as there are of a common one in a city. */
    private void applicants(Statement sql) throws SQLException {
        sql.execute("create temp table who (id int primary key, masked text, fingerprint text)");
        List<String> names = names();
        try (PreparedStatement insert = database.prepareStatement("insert into who values (?, ?, ?)")) {
            for (int id = 0; id < names.size(); id++) {
                insert.setInt(1, id);
                insert.setString(2, Masking.name(names.get(id)));
                insert.setString(3, fingerprints.get(id));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<String> dropIndexes(Statement sql) throws SQLException {
        List<String> drop = new ArrayList<>();
        List<String> create = new ArrayList<>();
        for (Table table : TABLES) {
            String name = table.whole();
            try (ResultSet rows = sql.executeQuery("""
                    select c.conname, pg_get_constraintdef(c.oid), c.conrelid::regclass::text
                    from pg_constraint c
                    where c.contype in ('p', 'u', 'f')
                      and (c.conrelid = '%1$s'::regclass or c.confrelid = '%1$s'::regclass)
                    order by c.contype
                    """.formatted(name))) {
                while (rows.next()) {
                    String of = rows.getString(3);
                    String dropped = "alter table %s drop constraint if exists %s".formatted(of, rows.getString(1));
                    if (!drop.contains(dropped)) {
                        drop.add(dropped);
                        create.add("alter table %s add constraint %s %s"
                                .formatted(of, rows.getString(1), rows.getString(2)));
                    }
                }
            }
            try (ResultSet rows = sql.executeQuery("""
                    select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                    from pg_index i
                    where i.indrelid = '%s'::regclass
                      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                    """.formatted(name))) {
                while (rows.next()) {
                    drop.add("drop index " + rows.getString(1));
                    create.add(rows.getString(2));
                }
            }
        }
        drop.sort((one, other) -> Boolean.compare(other.contains("_fkey"), one.contains("_fkey")));
        create.sort((one, other) -> Boolean.compare(one.contains("FOREIGN KEY"), other.contains("FOREIGN KEY")));
        for (String statement : drop) {
            sql.execute(statement);
        }
        return create.stream()
                .filter(statement -> !statement.contains("FOREIGN KEY"))
                .toList();
    }

    private void copy(Statement sql, String status, long matters, String later, String earlier) throws SQLException {
        long each;
        try (ResultSet row = sql.executeQuery("""
                select count(*) from base_matter m join base_case_file f using (region, number) where f.status = '%s'
                """.formatted(status))) {
            row.next();
            each = row.getLong(1);
        }
        long passes = matters / each;
        for (int pass = 0; pass < passes; pass++) {
            sql.execute("drop table if exists copy");
            sql.execute("""
                    create temp table copy as
                    select f.number as source, %2$s - %3$s as shift, '-%1$s%4$d' as suffix,
                           f.region || '-' || to_char(f.accepted_at - %3$s, 'YYYYMMDD') || '-%1$s' || lpad('%4$d', 5, '0')
                               || lpad(row_number() over ()::text, 4, '0') as number,
                           (hashtext(f.number) + %4$d * 7919::bigint) %% (select count(*) from who) as who
                    from base_case_file f where f.status = '%5$s'
                    """.formatted(
                            status.substring(0, 1), later.formatted(pass), earlier.formatted(pass), pass, status));
            for (Table table : TABLES) {
                sql.execute(insert(sql, table));
            }
            if (pass % 100 == 0) {
                out.printf("%s: %d of %d%n", status, pass, passes);
            }
        }
    }

    private static String insert(Statement sql, Table table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("""
                select column_name, data_type from information_schema.columns
                where table_schema = '%s' and table_name = '%s' and is_identity = 'NO' and is_generated = 'NEVER'
                order by ordinal_position
                """.formatted(table.schema, table.name))) {
            while (rows.next()) {
                String column = rows.getString(1);
                columns.add(column);
                values.add(value(table, column, rows.getString(2)));
            }
        }
        return "insert into %s.%s (%s) select %s from base_%2$s t join copy c on c.source = t.%5$s join who w on w.id = abs(c.who)"
                .formatted(
                        table.schema,
                        table.name,
                        String.join(", ", columns),
                        values.stream().collect(Collectors.joining(", ")),
                        table.number);
    }

    private static String value(Table table, String column, String type) {
        if (column.equals(table.number)) {
            return "c.number";
        }
        String changed = CHANGED.get(table.name + "." + column);
        if (changed != null) {
            return changed;
        }
        return type.equals("date")
                ? "(t." + column + " + c.shift)::date"
                : type.startsWith("timestamp") ? "t." + column + " + c.shift" : "t." + column;
    }
}
