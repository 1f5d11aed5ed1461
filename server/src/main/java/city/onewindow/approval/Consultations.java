package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.kernel.TextFaults;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what departments ask one another (征求意见) while a matter is examined. The clock doesn't stand still for it,
 * and the decision remains with the department that asks: who doesn't answer in time has no objection.
 */
@Service
public class Consultations {

    /** Longer than this no department is asked to think. */
    public static final int LONGEST = 15;

    private final ConsultationTable table;
    private final ConsultationDocuments documents;
    private final CaseFiles files;
    private final Matters matters;
    private final StandIns standIns;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    Consultations(
            ConsultationTable table,
            ConsultationDocuments documents,
            CaseFiles files,
            Matters matters,
            StandIns standIns,
            Catalogs catalogs,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.table = table;
        this.documents = documents;
        this.files = files;
        this.matters = matters;
        this.standIns = standIns;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * @param department code of the department that is asked
     * @param until the last day to answer: from the next working day, {@value #LONGEST} working days at most, and not after the matter's limit by
     *     law, where it has one that has not passed already: an answer that comes when the decision must be there is none
     * @throws Problem.Conflict if the matter isn't being examined any more, somebody else holds it, or that department is asked already
     */
    @Transactional
    public Consultation ask(
            String number,
            String item,
            String department,
            String question,
            @Nullable LocalDate until,
            Actor actor,
            @Nullable IdempotencyKey key) {
        if (standIns.places(actor).stream().noneMatch(Rights::mayAdvise)) {
            throw new Problem.NotAllowed("您的账号没有征求意见的权限。请由本部门审查或者决定的人员办理。");
        }
        List<Matter> all = matters.locked(centre.region(), number);
        Optional<Consultation> before = before(number, item, department, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        Matter matter = all.stream()
                .filter(found -> found.item().equals(item) && Rights.isOwn(found, actor))
                .findFirst()
                .orElseThrow(Approval::unknown);
        check(department, question, until, matter, actor);
        Actor asking = standIns.places(actor).stream()
                .filter(place -> Rights.mayAdvise(place) && !Pool.held(matter, place))
                .findFirst()
                .orElse(actor);
        Conflicts.refuseIfHeld(matter, asking);
        if (!isOpen(matter)) {
            throw new Problem.Conflict(
                    "「" + matter.itemName() + "」现在处于“" + matter.step().term() + "”环节，不能再征求意见。请刷新页面查看最新情况。");
        }
        LocalDate today = LocalDate.now(clock);
        table.ofMatter(number, item).stream()
                .filter(asked -> asked.matters(matter) && asked.isOpen(today))
                .filter(asked -> asked.department().equals(department))
                .findFirst()
                .ifPresent(asked -> {
                    throw new Problem.Conflict("已经在征求" + name(department) + "对「" + matter.itemName() + "」的意见，请等它在 "
                            + DayWords.of(asked.until()) + "前答复。");
                });
        LocalDate last = Objects.requireNonNull(until);
        String asked = question.strip();
        FairCopy letter = documents.ask(
                files.addressed(centre.region(), number), matter, department, asked, last, LocalDateTime.now(clock));
        try {
            return table.ask(number, item, department, asked, last, letter, asking, key);
        } catch (DuplicateKeyException elsewhere) {
            throw IdempotencyKey.used("另一件征求意见");
        }
    }

    /** Whether the actor may ask another department about it now, in his own place or a colleague's. */
    public boolean mayAsk(Matter matter, Actor actor) {
        return Rights.isOwn(matter, actor)
                && isOpen(matter)
                && standIns.places(actor).stream()
                        .anyMatch(place -> Rights.mayAdvise(place) && !Pool.held(matter, place));
    }

    /** Whether an opinion can still change anything. */
    static boolean isOpen(Matter matter) {
        return matter.step().isExamined();
    }

    private Optional<Consultation> before(
            String number, String item, String department, Actor actor, @Nullable IdempotencyKey key) {
        Optional<Consultation> before = key == null ? Optional.empty() : table.byKey(actor.account(), key);
        before.filter(asked -> !asked.number().equals(number)
                        || !asked.item().equals(item)
                        || !asked.department().equals(department))
                .ifPresent(other -> {
                    throw IdempotencyKey.used("办件 " + other.number() + " 的征求意见");
                });
        return before;
    }

    private void check(String department, String question, @Nullable LocalDate until, Matter matter, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        if (department.equals(actor.department())
                || catalogs.current().department(department).isEmpty()) {
            faults.add(new Fault("/department", "请选择要征求意见的其他部门。"));
        }
        TextFaults.demand(faults, "/question", "要征求意见的问题", question, Said.LONGEST);
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.workingDays();
        LocalDate earliest = days.plus(today, 1);
        LocalDate latest = days.plus(today, LONGEST);
        if (until == null || until.isBefore(earliest) || until.isAfter(latest) || !days.isWorking(until)) {
            faults.add(
                    new Fault("/until", "请填写答复期限：" + DayWords.of(earliest) + "至" + DayWords.of(latest) + "之间的一个工作日。"));
        } else if (isOpen(matter) && isAfterItsLimit(until, matter)) {
            faults.add(new Fault(
                    "/until",
                    "「" + matter.itemName() + "」到"
                            + DayWords.of(matter.running().statutoryDue())
                            + "必须作出决定，征求意见不停期限，答复期限不能晚于那一天。"
                            + (matter.running().statutoryDue().toLocalDate().isBefore(earliest)
                                    ? "现在征求已经来不及：请先申请延长期限，或者直接决定。"
                                    : "请改早，或者先申请延长期限。")));
        }
        Problem.InvalidInput.refuse(faults);
    }

    /** What is late already isn't made timely by an answer that comes sooner; where no law sets a limit, a promise may be missed for it. */
    private boolean isAfterItsLimit(LocalDate until, Matter matter) {
        LocalDateTime due = matter.running().statutoryDue();
        return matter.statutory() != null && !LocalDateTime.now(clock).isAfter(due) && until.isAfter(due.toLocalDate());
    }

    /** @throws Problem.Conflict if a colleague answered before, or the matter was decided meanwhile */
    @Transactional
    public Consultation answer(
            String number, String item, int seq, Consultation.@Nullable Opinion opinion, String text, Actor actor) {
        Consultation asked = asked(number, item, seq, actor);
        List<Fault> faults = new ArrayList<>();
        if (opinion == null) {
            faults.add(new Fault("/opinion", "请选择意见：同意、有条件同意或不同意。"));
        }
        String what = "条件或者不同意的理由";
        if (opinion == Consultation.Opinion.AGREE) {
            TextFaults.limit(faults, "/text", what, text, Said.LONGEST);
        } else {
            TextFaults.demand(faults, "/text", what, text, Said.LONGEST);
        }
        Problem.InvalidInput.refuse(faults);
        Consultation.Opinion thought = Objects.requireNonNull(opinion);
        table.lock(asked);
        FairCopy letter = documents.answer(
                files.addressed(centre.region(), number), asked, thought, text.strip(), LocalDateTime.now(clock));
        return table.answer(asked, thought, text.strip(), letter, actor)
                .orElseGet(() -> repeated(asked(number, item, seq, actor), opinion, text, actor));
    }

    /** The same answer by the same person is that answer. */
    private static Consultation repeated(
            Consultation answered, Consultation.Opinion opinion, String text, Actor actor) {
        Consultation.Answer answer = answered.answer();
        if (answer == null) {
            throw new Problem.Conflict("「" + answered.itemName() + "」已经作出决定，或者正在移送，不用再答复。");
        }
        if (answer.opinion() == opinion
                && answer.text().equals(text.strip())
                && answer.by().equals(actor.account())) {
            return answered;
        }
        throw new Problem.Conflict(answer.who() + "已经答复“" + answer.opinion().term() + "”，不能再改。");
    }

    /**
     * One question to the actor's department.
     *
     * @throws Problem.NotFound for everybody else
     */
    public Consultation asked(String number, String item, int seq, Actor actor) {
        mustAnswer(actor);
        return table.ofMatter(number, item).stream()
                .filter(one -> one.seq() == seq && one.department().equals(actor.department()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("没有找到这件征求意见，或者它不是问您的部门的。"));
    }

    /**
     * What waits for the actor's department, the first due first.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    public Slice<Consultation> asked(@Nullable String after, int size, Actor actor) {
        mustAnswer(actor);
        return Slice.of(
                table.asked(actor.department(), after(after), size + 1),
                size,
                last -> last.until() + "~" + last.number() + "~" + last.item() + "~" + last.seq());
    }

    /** How many of them may still be answered in time, up to {@link Inbox#COUNTED}; none for who doesn't answer. */
    public long count(Actor actor) {
        return Rights.mayAdvise(actor) ? table.count(actor.department(), LocalDate.now(clock), Inbox.COUNTED) : 0;
    }

    private static ConsultationTable.After after(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return new ConsultationTable.After(LocalDate.EPOCH, "", "", 0);
        }
        String[] parts = key.split("~", 4);
        try {
            return new ConsultationTable.After(
                    LocalDate.parse(parts[0]), parts[1], parts[2], Integer.parseInt(parts[3]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException | NumberFormatException unreadable) {
            throw Slice.noSuchPlace();
        }
    }

    private static void mustAnswer(Actor actor) {
        if (!Rights.mayAdvise(actor)) {
            throw new Problem.NotAllowed("您的账号没有答复征求意见的权限。请由本部门审查或者决定的人员办理。");
        }
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
