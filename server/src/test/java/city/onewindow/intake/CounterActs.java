package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Clerks who do anything at all with applications, and what they were told. */
public final class CounterActs {

    private static final List<Actor> CLERKS = List.of(
            Counter.CLERK,
            new Actor("clerk-2", "另一位受理岗", Set.of(Role.CLERK), "scjg", "qykb"),
            new Actor("clerk-elsewhere", "别的窗口", Set.of(Role.CLERK), "swj", "ssdj"),
            new Actor("reviewer-elsewhere", "审查岗", Set.of(Role.REVIEWER), "scjg", null));

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    private final Intake intake;
    private final Reception reception;
    private final WithdrawnApplications ending;
    private final Silence silence;
    private final PreReviewDesk desk;
    private final RefusalRulings rulings;
    private final Clock clock;
    private final Counter counter;

    private final Map<String, String> papers = new ConcurrentHashMap<>();

    private final Collection<String> accepted = new ConcurrentLinkedQueue<>();
    private final Collection<String> withdrawn = new ConcurrentLinkedQueue<>();
    private final Set<Told> told = ConcurrentHashMap.newKeySet();

    /**
     * That something was done, as it was answered.
     *
     * @param key fresh where none was given: then it was done anew
     */
    record Told(String number, IntakeAct act, String who, String key) {}

    public CounterActs(ApplicationContext house) {
        this.intake = house.getBean(Intake.class);
        this.reception = house.getBean(Reception.class);
        this.ending = house.getBean(WithdrawnApplications.class);
        this.silence = house.getBean(Silence.class);
        this.desk = house.getBean(PreReviewDesk.class);
        this.rulings = house.getBean(RefusalRulings.class);
        this.clock = house.getBean(Clock.class);
        this.counter = new Counter(intake, house.getBean(Catalogs.class));
    }

    /** @return the number of an application with some materials in order, some to follow and perhaps one lacking */
    public String begin(Random random) {
        Dossier dossier = counter.filled();
        String number = Counter.number(dossier);
        List<MergedMaterial> materials = dossier.merge().materials();
        int lacking = random.nextInt(2) == 0 ? random.nextInt(materials.size()) : -1;
        boolean deferring = random.nextBoolean();
        IntStream.range(0, materials.size())
                .filter(i -> i != lacking)
                .mapToObj(materials::get)
                .forEach(material -> intake.check(
                        number,
                        deferring && material.mayFollow() && material.later().isEmpty()
                                ? way(material, Way.DEFERRED)
                                : Counter.seen(material),
                        Counter.CLERK));
        return number;
    }

    /** Any act of a random clerk; of what is refused, more often than not that it is ruled on. */
    public void act(String number, Random random, @Nullable IdempotencyKey key) {
        boolean refused = intake.dossierOfCase(number).application().status() == ApplicationStatus.REFUSED;
        IntakeAct ruled = random.nextBoolean() ? IntakeAct.REOPEN : IntakeAct.RECORD_RULING;
        IntakeAct any = IntakeAct.values()[random.nextInt(IntakeAct.values().length)];
        act(number, refused && random.nextInt(4) != 0 ? ruled : any, random, key);
    }

