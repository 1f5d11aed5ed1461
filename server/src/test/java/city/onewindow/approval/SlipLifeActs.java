package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.IdempotencyKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Paper that random people hand about (物料流转), with and without a right to, and what they were told. */
final class SlipLifeActs {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Slips slips;
    private final SlipTable table;
    private final HandingOver handing;
    private final Cast cast;

    private final Collection<Long> handed = new ConcurrentLinkedQueue<>();
    private final Set<Said> said = ConcurrentHashMap.newKeySet();

    /**
     * What became of a slip, as it was answered.
     *
     * @param what as the audit log calls it
     * @param text the objection or the reason; empty if it was received
     */
    record Said(long slip, String what, String who, String text) {}

    SlipLifeActs(ApplicationContext house, Cast cast) {
        this.slips = house.getBean(Slips.class);
        this.table = house.getBean(SlipTable.class);
        this.handing = house.getBean(HandingOver.class);
        this.cast = cast;
    }

    /** Slips that were answered as made, each once. */
    Set<Long> handed() {
        return new HashSet<>(handed);
    }

    Set<Said> said() {
        return said;
    }

    /** @param numbers of all cases; of those that a window took in there is paper, and of these the newest is handed about */
    void act(List<String> numbers, Random random) {
        List<String> taken =
                numbers.stream().filter(number -> !SampleCases.isMade(number)).toList();
        if (taken.isEmpty()) {
            return;
        }
        String number = taken.get(Math.max(0, taken.size() - 1 - random.nextInt(3)));
        List<Slips.Paper> paper = slips.paper(number, SampleCases.CLERK);
        if (paper.isEmpty()) {
            return;
        }
        List<Slip> all = table.ofCase(number);
        if (all.isEmpty() || random.nextInt(4) == 0) {
            hand(number, paper, random);
        } else {
            act(all.get(Math.max(0, all.size() - 1 - random.nextInt(4))), random);
        }
    }

    private void hand(String number, List<Slips.Paper> paper, Random random) {
        Slips.Paper one = paper.get(random.nextInt(paper.size()));
        List<String> keys =
                some(one.materials().stream().map(PaperMaterial::key).toList(), random);
        Actor actor = window(one.department(), random);
        String reason = "第" + COUNT.incrementAndGet() + "次退还";
        if (random.nextInt(4) == 0) {
            made(key -> handing.giveBack(number, keys, reason, actor, key));
        } else {
            made(key -> handing.hand(number, one.department(), keys, actor, key));
        }
    }

    private void act(Slip slip, Random random) {
        boolean back = slip.direction() == Slip.Direction.TO_WINDOW;
        String department = slip.direction() == Slip.Direction.TO_APPLICANT ? "scjg" : slip.department();
        Actor hander = back ? staff(department, random) : window(department, random);
        Actor receiver = slip.direction() == Slip.Direction.TO_DEPARTMENT
                ? staff(department, random)
                : window(department, random);
        String text = "第" + COUNT.incrementAndGet() + "次";
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                slips.answer(slip.id(), text, receiver);
                said.add(new Said(slip.id(), "slip.object", receiver.account(), text));
            }
            case 2 -> {
                slips.takeBack(slip.id(), text, hander);
                said.add(new Said(slip.id(), "slip.take-back", hander.account(), text));
            }
            case 3, 4 -> {
                List<String> keys =
                        some(slip.lines().stream().map(Slip.Line::key).toList(), random);
                Actor staff = staff(department, random);
                made(key -> handing.handBack(slip.id(), keys, text, staff, key));
            }
            default -> {
                slips.answer(slip.id(), null, receiver);
                said.add(new Said(slip.id(), "slip.receive", receiver.account(), ""));
            }
        }
    }

    /** Now and then twice under the same key, or under none. */
    private void made(Function<@Nullable IdempotencyKey, Slip> hand) {
        int count = COUNT.incrementAndGet();
        IdempotencyKey key = count % 3 == 0 ? null : new IdempotencyKey("paper-slip-" + count);
        Slip made = hand.apply(key);
        handed.add(made.id());
        if (count % 3 == 1) {
            assertThat(hand.apply(key).id())
                    .as("handed over again under the same key")
                    .isEqualTo(made.id());
        }
    }

    private static List<String> some(List<String> keys, Random random) {
        return random.nextBoolean()
                ? keys
                : keys.stream().filter(key -> random.nextBoolean()).toList();
    }

    private Actor window(String department, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> staff(department, random);
            case 1 -> LifeActs.MANAGER;
            default -> SampleCases.CLERK;
        };
    }

    private Actor staff(String department, Random random) {
        return random.nextInt(10) == 0 ? SampleCases.CLERK : cast.anybody(department, random);
    }
}
