package city.onewindow.launch;

import city.onewindow.catalog.Catalogs;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills a demonstration with made-up cases at every step, beside a running service or alone. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        header = "虚构一些办件，供演示和培训 / make cases up, for demonstrations and training",
        description = {
            "用虚构的申请人模拟最近几天的办件：受理、审批、出件，停在各个环节，供演示和培训。",
            "Work made-up cases of the last days, left standing at every step, for demonstrations and training."
        })
final class Simulate implements Callable<Integer> {

    private static final int MOST_LINES = 60;

    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--cases", paramLabel = "N", defaultValue = "30", description = "多少件 / how many (${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "10",
            description = "最近多少天收的件 / over how many past days (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--seed", paramLabel = "N", description = "同一个数得到同样的办件 / the same number gives the same cases")
    private long seed = System.nanoTime();

    @Option(names = "--demo", description = "也允许用于给定的数据库 / in a given database, too")
    private boolean demo;

    @Mixin
    private final DatabaseOption database;

    Simulate(House house, Map<String, String> environment) {
        this.house = house;
        this.database = new DatabaseOption(environment);
    }

    @Override
    public Integer call() {
        if (count < 1 || days < 1) {
            throw new StartProblem("--cases 和 --days 至少为 1。", "--cases and --days must be 1 or more.");
        }
        Database opened = database.open();
        if (!opened.embedded() && !demo) {
            throw new StartProblem(
                    "模拟会写入虚构的办件；要用于 ONEWINDOW_DB_URL 指定的数据库，请加 --demo。",
                    "A simulation writes made-up cases; to allow that in the database of ONEWINDOW_DB_URL, add --demo.");
        }
        var clock = new SimulatedClock(Clock.system(TimeZoneOfTheCentre.ZONE));
        try (var context = house.openWithoutPages(opened, clock)) {
            context.getBean(Catalogs.class).importShipped();
            var simulation = new Simulation(context, clock, new Random(seed));
            spec.commandLine()
                    .getOut()
                    .println(simulation.run(count, days, progress()).summary());
            return 0;
        }
    }

    /** A line a day for whoever sits before it, unless that would be too many; else one a month. */
    private BiConsumer<LocalDate, Tally> progress() {
        PrintWriter out = spec.commandLine().getOut();
        boolean daily = System.console() != null && days <= MOST_LINES;
        Set<YearMonth> months = new HashSet<>();
        return (day, tally) -> {
            if (months.add(YearMonth.from(day)) || daily) {
                out.println(tally.upTo(day));
                out.flush();
            }
        };
    }
}