    /** That act of a random clerk, more often than not one who may; none if it is the applicant's own. */
    void act(String number, IntakeAct act, Random random, @Nullable IdempotencyKey key) {
        Actor actor =
                random.nextInt(8) == 0 ? CLERKS.get(random.nextInt(CLERKS.size())) : CLERKS.get(random.nextInt(2));
        switch (act) {
            case RECEIVE ->
                papers.put(reception.receive(number, cameIn(random), random.nextBoolean(), actor, key), number);
            case NOTIFY -> papers.put(reception.notifyOnce(number, actor, key), number);
            case REFUSE -> {
                if (random.nextInt(4) == 0) {
                    papers.put(
                            reception.refuse(number, new Refusal("不属于本机关职权。", "行政许可法第三十二条", ""), actor, key), number);
                }
            }
            case WITHDRAW -> {
                if (random.nextInt(4) == 0) {
                    ending.withdraw(number, actor, key);
                    withdrawn.add(number);
                }
            }
            case LAPSE -> {
                ending.lapse(number, actor, key);
                withdrawn.add(number);
            }
            case ACCEPT -> {
                Accepted given = reception.accept(number, random.nextInt(4) == 0 ? null : "张示例", actor);
                given.documents().stream().limit(1).forEach(code -> papers.put(code, number));
                accepted.add(number);
            }
            case FALL_SILENT -> silence.accept();
            case FILL -> intake.fill(number, counter.example(intake.dossier(number, actor)), Set.of(), actor);
            case CHECK, SUPPLY -> check(number, actor, random);
            case PASS -> {
                desk.pass(number, Map.of(), actor, key);
                told(number, act, actor.account(), key);
            }
            case RETURN -> {
                desk.giveBack(number, Map.of("/", "请重新拍照。"), Map.of(), actor, key);
                told(number, act, actor.account(), key);
            }
            case ARRIVE -> {
                desk.arrive(number, actor, key);
                told(number, act, actor.account(), key);
            }
            case RECORD_RULING, REOPEN -> {
                Actor who = actor.has(Role.REVIEWER) ? actor : MANAGER;
                rulings.record(number, ruling(act, random), who, key);
                told(number, act, who.account(), key);
            }
            // Nothing is ever corrected on the spot in these lives.
            case CORRECT, PREPARE, ATTACH, SUBMIT, APPLY, RETRACT, SHOW -> {}
        }
    }

    void told(String number, IntakeAct act, String who, @Nullable IdempotencyKey key) {
        String which = key == null ? UUID.randomUUID().toString() : key.value();
        told.add(new Told(number, act, who, which));
    }

    /** How often it was answered that such a thing was done. */
    long told(String number, IntakeAct act) {
        return told.stream()
                .filter(one -> one.number().equals(number) && one.act() == act)
                .count();
    }

    /** Nothing that was received waits longer than the law lets it. */
    public void fallSilent() {
        silence.accept();
    }

    /** Of these days: now and then of one before the refusal, which can't be, or one that is written down already. */
    private AskedRefusalRuling ruling(IntakeAct act, Random random) {
        List<RefusalRuling.Kind> kinds = Stream.of(RefusalRuling.Kind.values())
                .filter(kind -> kind.act() == act)
                .toList();
        LocalDate today = LocalDate.now(clock);
        LocalDate dated = today.minusDays(random.nextInt(4) == 0 ? random.nextInt(4) : 0);
        LocalDate reached = random.nextBoolean() ? today : dated;
        RulingOrgan organ = RulingOrgan.values()[random.nextInt(2)];
        String document = random.nextInt(20) + "号";
        RefusalRuling.Kind kind = kinds.get(random.nextInt(kinds.size()));
        return new AskedRefusalRuling(organ, organ.term(), document, dated, reached, kind, "如裁决结果。", "", null);
    }

    /** Often now, else some days ago; now and then a day on which it can't have come in. */
    private @Nullable LocalDate cameIn(Random random) {
        return random.nextInt(3) == 0 ? LocalDate.now(clock).minusDays(random.nextInt(10) - 1) : null;
    }

    private void check(String number, Actor actor, Random random) {
        Dossier dossier = intake.dossier(number, actor);
        if (random.nextInt(3) == 0) {
            List<String> codes = dossier.codes().stream().sorted().toList();
            String remark = random.nextInt(3) == 0 ? "与租赁合同不一致。" : "";
            intake.remark(number, Map.of(codes.get(random.nextInt(codes.size())), remark), actor);
            return;
        }
        List<MergedMaterial> materials = dossier.merge().materials();
        MergedMaterial material = materials.get(random.nextInt(materials.size()));
        boolean seen = random.nextInt(3) != 0;
        intake.check(
                number,
                seen ? Counter.seen(material) : way(material, Way.values()[random.nextInt(Way.values().length)]),
                actor);
    }

    private static CheckedMaterial way(MergedMaterial material, Way way) {
        return new CheckedMaterial(material.key(), way, List.of(), "", List.of());
    }

    /** Verify codes of the documents that were acknowledged, each with its application's number. */
    public Map<String, String> papers() {
        return papers;
    }

    public Collection<String> accepted() {
        return accepted;
    }

    public Collection<String> withdrawn() {
        return withdrawn;
    }
}
