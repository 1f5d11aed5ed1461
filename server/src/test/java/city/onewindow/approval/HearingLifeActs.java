package city.onewindow.approval;

import city.onewindow.TestClock;
import city.onewindow.identity.Account;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What random people do about hearings (听证); {@link HearingOracle} tells from the words of these acts how each stands. */
final class HearingLifeActs {

    private static final List<Hearing.Party> NEIGHBOUR = List.of(new Hearing.Party("赵邻居", "洛阳市示例路2号"));
    private static final int NINE = 9;

    private final Hearings hearings;
    private final HearingRequests requests;
    private final JdbcClient jdbc;
    private final TestClock clock;

    HearingLifeActs(ApplicationContext house, TestClock clock) {
        this.hearings = house.getBean(Hearings.class);
        this.requests = house.getBean(HearingRequests.class);
        this.jdbc = house.getBean(JdbcClient.class);
        this.clock = clock;
    }

    Supplier<List<HistoryEntry>> act(
            Matter matter, Act act, String text, Actor actor, Random random, @Nullable IdempotencyKey key) {
        String number = matter.number();
        String item = matter.item();
        List<Hearing.Party> others = random.nextBoolean() ? NEIGHBOUR : List.of();
        LocalDate on = LocalDate.now(clock).minusDays(random.nextInt(4) / 3 * random.nextInt(5));
        Integer by = random.nextInt(3) == 0 ? 1 : 0;
        Integer waiver = random.nextInt(3) == 0 ? null : by;
        boolean adjourned = random.nextInt(3) == 0;
        return switch (act) {
            case TELL_HEARING -> () -> hearings.tell(number, item, text, others, null, actor, key);
            case ASK_HEARING -> () -> requests.ask(number, item, on, by, actor, key);
            case WAIVE_HEARING -> () -> requests.waive(number, item, waiver, text, actor, key);
            case CALL_HEARING -> {
                AskedSession session = session(matter, actor, random);
                yield () -> hearings.call(number, item, session, text, others, actor, key);
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    waitForItsHour(matter);
                }
                yield () -> hearings.record(number, item, new AskedRecord("双方", text, "均签字", adjourned), actor, key);
            }
        };
    }

    /** Few would come to their record otherwise: it lies weeks ahead. */
    private void waitForItsHour(Matter matter) {
        jdbc.sql("select max(at) from approval.hearing where number = :number and item = :item and ended_at is null")
                .param("number", matter.number())
                .param("item", matter.item())
                .query(LocalDateTime.class)
                .optional()
                .map(at -> Duration.between(LocalDateTime.now(clock), at))
                .filter(left -> !left.isNegative())
                .ifPresent(clock::forward);
    }

    private AskedSession session(Matter matter, Actor actor, Random random) {
        presider(matter.department());
        List<Account> presiders = hearings.presiders(matter, actor);
        LocalDateTime at =
                LocalDate.now(clock).plusDays(NINE + random.nextInt(6)).atTime(NINE, 0);
        String presider = presiders.isEmpty()
                ? "nobody"
                : presiders.get(random.nextInt(presiders.size())).name();
        return new AskedSession(at, "听证室", presider, random.nextBoolean());
    }

    /** Who presides has an account; it is that of a reviewer of these lives, who reviews where he hasn't presided. */
    private void presider(String department) {
        jdbc.sql("""
                        insert into identity.account (region, name, display_name, kind, roles, department, password_hash, must_change_password,
                                created_at, created_by)
                        values (:region, :name, :name, 'STAFF', array ['REVIEWER'], :department, '', true, now(), 'lives')
                        on conflict do nothing
                        """)
                .param("region", SampleCases.REGION)
                .param("name", department + "-" + Role.REVIEWER + "-1")
                .param("department", department)
                .update();
    }
}
