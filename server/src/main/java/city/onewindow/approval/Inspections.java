package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for what several departments look at together on the spot (联合踏勘). No clock stands still for it, and no matter
 * moves. The same key from the same account again answers what it did.
 *
 * <p>All throw {@link Problem.NotFound} for who has no part in it, {@link Problem.NotAllowed} without the role,
 * {@link Problem.Conflict} if the appointment stands elsewhere.
 */
@Service
public class Inspections {

    private final InspectionTable table;
    private final InspectionActs acts;
    private final InspectionSettling settling;
    private final InspectionDocuments documents;
    private final CaseFiles files;
    private final Matters matters;
    private final Clock clock;
    private final Centre centre;

    Inspections(
            InspectionTable table,
            InspectionActs acts,
            InspectionSettling settling,
            InspectionDocuments documents,
            CaseFiles files,
            Matters matters,
            Clock clock,
            Centre centre) {
        this.table = table;
        this.acts = acts;
        this.settling = settling;
        this.documents = documents;
        this.files = files;
        this.matters = matters;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * By a department that decides a part of the case, or the one that leads it.
     *
     * @throws Problem.Conflict if one of them isn't open, or is part of another appointment to come
     */
    @Transactional
    public Inspection propose(String number, InspectionProposal proposal, Actor actor, @Nullable IdempotencyKey key) {
        // Under this lock no two appointments get the same matter.
        List<Matter> all = matters.locked(centre.region(), number);
        if (!InspectionRights.mayPropose(files.find(centre.region(), number), all, actor)) {
            throw unknown();
        }
        Optional<Inspection> before = before(number, null, InspectionEntry.Act.PROPOSE, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        LocalDateTime now = LocalDateTime.now(clock);
        List<Matter> chosen = all.stream()
                .filter(matter -> proposal.items().contains(matter.item()))
                .toList();
        InspectionProposal checked = proposal.checked(chosen, actor, now);
        refuseIfTaken(number, chosen);
        Appointment appointment = checked.appointment();
        String text = InspectionDocuments.time(appointment.at()) + "，" + appointment.place();
        try {
            int seq = acts.propose(number, checked, deed(InspectionEntry.Act.PROPOSE, text, actor, now, key));
            settling.settle(number, seq);
            return table.one(number, seq).orElseThrow();
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }

    private void refuseIfTaken(String number, List<Matter> chosen) {
        for (Inspection other : table.ofCase(number)) {
            chosen.stream()
                    .filter(matter -> !other.isOver()
                            && other.parts().stream()
                                    .anyMatch(part -> part.item().equals(matter.item())))
                    .findFirst()
                    .ifPresent(matter -> {
                        throw new Problem.Conflict("「" + matter.itemName() + "」已经在"
                                + InspectionDocuments.time(other.at())
                                + "的踏勘里，不必另约。要改时间的，请在那次踏勘里改期。");
                    });
        }
    }

    /** A department says who comes, that it need not, or when it could. */
    @Transactional
    public Inspection answer(
            String number,
            int seq,
            Inspection.@Nullable Reply reply,
            List<String> officers,
            String text,
            @Nullable LocalDateTime otherAt,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return act(number, seq, InspectionEntry.Act.ANSWER, actor, key, (found, now) -> {
            InspectionRights.mustVisit(found, actor);
            InspectionReply checked = InspectionReply.of(reply, officers, text, otherAt, now);
            return acts.answer(found, checked, deed(InspectionEntry.Act.ANSWER, checked.words(), actor, now, key));
        });
    }

    /** All others are asked anew; if the applicant was told, he is told of this, too. By who proposed it, or who leads the case. */
    @Transactional
    public Inspection move(
            String number,
            int seq,
            @Nullable LocalDateTime at,
            String place,
            String reason,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return act(number, seq, InspectionEntry.Act.MOVE, actor, key, (found, now) -> {
            mustConvene(found, actor);
            Appointment moved = found.appointment().moved(at, place);
            List<Fault> faults = new ArrayList<>();
            moved.checkTimeAndPlace(faults, now);
            String why = Said.reason(reason, faults).opinion();
            InspectionActs.Change change = InspectionActs.Change.moved(
                    moved,
                    why,
                    found.document() != null ? documents.changed(addressed(number), found, true, why, now) : null);
            String text = InspectionDocuments.time(at) + "，" + moved.place() + "。" + why;
            return isMovable(found) && acts.step(found, change, deed(InspectionEntry.Act.MOVE, text, actor, now, key));
        });
    }

    @Transactional
    public Inspection cancel(String number, int seq, String reason, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, seq, InspectionEntry.Act.CANCEL, actor, key, (found, now) -> {
            mustConvene(found, actor);
            String why = Said.reason(reason).opinion();
            return isMovable(found)
                    && acts.step(
                            found,
                            InspectionActs.Change.cancelled(why, settling.unsaid(found, why, now)),
                            deed(InspectionEntry.Act.CANCEL, why, actor, now, key));
        });
    }

    /**
     * A department that came writes down what it found, for its own matters.
     *
     * @param officers who was there; empty if those that were announced
     */
    @Transactional
    public Inspection find(
            String number,
            int seq,
            Inspection.@Nullable Result result,
            List<String> officers,
            String text,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return act(number, seq, InspectionEntry.Act.FIND, actor, key, (found, now) -> {
            InspectionRights.mustVisit(found, actor);
            Inspection.Visitor visitor = found.visitor(actor.department()).orElseThrow();
            if (!visitor.comes()) {
                return false;
            }
            List<Fault> faults = new ArrayList<>();
            List<String> came = InspectionReply.officers(faults, officers.isEmpty() ? visitor.announced() : officers);
            if (result == null) {
                faults.add(new Fault("/result", "请选择结论：符合、不符合或需整改。"));
            }
            TextFaults.demand(faults, "/text", "现场情况", text, Said.LONGEST);
            Problem.InvalidInput.refuse(faults);
            Inspection.Result what = Objects.requireNonNull(result);
            String said = text.strip();
            return acts.find(
                    found, what, came, said, deed(InspectionEntry.Act.FIND, what.term() + "：" + said, actor, now, key));
        });
    }

    /**
     * Closes it with one record for all; by any department that came, or who proposed it or leads the case.
     *
     * @param words what the applicant said
     * @param absent codes of the departments that said they would come, and didn't: nobody else waits for them
     */
    @Transactional
    public Inspection close(
            String number, int seq, String words, Set<String> absent, Actor actor, @Nullable IdempotencyKey key) {
        return act(number, seq, InspectionEntry.Act.CLOSE, actor, key, (found, now) -> {
            if (!InspectionRights.mayClose(found, leadOf(number), actor)) {
                throw InspectionRights.notYours();
            }
            List<Fault> faults = new ArrayList<>();
            TextFaults.demand(faults, "/words", "申请人的意见", words, Said.LONGEST);
            boolean complete = found.isRecordableWithout(absent, faults);
            Problem.InvalidInput.refuse(faults);
            String said = words.strip();
            Addressed to = addressed(number);
            return complete
                    && acts.step(
                            found,
                            InspectionActs.Change.closed(said, documents.record(to, found, absent, said, now)),
                            deed(InspectionEntry.Act.CLOSE, documents.absent(to, absent) + said, actor, now, key));
        });
    }

    /** @param doing to an appointment that nobody else changes meanwhile; whether it could be done */
    private Inspection act(
            String number,
            int seq,
            InspectionEntry.Act act,
            Actor actor,
            @Nullable IdempotencyKey key,
            BiPredicate<Inspection, LocalDateTime> doing) {
        Inspection found = table.locked(number, seq)
                .filter(one -> InspectionRights.maySee(one, leadOf(number), actor))
                .orElseThrow(Inspections::unknown);
        Optional<Inspection> before = before(number, seq, act, actor, key);
        if (before.isPresent()) {
            return before.get();
        }
        LocalDateTime now = LocalDateTime.now(clock);
        if (!doing.test(found, now)) {
            throw told(found, act);
        }
        settling.settle(number, seq);
        return table.one(number, seq).orElseThrow();
    }

    private static InspectionActs.Deed deed(
            InspectionEntry.Act act, String text, Actor actor, LocalDateTime now, @Nullable IdempotencyKey key) {
        return new InspectionActs.Deed(act, text, actor, now, key);
    }

    private Optional<Inspection> before(
            String number, @Nullable Integer seq, InspectionEntry.Act act, Actor actor, @Nullable IdempotencyKey key) {
        Optional<InspectionEntry> done = key == null ? Optional.empty() : table.done(actor.account(), key);
        done.filter(entry -> entry.act() != act || !entry.number().equals(number) || seq != null && entry.seq() != seq)
                .ifPresent(other -> {
                    throw IdempotencyKey.used(
                            "办件 " + other.number() + " 的踏勘“" + other.act().term() + "”");
                });
        return done.flatMap(entry -> table.one(number, entry.seq()));
    }

    /** Who did what last, and how it stands. */
    private Problem.Conflict told(Inspection found, InspectionEntry.Act wanted) {
        List<InspectionEntry> history = table.history(found.number(), found.seq());
        InspectionEntry last = history.get(history.size() - 1);
        return new Problem.Conflict(last.whoName() + "已于" + InspectionDocuments.time(last.at()) + "办理了“"
                + last.act().term() + "”，这次踏勘现在“" + found.state().term() + "”（"
                + InspectionDocuments.time(found.at()) + "），不能" + wanted.term() + "。请刷新页面，按现在的情况办理。");
    }

    /** Not after somebody was there. */
    private static boolean isMovable(Inspection found) {
        return !found.isOver() && !found.hasFindings();
    }

    private void mustConvene(Inspection found, Actor actor) {
        if (!InspectionRights.mayConvene(found, leadOf(found.number()), actor)) {
            throw new Problem.NotAllowed("这次踏勘由提议的部门或者牵头部门改期、取消。时间不合适的，请答复“请改时间”。");
        }
    }

    private String leadOf(String number) {
        return files.find(centre.region(), number).map(CaseFile::leadDepartment).orElse("");
    }

    private Addressed addressed(String number) {
        return files.addressed(centre.region(), number);
    }

    static Problem.NotFound unknown() {
        return new Problem.NotFound("没有找到这个办件的踏勘，或者它与您的部门无关。请核对办件编号。");
    }
}
