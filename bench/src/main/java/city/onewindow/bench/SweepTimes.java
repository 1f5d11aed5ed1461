package city.onewindow.bench;

import city.onewindow.approval.SweepOnce;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a sweep for cards over a million clocks takes, by one instance and by two at once, and that it raises each card that is due
 * just once. Clocks are added until there are a million, each of a case of its own, and taken away afterwards.
 */
final class SweepTimes {

    private static final long CLOCKS = 1_000_000;
    private static final double LIMIT_SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final String RUNNING =
            "approval.matter where step in ('REVIEW', 'EXAMINE', 'SUSPENDED', 'DECIDE', 'CERTIFY')";

    /**
     * Of a hundred clocks five are due yellow, one red, one by law, and one yellow and red at once, for nobody looked at it; the
     * others later. All in one order, scattered over the cases they are copied from.
     */
    private static final String ADD_CLOCKS = """
            create table bench.clock as
            with source as (
                select region, number, item, row_number() over (order by number, item) - 1 as id
                from approval.matter where step = 'REVIEW'
            ), size as (
                select count(*) as sources from source
            )
            select s.region, s.number as source, s.item, s.region || '-sweep-' || i as number,
                   case when i % 100 = 5 then 1 when i % 100 = 6 then 2 else 0 end as cards,
                   localtimestamp + case
                       when i % 100 < 7 then interval '-1 minute'
                       when i % 100 = 7 then interval '-1 day'
                       else make_interval(days => (1 + i % 30)::integer)
                   end as next_card_at,
                   localtimestamp + case
                       when i % 100 in (5, 6, 7) then interval '-1 minute' else interval '20 days'
                   end as promised_due,
                   localtimestamp + case when i % 100 = 6 then interval '-1 minute' else interval '40 days' end as statutory_due
            from generate_series(0, :clocks - 1) i, size, source s
            where s.id = i % size.sources
            """;

    private static final List<String> ADD = List.of("""
            do $$
            begin
                execute (
                    select format(
                        'insert into approval.case_file (%s) select %s
                         from bench.clock c
                         join approval.case_file f on f.region = c.region and f.number = c.source,
                              jsonb_populate_record(f, jsonb_build_object(''number'', c.number)) added',
                        string_agg(column_name, ', '), string_agg('added.' || column_name, ', '))
                    from information_schema.columns
                    where table_schema = 'approval' and table_name = 'case_file' and is_generated = 'NEVER');
            end
            $$
            """, """
            insert into approval.matter
            select added.*
            from bench.clock c
            join approval.matter m on m.region = c.region and m.number = c.source and m.item = c.item,
                 jsonb_populate_record(m, to_jsonb(c)) added
            """, """
            create table bench.due as
            select region, number, item, 'YELLOW' as kind from bench.clock where cards = 0 and next_card_at < localtimestamp
            union all
            select region, number, item, 'RED' from bench.clock where cards < 2 and promised_due < localtimestamp
            union all
            select region, number, item, 'STATUTORY' from bench.clock where statutory_due < localtimestamp
            """);

    private static final List<String> RESET = List.of(
            "delete from approval.card k using bench.due d where (k.region, k.number) = (d.region, d.number)",
            """
            update approval.matter m set cards = c.cards, next_card_at = c.next_card_at
            from bench.clock c
            where (m.region, m.number, m.item) = (c.region, c.number, c.item) and m.cards <> c.cards
            """,
            "vacuum analyze approval.matter, approval.case_file, approval.card");

    private static final String WRONG = """
            bench.due d
            full join (select * from approval.card where number like region || '-sweep-%') k
                using (region, number, item, kind)
            where d.number is null or k.number is null
            """;

    private static final List<String> TAKE_AWAY = List.of(
            "delete from approval.card where number like region || '-sweep-%'",
            "delete from approval.matter where number like region || '-sweep-%'",
            "delete from approval.case_file where number like region || '-sweep-%'",
            "drop schema if exists bench cascade",
            "vacuum analyze approval.matter, approval.case_file, approval.card");

    private final List<BenchHouse> instances;
    private final JdbcClient jdbc;
    private final PrintStream out;

    SweepTimes(BenchHouse one, BenchHouse other, PrintStream out) {
        this.instances = List.of(one, other);
        this.jdbc = one.get(JdbcClient.class);
        this.out = out;
    }

    void print() throws Exception {
        // Also what an interrupted run left.
        run(TAKE_AWAY);
        out.printf("%nsweep for what has come due since the last one: %.2f s%n", sweep(1));
        long missing = Math.max(0, CLOCKS - count(RUNNING));
        run(List.of("create schema bench"));
        jdbc.sql(ADD_CLOCKS).param("clocks", missing).update();
        run(ADD);
        out.printf("sweeps, %,d clocks run, %,d cards are due%n", count(RUNNING), count("bench.due"));
        for (int together = 1; together <= instances.size(); together++) {
            double[] seconds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                run(RESET);
                seconds[round] = sweep(together);
                mustBeRaisedOnce();
            }
            Arrays.sort(seconds);
            out.printf(
                    "instances at once: %d; median of %d %.2f s, worst %.2f s, %.2f of the limit; each card once%n",
                    together, ROUNDS, seconds[ROUNDS / 2], seconds[ROUNDS - 1], seconds[ROUNDS / 2] / LIMIT_SECONDS);
        }
        run(TAKE_AWAY);
    }

    /** @return seconds until the last instance was done */
    private double sweep(int together) throws Exception {
        long begin = System.nanoTime();
        AtOnce.run(together, one -> {
            SweepOnce.of(instances.get(one).rooms());
            return one;
        });
        return (System.nanoTime() - begin) / 1e9;
    }

    private void mustBeRaisedOnce() {
        long wrong = count(WRONG);
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " cards are missing or too many");
        }
    }

    private void run(List<String> statements) {
        statements.forEach(statement -> jdbc.sql(statement).update());
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
