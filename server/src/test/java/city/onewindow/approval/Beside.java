package city.onewindow.approval;

import city.onewindow.TestClock;
import city.onewindow.catalog.Catalogs;
import city.onewindow.kernel.IdempotencyKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens in random lives beside the moves of matters: the joint limit is lengthened, departments look together, paper is handed about,
 * people go on leave. Each has its acts and its oracle.
 */
final class Beside {

    private final ApplicationContext house;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final Matters matters;
    private final Cast cast;
    private final long begun;

    private final JointLifeActs joint;
    private final InspectionLifeActs inspections;
    private final SlipLifeActs slips;
    private final LeaveLifeActs leaves;

    Beside(ApplicationContext house, TestClock clock, Cast cast, Acknowledged told) {
        this.house = house;
        this.clock = clock;
        this.jdbc = house.getBean(JdbcClient.class);
        this.matters = house.getBean(Matters.class);
        this.cast = cast;
        this.joint = new JointLifeActs(house, cast);
        this.inspections = new InspectionLifeActs(house, clock, cast);
        this.slips = new SlipLifeActs(house, cast);
        this.leaves = new LeaveLifeActs(house, clock, cast, told);
        this.begun = jdbc.sql("select coalesce(max(id), 0) from audit.entry")
                .query(Long.class)
                .single();
    }

    /** @param numbers of all cases; who acts meets at the newest */
    void act(List<String> numbers, Random random, @Nullable IdempotencyKey key) {
        String number = numbers.get(Math.max(0, numbers.size() - 1 - random.nextInt(6)));
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        if (all.isEmpty()) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> joint.act(numbers, random, key);
            case 1, 2 -> inspections.act(number, random);
            case 3, 4 -> slips.act(numbers, random);
            default -> leaves.act(open(all, random), random);
        }
    }

    /** Whoever asks for more time when it is too late. */
    void tooLate(Random random) {
        joint.tooLate(random, LocalDateTime.now(clock));
    }

    private static Matter open(List<Matter> all, Random random) {
        List<Matter> open =
                all.stream().filter(matter -> matter.step().isOpen()).toList();
        List<Matter> choice = open.isEmpty() ? all : open;
        return choice.get(random.nextInt(choice.size()));
    }

    /**
     * @param changed whether other days were worked for a while
     * @param settled since when nobody acts any more, and all that follows by itself has followed; null while somebody may
     */
    void check(List<String> numbers, boolean changed, @Nullable LocalDateTime settled) {
        NaiveClock naive = NaiveClock.read(jdbc);
        LocalDateTime now = LocalDateTime.now(clock);
        JointOracle limits = new JointOracle(jdbc, naive, cast, joint, changed, settled);
        Cases cases = house.getBean(Cases.class);
        InspectionOracle looks = new InspectionOracle(
                jdbc,
                house.getBean(InspectionTable.class),
                cases,
                house.getBean(Catalogs.class).current().content()::departmentName,
                naive,
                inspections);
        SlipOracle paper = new SlipOracle(jdbc, house.getBean(SlipTable.class), cases, naive, cast, slips);
        for (String number : numbers) {
            List<Matter> all = matters.ofCase(SampleCases.REGION, number);
            List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
            limits.check(number, all, history, settled != null, now);
            looks.check(number, history, settled != null, now);
            paper.check(number, now);
        }
        looks.told();
        new LeaveOracle(jdbc, cast, leaves, begun).check();
    }

    void everybodyIsBack() {
        leaves.everybodyIsBack();
    }
}
