package city.onewindow.launch;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import city.onewindow.approval.WorkedThere;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.Reception;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;

/**
 * The centre at work on made-up cases: applicants come on working days, clerks and departments act some hours later, all
 * through the doors that people use, in the order of time. What would lie in the future is left undone, so that cases stand
 * at every step.
 */
final class Simulation {

    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final int OPEN_MINUTES = 8 * 60;
    private static final int LONGEST_HOURS = 30;
    private static final int SLOW_ONE_IN = 20;
    private static final int LONGEST_SLOW_HOURS = 7 * 24;
    private static final int LONGEST_ABSENCE_DAYS = 10;
    private static final int INCOMPLETE_ONE_IN = 12;
    private static final int DENIED_ONE_IN = 40;

    private static final Actor MANAGER = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor ISSUING_CLERK =
            new Actor("issuing", "统一出件岗", Set.of(Role.ISSUING_CLERK), "zwfw", "tycj");

    /** What will happen; the same moment in the order of planning. */
    private record Plan(LocalDateTime at, long order, Runnable act) {}

    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::order));
    private final Set<String> planned = new HashSet<>();
    private final Intake intake;
    private final Files files;
    private final Reception reception;
    private final Approval approval;
    private final Cases cases;
    private final WorkedThere workedThere;
    private final Issuance issuance;
    private final Catalog catalog;
    private final WorkingDays days;
    private final SimulatedClock clock;
    private final RandomGenerator random;
    private final MadeUp people;
    private long order;
    private final Tally tally = new Tally();

    Simulation(ApplicationContext house, SimulatedClock clock, RandomGenerator random) {
        this.intake = house.getBean(Intake.class);
        this.files = house.getBean(Files.class);
        this.reception = house.getBean(Reception.class);
        this.approval = house.getBean(Approval.class);
        this.cases = house.getBean(Cases.class);
        this.workedThere = house.getBean(WorkedThere.class);
        this.issuance = house.getBean(Issuance.class);
        this.catalog = house.getBean(Catalogs.class).current();
        this.days = house.getBean(Calendar.class).workingDays();
        this.clock = clock;
        this.random = random;
        this.people = new MadeUp(random);
    }

    /**
     * @param span of days before now over which applicants came
     * @param reached told each day on which something happens, and what it has come to before
     */
    Tally run(int applicants, int span, BiConsumer<LocalDate, Tally> reached) {
        LocalDateTime now = LocalDateTime.now(clock);
        long minutes = span * ChronoUnit.DAYS.getDuration().toMinutes();
        for (int i = 0; i < applicants; i++) {
            plan(now.minusMinutes(random.nextLong(minutes)), this::apply);
        }
        LocalDate day = LocalDate.MIN;
        for (Plan next = plans.poll(); next != null && !next.at.isAfter(now); next = plans.poll()) {
            clock.set(next.at);
            if (next.at.toLocalDate().isAfter(day)) {
                day = next.at.toLocalDate();
                reached.accept(day, tally);
            }
            next.act.run();
        }
        clock.set(now);
        return tally;
    }

    /** At the given time, or as soon afterwards as the centre is open. */
    private void plan(LocalDateTime at, Runnable act) {
        LocalDateTime open = at.toLocalDate().atTime(OPEN);
        boolean inTime =
                !at.isBefore(open) && at.isBefore(open.plusMinutes(OPEN_MINUTES)) && days.isWorking(at.toLocalDate());
        LocalDateTime when = inTime
                ? at
                : (at.isBefore(open) && days.isWorking(at.toLocalDate())
                                ? at.toLocalDate()
                                : days.next(at.toLocalDate()))
                        .atTime(OPEN)
                        .plusMinutes(random.nextInt(OPEN_MINUTES));
        plans.add(new Plan(when.truncatedTo(ChronoUnit.SECONDS), order++, act));
    }

    private void soon(String once, Runnable act) {
        if (planned.add(once)) {
            int longest = random.nextInt(SLOW_ONE_IN) == 0 ? LONGEST_SLOW_HOURS : LONGEST_HOURS;
            plan(LocalDateTime.now(clock).plusMinutes(1 + random.nextInt(longest * 60)), act);
        }
    }

    private void apply() {
        // Of projects only the first stage: the others come years later.
        List<OneThing> things = catalog.oneThings().stream()
                .filter(thing -> catalog.stages()
                        .of(thing)
                        .filter(stage -> !catalog.stages().before(stage).isEmpty())
                        .isEmpty())
                .toList();
        OneThing thing = things.get(random.nextInt(things.size()));
        Actor clerk = new Actor(
                "clerk-" + thing.window(),
                catalog.window(thing.window()).orElseThrow().name() + "受理岗",
                Set.of(Role.CLERK),
                catalog.window(thing.window()).orElseThrow().leadDepartment(),
                thing.window());
        var choice = new ErrandChoice(thing.code(), List.of(), Map.of());
        boolean registered = Merge.of(catalog, choice.in(catalog)).field("uscc").isPresent();
        var begun = new NewApplication(choice, registered ? people.organisation() : people.person());
        Dossier dossier = intake.begin(begun, clerk, key());
        String number = dossier.application().number();
        FormValues example = new ExampleForm(catalog, dossier.merge()).values();
        FormValues still = example.without(dossier.application().form().codes());
        Dossier filled = intake.fill(number, still.with(photos(dossier, number, clerk), Map.of()), Set.of(), clerk);
        List<MergedMaterial> wanted = dossier.merge().materials().stream()
                .filter(material -> material.later().isEmpty())
                .toList();
        Optional<MergedMaterial> forgotten = random.nextInt(INCOMPLETE_ONE_IN) == 0
                ? wanted.stream()
                        .filter(material -> filled.demands().stream().anyMatch(gap -> gap.concerns(material.key())))
                        .findFirst()
                : Optional.empty();
        wanted.stream()
                .filter(material -> !forgotten.equals(Optional.of(material)))
                .forEach(material -> intake.check(number, MadeUp.brought(material), clerk));
        if (forgotten.isPresent()) {
            reception.notifyOnce(number, clerk, null);
            tally.giveNotice();
            plan(
                    LocalDateTime.now(clock).plusDays(1 + random.nextInt(LONGEST_ABSENCE_DAYS)),
                    () -> comeBack(number, forgotten.get(), clerk));
        } else {
            accept(number, clerk);
        }
    }

    /** What was told to be missing is brought. */
    private void comeBack(String number, MergedMaterial missing, Actor clerk) {
        intake.check(number, MadeUp.brought(missing), clerk);
        tally.comeBack();
        accept(number, clerk);
    }

    private void accept(String number, Actor clerk) {
        reception.accept(number, null, clerk);
        tally.accept();
        follow(number);
    }

    /** A picture for every field that is a file. */
    private Map<String, String> photos(Dossier dossier, String number, Actor clerk) {
        Map<String, String> photos = new HashMap<>();
        dossier.merge().fields().stream()
                .filter(MergedField::isAsked)
                .map(MergedField::element)
                .filter(element -> element.type() == FieldType.FILE_REF)
                .forEach(element -> photos.put(
                        element.code(),
                        files.keep(new Upload("photo.jpg", MadeUp.photo()), number, clerk.account(), key())
                                .id()));
        return photos;
    }

    /** Plans what stands to be done on a case now. */
    private void follow(String number) {
        List<Matter> matters = cases.file(number, MANAGER).matters();
        matters.stream()
                .filter(matter -> matter.step().isOpen()
                        && matter.step() != Step.TRANSFER
                        && !workedThere.items(matter.department()).contains(matter.item()))
                .forEach(matter -> soon(number + matter.item() + matter.step(), () -> act(matter)));
        boolean allReady = matters.stream().allMatch(matter -> matter.step().isMade());
        if (allReady) {
            soon(number + "handover", () -> handOver(number));
        }
    }

    private void act(Matter matter) {
        String number = matter.number();
        String item = matter.item();
        switch (matter.step()) {
            case REVIEW ->
                approval.review(
                        number,
                        item,
                        Recommendation.GRANT,
                        "材料齐全，符合法定条件。",
                        official(matter, "review", Role.REVIEWER),
                        null);
            case EXAMINE ->
                approval.examine(
                        number,
                        item,
                        Recommendation.GRANT,
                        "同意审查意见。",
                        official(matter, "examine", Role.REVIEWER),
                        null);
            case DECIDE -> decide(matter, official(matter, "decide", Role.DECIDER));
            case CERTIFY -> certify(matter, official(matter, "certify", Role.CERTIFIER));
            default -> throw new IllegalStateException("No department acts at " + matter.step());
        }
        follow(number);
    }

    private void certify(Matter matter, Actor certifier) {
        approval.certify(matter.number(), matter.item(), MadeUp.certificateNumber(matter), certifier, null);
    }

    private void decide(Matter matter, Actor decider) {
        if (random.nextInt(DENIED_ONE_IN) == 0) {
            approval.deny(matter.number(), matter.item(), "经现场核查，不符合条件。", matter.legalBasis(), decider, null);
        } else {
            approval.grant(matter.number(), matter.item(), "同意。", decider, null);
        }
    }

    private void handOver(String number) {
        List<String> items = issuance.ready(number, ISSUING_CLERK).ready().stream()
                .map(Matter::item)
                .toList();
        if (!items.isEmpty()) {
            var taker = new Taker(people.name(), Relation.AGENT, IdType.ID_CARD, people.citizenId(), "授权委托书");
            issuance.handOver(number, items, taker, ISSUING_CLERK, key());
        }
        tally.close();
    }

    /** Named as the demo accounts are. */
    private Actor official(Matter matter, String post, Role role) {
        String department = matter.department();
        String name = catalog.department(department).orElseThrow().name();
        return new Actor(department + "-" + post, name, Set.of(role), department, null);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
