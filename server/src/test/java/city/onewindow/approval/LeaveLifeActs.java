package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random people go on leave and come back, and others stand in for them (请假代办); the moves themselves are {@link LifeActs}'. */
final class LeaveLifeActs {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Leaves leaves;
    private final Approval approval;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cast cast;
    private final Pool pool;
    private final Acknowledged told;

    /** Leaves that were answered as registered, each once. */
    private final Map<Long, Leave> registered = new ConcurrentHashMap<>();
    /** Texts of authorisations that were answered as given. */
    private final Set<String> authorised = ConcurrentHashMap.newKeySet();
    /** Those that were answered as taken back. */
    private final Set<Long> takenBack = ConcurrentHashMap.newKeySet();

    private final Collection<Long> known = new ConcurrentLinkedQueue<>();

    LeaveLifeActs(ApplicationContext house, Clock clock, Cast cast, Acknowledged told) {
        this.leaves = house.getBean(Leaves.class);
        this.approval = house.getBean(Approval.class);
        this.jdbc = house.getBean(JdbcClient.class);
        this.clock = clock;
        this.cast = cast;
        this.pool = house.getBean(Pool.class);
        this.told = told;
    }

    Map<Long, Leave> registered() {
        return registered;
    }

    Set<String> authorised() {
        return authorised;
    }

    Set<Long> takenBack() {
        return takenBack;
    }

    /** @param matter at whose department somebody is away, and perhaps has it */
    void act(Matter matter, Random random) {
        String department = matter.department();
        if (random.nextBoolean()) {
            work(matter, random);
            return;
        }
        Actor head = cast.one(department, Set.of(Role.HEAD), random);
        Actor by = random.nextInt(6) == 0 ? cast.anybody(department, random) : head;
        List<Long> open = List.copyOf(known);
        if (open.isEmpty() || random.nextInt(3) != 0) {
            register(department, by, random);
            return;
        }
        long id = open.get(Math.max(0, open.size() - 1 - random.nextInt(8)));
        // Whoever is on leave may be of another department than the one where something is done.
        String there = String.valueOf(
                registered.get(id) == null ? department : registered.get(id).department());
        Actor keeper = random.nextInt(6) == 0 ? by : cast.one(there, Set.of(Role.HEAD), random);
        LocalDate today = LocalDate.now(clock);
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                String text = "授权" + COUNT.incrementAndGet();
                leaves.authorise(id, text, keeper);
                authorised.add(text);
            }
            case 2, 3 -> {
                String standIn = account(cast.anyPerson(there, random));
                leaves.nameStandIn(id, standIn, "", keeper);
                cast.standsIn(standIn);
            }
            case 4 -> leaves.shorten(id, today.plusDays(random.nextInt(20)), keeper);
            default -> {
                leaves.takeBack(id, keeper);
                takenBack.add(id);
            }
        }
    }

    /** Who stands in works it, more often than not because whoever is away has taken it. */
    private void work(Matter matter, Random random) {
        Role role = Procedure.mover(matter.step()).orElse(Role.REVIEWER);
        List<Leave> away = registered.values().stream()
                .filter(leave -> leave.department().equals(matter.department()) && leave.standIn() != null)
                .filter(leave -> cast.of(leave.account()).has(role) || random.nextInt(8) == 0)
                .toList();
        if (away.isEmpty()) {
            return;
        }
        Leave one = away.get(random.nextInt(away.size()));
        if (random.nextInt(4) != 0) {
            pool.take(matter.number(), matter.item(), null, cast.of(one.account()));
            told.held().add(new Acknowledged.Moved(matter.number(), matter.item(), Act.OPEN, one.account()));
        }
        Actor standIn = cast.of(Objects.requireNonNull(one.standIn()).account());
        cast.standsIn(standIn.account());
        String text = "代" + COUNT.incrementAndGet();
        List<HistoryEntry> done = switch (matter.step()) {
            case REVIEW -> approval.review(matter.number(), matter.item(), Recommendation.GRANT, text, standIn, null);
            case DECIDE -> approval.deny(matter.number(), matter.item(), text, "某法第二条", "另查明的事实", standIn, null);
            case CERTIFY -> approval.certify(matter.number(), matter.item(), "", standIn, null);
            default -> approval.sendBack(matter.number(), matter.item(), Act.GIVE_BACK, text, standIn, null);
        };
        told.acted(done, standIn, null);
    }

    private void register(String department, Actor by, Random random) {
        LocalDate from = LocalDate.now(clock).plusDays(random.nextInt(4) / 3 * random.nextInt(4));
        // Some who decide or lead, for whom anybody may stand in who is authorised; some any two.
        Actor absent = random.nextBoolean()
                ? cast.anyPerson(department, random)
                : cast.one(department, Set.of(random.nextBoolean() ? Role.DECIDER : Role.HEAD), random);
        Actor standIn = random.nextBoolean()
                ? cast.anyPerson(department, random)
                : cast.one(department, absent.roles(), random);
        AskedLeave asked = new AskedLeave(
                account(absent),
                from,
                from.plusDays(random.nextInt(60)),
                Leave.Kind.ANNUAL,
                account(standIn),
                random.nextInt(4) == 0 ? "" : "授权" + COUNT.incrementAndGet());
        IdempotencyKey key = new IdempotencyKey("away-leave-" + COUNT.incrementAndGet());
        Supplier<Leave> again = () -> leaves.register(asked, by, key);
        Leave leave = again.get();
        registered.put(leave.id(), leave);
        known.add(leave.id());
        cast.standsIn(String.valueOf(asked.standIn()));
        if (leave.standIn() != null && leave.standIn().authorisation() != null) {
            authorised.add(leave.standIn().authorisation().text());
        }
        if (random.nextInt(4) == 0) {
            registered.put(again.get().id(), leave);
        }
    }

    /** Of somebody of these lives, who has an account from now on. */
    private String account(Actor one) {
        jdbc.sql("""
                        insert into identity.account (region, name, display_name, kind, roles, department, password_hash, must_change_password,
                                created_at, created_by)
                        values (:region, :name, :name, 'STAFF', :roles, :department, '', true, now(), 'lives')
                        on conflict do nothing
                        """)
                .param("region", SampleCases.REGION)
                .param("name", one.account())
                .param("roles", one.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("department", one.department())
                .update();
        return one.account();
    }

    /** Nobody is away any more, nor on the staff, when other tests go on in this house. */
    void everybodyIsBack() {
        jdbc.sql(
                        "delete from approval.leave where account in (select name from identity.account where created_by = 'lives')")
                .update();
        jdbc.sql("delete from identity.account where created_by = 'lives'").update();
    }
}
