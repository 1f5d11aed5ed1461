package city.onewindow.approval;

import city.onewindow.TestClock;
import city.onewindow.approval.Acknowledged.Moved;
import city.onewindow.calendar.DayUnit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Acts of random people on random matters, through the doors; every text says what the oracle must know. */
final class LifeActs {

    static final List<String> OTHER_DEPARTMENTS = List.of("zjj", "scjg");
    static final Actor MANAGER = new Actor("life-manager", "中心", Set.of(Role.MANAGER), "zwfw", null);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Approval approval;
    private final ClockActs clockActs;
    private final HearingLifeActs heard;
    private final DeclarationActs declarations;
    private final RulingActs rulings;
    private final Pool pool;
    private final Together together;
    private final Consultations consultations;
    private final Transfers transfers;
    private final TransferTable handedOver;
    private final HandoverActs handovers;
    private final Inbox inbox;
    private final Cases cases;
    private final Matters matters;
    private final Clock clock;
    private final Cast cast;
    private final Acknowledged told;

    LifeActs(ApplicationContext house, TestClock clock, Cast cast, Acknowledged told) {
        this.approval = house.getBean(Approval.class);
        this.clockActs = house.getBean(ClockActs.class);
        this.heard = new HearingLifeActs(house, clock);
        this.declarations = house.getBean(DeclarationActs.class);
        this.rulings = house.getBean(RulingActs.class);
        this.pool = house.getBean(Pool.class);
        this.together = house.getBean(Together.class);
        this.consultations = house.getBean(Consultations.class);
        this.transfers = house.getBean(Transfers.class);
        this.handedOver = house.getBean(TransferTable.class);
        this.handovers = new HandoverActs(house, clock, told);
        this.inbox = house.getBean(Inbox.class);
        this.cases = house.getBean(Cases.class);
        this.matters = house.getBean(Matters.class);
        this.clock = clock;
        this.cast = cast;
        this.told = told;
    }

    /** @param numbers of all cases; who acts meets at the newest */
    void act(List<String> numbers, Random random, @Nullable IdempotencyKey key) {
        String number = numbers.get(Math.max(0, numbers.size() - 1 - random.nextInt(6)));
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        if (all.isEmpty()) {
            return;
        }
        List<Matter> open = all.stream()
                .filter(one -> one.step() != Step.WAITING && one.step() != Step.ENDED)
                .toList();
        List<Matter> choice = open.isEmpty() || random.nextInt(8) == 0 ? all : open;
        Matter matter = choice.get(random.nextInt(choice.size()));
        switch (random.nextInt(20)) {
            case 0 -> take(matter, random);
            case 1 -> pool.putBack(number, matter.item(), cast.anybody(matter.department(), random));
            case 2 -> ask(matter, random, key);
            case 3 -> answer(matter, random);
            case 4 -> look(matter, random);
            case 5 -> many(matter, numbers, random);
            default -> move(matter, random, key);
        }
    }

    private void move(Matter matter, Random random, @Nullable IdempotencyKey key) {
        List<Procedure.Edge> open = Procedure.from(matter.step()).stream()
                .filter(edge ->
                        edge.act().isApplicants() || !edge.roles().contains(Role.CLERK) || random.nextInt(40) == 0)
                // Many rulings fit what hasn't ended; what is ruled upon all the time is never handed over.
                .filter(edge -> !edge.act().isOfRuling() || matter.step() == Step.ENDED || random.nextInt(20) == 0)
                .toList();
        boolean wild = open.isEmpty() || random.nextInt(8) == 0;
        List<Procedure.Edge> choice = wild ? Procedure.edges() : open;
        Procedure.Edge edge = choice.get(random.nextInt(choice.size()));
        if (wild && edge.roles().contains(Role.CLERK) && !edge.act().isApplicants() && random.nextInt(20) != 0) {
            return;
        }
        if (edge.roles().contains(Role.ISSUING_CLERK)) {
            handovers.act(edge.act(), matter, random);
            return;
        }
        Actor actor = cast.fit(edge, acting(edge.act(), matter), random);
        Supplier<List<HistoryEntry>> act = act(matter, edge.act(), actor, random, key);
        if (key == null || random.nextInt(4) != 0) {
            told.acted(act.get(), actor, key);
            return;
        }
        CompletableFuture<List<HistoryEntry>> again = CompletableFuture.supplyAsync(act);
        try {
            told.acted(act.get(), actor, key);
        } finally {
            told.acted(answer(again), actor, key);
        }
    }

