package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The centre lengthens the joint limit of cases (延长统一办理期限), also where nothing is to be lengthened. */
final class JointLifeActs {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int LONGEST = 15;

    private final JointExtensions extensions;
    private final CaseFiles files;
    private final Matters matters;
    private final JdbcClient jdbc;
    private final Cast cast;

    private final Map<String, JointExtension> told = new ConcurrentHashMap<>();

    JointLifeActs(ApplicationContext house, Cast cast) {
        this.extensions = house.getBean(JointExtensions.class);
        this.files = house.getBean(CaseFiles.class);
        this.matters = house.getBean(Matters.class);
        this.jdbc = house.getBean(JdbcClient.class);
        this.cast = cast;
    }

    /** @param numbers of all cases; more often than not it is one that may be lengthened */
    void act(List<String> numbers, Random random, @Nullable IdempotencyKey key) {
        List<String> newest =
                numbers.stream().skip(Math.max(0, numbers.size() - 10)).toList();
        List<String> longer = newest.stream()
                .filter(number -> files.find(SampleCases.REGION, number)
                        .filter(file -> extensions.mayExtend(
                                file, matters.ofCase(SampleCases.REGION, number), LifeActs.MANAGER))
                        .isPresent())
                .toList();
        List<String> choice = longer.isEmpty() || random.nextInt(4) == 0 ? newest : longer;
        act(choice.get(random.nextInt(choice.size())), random, key);
    }

    private void act(String number, Random random, @Nullable IdempotencyKey key) {
        extend(number, random, random.nextInt(8) == 0 ? cast.anybody("dep-life0", random) : LifeActs.MANAGER, key);
    }

    /** The centre asks for more time for all that is late and has no red card yet: {@link JointOracle} sees whether it was let. */
    void tooLate(Random random, LocalDateTime now) {
        for (String number : jdbc.sql(
                        "select number from approval.case_file where joint_cards = 1 and joint_card_at < :now")
                .param("now", now)
                .query(String.class)
                .list()) {
            try {
                extend(number, random, LifeActs.MANAGER, null);
            } catch (Problem.Conflict refused) {
                // As it should be, of what is late.
            }
        }
    }

    private void extend(String number, Random random, Actor actor, @Nullable IdempotencyKey key) {
        int days = 1 + random.nextInt(LONGEST);
        String reason = "第" + COUNT.incrementAndGet() + "次延长";
        JointExtension extended = extensions.extend(number, days, reason, "王副市长", actor, key);
        JointExtension before = told.putIfAbsent(number, extended);
        assertThat(before == null || before.equals(extended))
                .as("extended once: %s, then %s", before, extended)
                .isTrue();
        if (key != null) {
            assertThat(extensions.extend(number, days, reason, "王副市长", actor, key))
                    .as("extended again under the same key")
                    .isEqualTo(extended);
        }
    }

    /** What was answered; null if nobody was told that the case has more time. */
    @Nullable
    JointExtension told(String number) {
        return told.get(number);
    }
}
