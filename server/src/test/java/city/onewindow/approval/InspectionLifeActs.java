package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.TestClock;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** What random people do about joint inspections (联合踏勘); the place of each says its hour, for {@link InspectionOracle}. */
final class InspectionLifeActs {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> TWO = List.of("张三", "李四");

    private final Inspections inspections;
    private final InspectionTable table;
    private final Matters matters;
    private final TestClock clock;
    private final Cast cast;

    /** Keys under which something was answered as done. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    InspectionLifeActs(ApplicationContext house, TestClock clock, Cast cast) {
        this.inspections = house.getBean(Inspections.class);
        this.table = house.getBean(InspectionTable.class);
        this.matters = house.getBean(Matters.class);
        this.clock = clock;
        this.cast = cast;
    }

    Set<String> told() {
        return told;
    }

    void act(String number, Random random) {
        List<Inspection> all = table.ofCase(number);
        boolean none = all.stream().allMatch(Inspection::isOver);
        if (none || random.nextInt(8) == 0) {
            propose(number, random);
        } else {
            act(all.get(random.nextInt(all.size())), random);
        }
    }

    private void propose(String number, Random random) {
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        if (all.stream().filter(Consultations::isOpen).count() < 2 && random.nextInt(4) != 0) {
            return;
        }
        List<Matter> some = all.stream()
                .filter(matter -> Consultations.isOpen(matter) && random.nextInt(6) != 0 || random.nextInt(20) == 0)
                .toList();
        Matter own = all.get(random.nextInt(all.size()));
        if (!some.isEmpty() && random.nextInt(8) != 0) {
            own = some.get(random.nextInt(some.size()));
        }
        Actor actor = speaker(own.department(), random);
        LocalDateTime at = hour(random);
        InspectionProposal proposal = new InspectionProposal(
                some.stream().map(Matter::item).toList(), new Appointment(at, place(at), "布局", ""), TWO);
        done(key -> inspections.propose(number, proposal, actor, key));
    }

    private void act(Inspection one, Random random) {
        String number = one.number();
        int seq = one.seq();
        List<String> asked =
                one.visitors().stream().map(Inspection.Visitor::department).toList();
        List<String> owing = one.visitors().stream()
                .filter(visitor -> visitor.answer() == null)
                .map(Inspection.Visitor::department)
                .toList();
        List<String> choice = owing.isEmpty() || random.nextInt(3) == 0 ? asked : owing;
        String department = random.nextInt(5) == 0 ? one.department() : choice.get(random.nextInt(choice.size()));
        Actor actor = speaker(department, random);
        String text = "第" + COUNT.incrementAndGet() + "看";
        boolean agreed = one.state() == Inspection.State.AGREED;
        switch (agreed ? 4 + random.nextInt(8) : random.nextInt(6)) {
            case 0, 1, 2, 3 -> answer(one, text, actor, random);
            case 4 -> {
                if (random.nextInt(2) == 0) {
                    LocalDateTime at = hour(random);
                    done(key -> inspections.move(number, seq, at, place(at), text, actor, key));
                }
            }
            case 5 -> {
                if (random.nextInt(3) == 0) {
                    done(key -> inspections.cancel(number, seq, text, actor, key));
                }
            }
            case 6, 7, 8 -> {
                if (random.nextBoolean()) {
                    waitFor(one);
                }
                Inspection.Result result = Inspection.Result.values()[random.nextInt(3)];
                done(key -> inspections.find(number, seq, result, List.of(), text, actor, key));
            }
            default -> {
                Set<String> absent = one.silent().stream()
                        .map(Inspection.Visitor::department)
                        .filter(silent -> random.nextInt(4) != 0)
                        .collect(Collectors.toSet());
                done(key -> inspections.close(number, seq, text, absent, actor, key));
            }
        }
    }

    private void answer(Inspection one, String text, Actor actor, Random random) {
        Inspection.Reply reply = switch (random.nextInt(8)) {
            case 0, 1, 2 -> Inspection.Reply.OTHER_HOUR;
            case 3 -> Inspection.Reply.NOT_NEEDED;
            default -> Inspection.Reply.COMES;
        };
        LocalDateTime other = hour(random);
        done(key -> inspections.answer(one.number(), one.seq(), reply, TWO, text, other, actor, key));
    }

    /** Now and then twice under the same key. */
    private void done(Function<IdempotencyKey, Inspection> act) {
        int count = COUNT.incrementAndGet();
        IdempotencyKey key = new IdempotencyKey("inspection-" + count);
        Supplier<Inspection> again = () -> act.apply(key);
        Inspection answered = again.get();
        told.add(key.value());
        if (count % 4 == 0) {
            assertThat(again.get().seq()).as("done again under the same key").isEqualTo(answered.seq());
        }
    }

    private Actor speaker(String department, Random random) {
        return random.nextInt(6) == 0
                ? cast.anybody(department, random)
                : cast.fit(Procedure.only(Act.REVIEW), department, random);
    }

    /** To the hour, days ahead at most; now and then past. */
    private LocalDateTime hour(Random random) {
        return LocalDateTime.now(clock).withMinute(0).withSecond(0).withNano(0).plusHours(random.nextInt(80) - 2);
    }

    private static String place(LocalDateTime at) {
        return "现场@" + at;
    }

    private void waitFor(Inspection one) {
        Duration left = Duration.between(LocalDateTime.now(clock), one.at());
        if (!left.isNegative() && left.compareTo(Duration.ofDays(4)) < 0) {
            clock.forward(left);
        }
    }
}
