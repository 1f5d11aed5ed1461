package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.ApplicationOracle;
import city.onewindow.intake.CounterActs;
import city.onewindow.intake.Intake;
import city.onewindow.intake.OnlineActs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Random people do random things to the same few applications and cases at the same time, while the clock moves; then every row is
 * held against what a plain model says. {@code -Donewindow.lives=200} lives more lives, {@code -Donewindow.life=17} begins with
 * that seed, {@code -Donewindow.acts=500} lives longer. A seed brings the same choices again, not the same interleaving.
 */
@DisplayName("任意人、任意先后、同时办理")
class RandomLifeTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final int THREADS = 4;
    private static final int ACTS = Integer.getInteger("onewindow.acts", 150);

    @Autowired
    private ApplicationContext world;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Calendar calendar;

    private List<Holiday> published = List.of();
    private LifeCases shapes;
    private LifeActs acts;
    private Beside beside;
    private CounterActs counter;
    private OnlineActs online;

    private final Cast cast = new Cast();
    private final Acknowledged told = new Acknowledged();
    private final List<String> applications = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<String> numbers = new CopyOnWriteArrayList<>();
    private final Collection<Throwable> broken = new ConcurrentLinkedQueue<>();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("onewindow.lives", 3)).map(i -> i + Long.getLong("onewindow.life", 1));
    }

    @BeforeEach
    void remember() {
        published = calendar.published();
        shapes = new LifeCases(cases);
        acts = new LifeActs(world, clock, cast, told);
        beside = new Beside(world, clock, cast, told);
        counter = new CounterActs(world);
        online = new OnlineActs(world, counter);
    }

    @AfterEach
    void restore() {
        calendar.replaceHolidays(published);
        beside.everybodyIsBack();
    }

    @ParameterizedTest(name = "种子 {0}")
    @MethodSource("seeds")
    @DisplayName("没有图外的状态，历史一条不少、一条不多，收件、视为受理、时限与逐日计算一致，文书与审计各一")
    void lives(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            numbers.add(shapes.accept(random));
        }
        // Of which a window has paper.
        numbers.add(startups.accept());
        applications.add(counter.begin(random));
        applications.add(online.begin(random));
        live(random, false);
        if (random.nextBoolean()) {
            quietDays();
        }
        check(seed, false);
        beside.check(cases(), false, null);
        live(random, true);
        otherDaysAreWorked(random);
        sweepUntilAllIsCounted();
        check(seed, true);
        LocalDateTime settled = LocalDateTime.now(clock);
        beside.check(cases(), true, settled);
        numbers.add(shapes.slow());
        quietWeeks(random);
        check(seed, true);
        beside.check(cases(), true, settled);
    }

    private void live(Random random, boolean changing) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random own = new Random(random.nextLong());
                boolean changes = changing && i == 0;
                running.add(threads.submit(() -> act(own, changes)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void check(long seed, boolean changed) {
        assertThat(broken).as("neither done nor refused, under seed %d", seed).isEmpty();
        counter.fallSilent();
        ApplicationOracle counters = new ApplicationOracle(jdbc, counter);
        LifeOracle lives = new LifeOracle(jdbc, matters, world.getBean(TransferTable.class), cast, told);
        EndedOracle ended = new EndedOracle(matters, world.getBean(Intake.class));
        BooksOracle books = new BooksOracle(jdbc, matters, told);
        ClockOracle clocks = new ClockOracle(jdbc, matters, NaiveClock.read(jdbc), changed, shapes.limits());
        OrderOracle orders = new OrderOracle(matters, world.getBean(RulingTable.class), NaiveClock.read(jdbc));
        ReceivedOracle received = new ReceivedOracle(jdbc, world, NaiveClock.read(jdbc), changed, LocalDate.now(clock));
        applications.forEach(counters::check);
        applications.forEach(received::check);
        applications.forEach(this::meet);
        for (String number : cases()) {
            lives.check(number);
            ended.check(number);
            books.check(number);
            clocks.check(number);
            orders.check(number);
            matters.ofCase(SampleCases.REGION, number).forEach(received::shown);
            whoOwesCanMove(number);
        }
    }

    private List<String> cases() {
        return numbers.stream()
                .filter(number -> !matters.ofCase(SampleCases.REGION, number).isEmpty())
                .toList();
    }

    /** Nobody is said to owe what he can't do where the matter stands. */
    private void whoOwesCanMove(String number) {
        door.file(number, MANAGER).owed().stream()
                .filter(move -> move.role() != null && !SlipOracle.isOfPaper(move.party()))
                .forEach(move -> {
                    Matter owed = matter(number, move.item());
                    assertThat(Procedure.from(owed.step()))
                            .as("%s", move)
                            .anyMatch(edge -> edge.chains().contains(owed.chain())
                                    && edge.roles().contains(move.role()));
                });
    }

    /**
     * What an instance counted by days that it had still in mind is counted again a little later. In these lives minutes pass while an act
     * is under way, so the last change of days comes when all acts are done.
     */
    private void sweepUntilAllIsCounted() {
        sweep.sweep();
        clock.forward(Duration.ofMinutes(2));
        sweep.sweep();
    }

    /** Nobody does anything, but the house looks every day what is due. */
    private void quietDays() {
        for (int day = 0; day < 9; day++) {
            clock.forward(Duration.ofDays(1));
            swept();
        }
    }

    /** Long enough for every limit to pass, the joint one as well. */
    private void quietWeeks(Random random) {
        for (int week = 0; week < 18; week++) {
            clock.forward(Duration.ofDays(6));
            beside.tooLate(random);
            swept();
        }
    }

    private void swept() {
        sweep.sweep();
        counter.fallSilent();
    }

    private void act(Random random, boolean changes) {
        for (int i = 0; i < ACTS; i++) {
            try {
                IdempotencyKey key = key(random);
                if (changes && i % 25 == 20) {
                    otherDaysAreWorked(random);
                }
                switch (random.nextInt(54)) {
                    case 0 -> later(random);
                    case 1 -> swept();
                    case 2 -> begin(random);
                    case 3, 4, 5, 6 -> atTheCounter(random, key);
                    case 7, 8, 9, 10, 11, 12, 13, 14 -> meet(online.act(random, key));
                    case 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28 -> beside.act(numbers, random, key);
                    default -> acts.act(numbers, random, key);
                }
            } catch (Problem refused) {
                // As good an answer as any.
            } catch (RuntimeException | AssertionError neither) {
                broken.add(neither);
            }
        }
    }

    private void begin(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> applications.add(counter.begin(random));
            case 1, 2 -> applications.add(online.begin(random));
            case 3 -> numbers.add(startups.accept());
            default -> numbers.add(shapes.accept(random));
        }
    }

    private void atTheCounter(Random random, @Nullable IdempotencyKey key) {
        String number = applications.get(random.nextInt(applications.size()));
        counter.act(number, random, key);
        meet(number);
    }

    /** Who works cases finds it, once it is one. */
    private void meet(String number) {
        if (!matters.ofCase(SampleCases.REGION, number).isEmpty()) {
            numbers.addIfAbsent(number);
        }
    }

    private void otherDaysAreWorked(Random random) {
        List<Holiday> days = new ArrayList<>(published);
        LocalDate day = LocalDate.now(clock).plusDays(random.nextInt(20) - 5);
        Holiday.Kind kind = random.nextBoolean() ? Holiday.Kind.HOLIDAY : Holiday.Kind.WORKDAY;
        days.add(new Holiday(day, kind, "临时", 2026));
        calendar.replaceHolidays(days);
    }

    /** Half of the time a fresh one or none; else one of a few, so that keys are used again for this and for that. */
    private static @Nullable IdempotencyKey key(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new IdempotencyKey("again-" + random.nextInt(1000));
            default -> new IdempotencyKey("fresh-" + Long.toHexString(random.nextLong()));
        };
    }

    private synchronized void later(Random random) {
        boolean overDays = random.nextInt(6) == 0;
        clock.forward(overDays ? Duration.ofDays(1 + random.nextInt(3)) : Duration.ofMinutes(random.nextInt(600)));
    }
}