    /** Whose act it is: a matter that was handed over is taken back by those who don't have it any more. */
    private String acting(Act act, Matter matter) {
        List<Transfer> moved = handedOver.ofMatter(matter.number(), matter.item());
        return act == Act.RECALL && !moved.isEmpty()
                ? moved.get(moved.size() - 1).from()
                : matter.department();
    }

    private static List<HistoryEntry> answer(CompletableFuture<List<HistoryEntry>> act) {
        try {
            return act.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Supplier<List<HistoryEntry>> act(
            Matter matter, Act act, Actor actor, Random random, @Nullable IdempotencyKey key) {
        String text = "第" + COUNT.incrementAndGet() + "次：";
        String number = matter.number();
        String item = matter.item();
        int days = 1 + random.nextInt(10);
        LocalDate end = LocalDate.now(clock).plusDays(random.nextInt(25) - 2);
        SpecialProcedure.Kind kind = SpecialProcedure.Kind.values()[random.nextInt(8)];
        String elsewhere = OTHER_DEPARTMENTS.get(random.nextInt(OTHER_DEPARTMENTS.size()));
        Recommendation proposed = random.nextInt(3) == 0 ? Recommendation.DENY : Recommendation.GRANT;
        return switch (act) {
            case OPEN, TERMINATE, DELIVER, SEND, COME_BACK, LEARN_OF_REVOCATION, AWAIT_AGAIN ->
                () -> {
                    throw new Problem.Conflict(act + " is done by nobody, or at the issuing window.");
                };
            case TELL_HEARING, ASK_HEARING, WAIVE_HEARING, CALL_HEARING, RECORD_HEARING ->
                heard.act(matter, act, text, actor, random, key);
            case REVIEW -> () -> approval.review(number, item, proposed, text, actor, key);
            case EXAMINE -> () -> approval.examine(number, item, proposed, text, actor, key);
            case GIVE_BACK, RETURN, REEXAMINE -> () -> approval.sendBack(number, item, act, text, actor, key);
            case GRANT -> () -> approval.grant(number, item, text, different(random), actor, key);
            case DENY -> () -> approval.deny(number, item, text, "某法第二条", different(random), actor, key);
            case CERTIFY -> () -> approval.certify(number, item, "", actor, key);
            case SUSPEND ->
                () -> clockActs.suspend(
                        number, item, new AskedProcedure(kind, text + "至" + end, "市检测中心", "", end), actor, key);
            case RESUME -> () -> clockActs.resume(number, item, text, actor, key);
            case ASK_EXTENSION -> () -> clockActs.askExtension(number, item, days, text + "长" + days, actor, key);
            case EXTEND -> () -> clockActs.extend(number, item, text, actor, key);
            case REFUSE_EXTENSION -> () -> clockActs.refuseExtension(number, item, text, actor, key);
            case GRANT_DECLARED -> () -> declarations.grant(number, item, text, actor, key);
            case TAKE_BACK -> () -> declarations.takeBack(number, item, text, actor, key);
            case CONFIRM -> () -> declarations.confirm(number, item, text, actor, key);
            case ORDER_MENDING -> () -> declarations.orderMending(number, item, text, actor, key);
            case REVOKE -> () -> declarations.revoke(number, item, text, "某法第三条", "没有陈述、申辩。", actor, key);
            case TRANSFER -> () -> transfers.handOver(number, item, elsewhere, text, actor, key);
            case TAKE_ON -> () -> transfers.takeOn(number, item, actor, key);
            case DECLINE -> () -> transfers.decline(number, item, text, actor, key);
            case RECALL -> () -> transfers.recall(number, item, text, actor, key);
            case ASSIGN -> () -> transfers.assign(number, item, elsewhere, text, actor, key);
            case RECORD_RULING -> rule(matter, Ruling.Kind.UPHELD, text, 0, actor, key);
            case ORDER_DECISION -> rule(matter, Ruling.Kind.ORDERED, text + "限" + days, days, actor, key);
            case REOPEN -> rule(matter, Ruling.Kind.DECIDE_ANEW, text + "限" + days, days, actor, key);
            case SUBSTITUTE_GRANT -> rule(matter, Ruling.Kind.CHANGED_TO_GRANT, text, 0, actor, key);
            case SUBSTITUTE_DENIAL -> rule(matter, Ruling.Kind.CHANGED_TO_DENIAL, text, 0, actor, key);
            case RESTORE -> rule(matter, Ruling.Kind.RESTORED, text, 0, actor, key);
            case SET_ASIDE -> rule(matter, Ruling.Kind.SET_ASIDE, text, 0, actor, key);
            case DECLARE_VOID -> rule(matter, Ruling.Kind.VOID, text, 0, actor, key);
            case WITHDRAW -> {
                List<String> items = random.nextInt(3) == 0 ? null : some(number, item, random);
                yield () -> approval.withdraw(number, items, EndedOracle.asked(text, items), actor, key);
            }
            case LAPSE -> () -> approval.lapse(number, actor, key);
        };
    }

    /** That one, and perhaps others of its case. */
    private List<String> some(String number, String item, Random random) {
        return matters.ofCase(SampleCases.REGION, number).stream()
                .map(Matter::item)
                .filter(other -> other.equals(item) || random.nextInt(4) == 0)
                .toList();
    }

    private static String different(Random random) {
        return random.nextBoolean() ? "" : "另查明的事实";
    }

    /** Each by a document of its own; what it rules says how many working days it leaves. */
    private Supplier<List<HistoryEntry>> rule(
            Matter matter, Ruling.Kind kind, String text, int days, Actor actor, @Nullable IdempotencyKey key) {
        LocalDate today = LocalDate.now(clock);
        AskedRuling asked = new AskedRuling(
                RulingOrgan.COURT,
                "某法院",
                text,
                today,
                today,
                kind,
                text,
                "",
                days % 2 == 0,
                days == 0 ? null : days,
                days == 0 ? null : DayUnit.WORKING);
        return () -> rulings.record(matter.number(), matter.item(), asked, actor, key);
    }

    private void take(Matter matter, Random random) {
        Actor actor = cast.anybody(matter.department(), random);
        Matter.Holder holder = matter.holder();
        pool.take(
                matter.number(),
                matter.item(),
                holder == null || random.nextBoolean() ? null : holder.account(),
                actor);
        told.held().add(new Moved(matter.number(), matter.item(), Act.OPEN, actor.account()));
    }

    private void ask(Matter matter, Random random, @Nullable IdempotencyKey key) {
        String department = OTHER_DEPARTMENTS.get(random.nextInt(OTHER_DEPARTMENTS.size()));
        LocalDate until = LocalDate.now(clock).plusDays(1 + random.nextInt(14));
        Actor actor = cast.anybody(matter.department(), random);
        Consultation asked = consultations.ask(
                matter.number(), matter.item(), department, "第" + COUNT.incrementAndGet() + "问", until, actor, key);
        told.asked().add(Acknowledged.name(asked));
    }

    private void answer(Matter matter, Random random) {
        String department = OTHER_DEPARTMENTS.get(random.nextInt(OTHER_DEPARTMENTS.size()));
        Consultation.Opinion opinion = Consultation.Opinion.values()[random.nextInt(3)];
        Consultation answered = consultations.answer(
                matter.number(),
                matter.item(),
                1 + random.nextInt(2),
                opinion,
                "第" + COUNT.incrementAndGet() + "答",
                cast.anybody(department, random));
        told.answered().add(Acknowledged.name(answered));
    }

    private void look(Matter matter, Random random) {
        Actor actor = cast.anybody(matter.department(), random);
        cases.file(matter.number(), MANAGER);
        cases.matter(matter.number(), matter.item(), actor);
        Slice<InboxRow> page = inbox.page(InboxQuery.ALL, null, 20, actor);
        if (page.next() != null) {
            inbox.page(InboxQuery.ALL, page.next(), 20, actor);
        }
    }

    private void many(Matter matter, List<String> numbers, Random random) {
        Act act = Together.act(matter.step());
        if (act == null) {
            return;
        }
        Actor actor = cast.fit(Procedure.only(act), matter.department(), random);
        IdempotencyKey key = new IdempotencyKey("together-" + COUNT.incrementAndGet());
        List<String> some = numbers.stream()
                .skip(Math.max(0, numbers.size() - Together.MOST))
                .toList();
        together.act(matter.item(), some, act, "一起" + key.value(), actor, key).stream()
                .filter(done -> done.refused().isEmpty())
                .forEach(done -> told.together()
                        .add(new Moved(done.number(), matter.item(), done(act, done, matter), actor.account())));
    }

    private Act done(Act act, Together.Done done, Matter matter) {
        return act == Act.GRANT && declarations.isDeclared(done.number(), matter.item()) ? Act.GRANT_DECLARED : act;
    }
}
