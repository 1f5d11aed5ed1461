package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval's door for paper on its way (物料流转): where it is, and what becomes of it. Who has had it last owes the next move: who gets it
 * confirms or objects, who handed it over hands over again what was objected to, or takes it back. {@link HandingOver} begins it.
 */
@Service
public class Slips {

    /** Begin the places to read on from. */
    private static final String MINE = "m";

    private static final String OTHERS = "o";

    private final SlipTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final CasePaper paper;
    private final Catalogs catalogs;
    private final Centre centre;

    Slips(SlipTable table, CaseFiles files, Matters matters, CasePaper paper, Catalogs catalogs, Centre centre) {
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.paper = paper;
        this.catalogs = catalogs;
        this.centre = centre;
    }

    /** What a department of a case may be handed. */
    public record Paper(String department, List<PaperMaterial> materials) {

        public Paper {
            materials = List.copyOf(materials);
        }
    }

    /**
     * What isn't where it belongs yet: to and from the actor's department or window, for the centre everything. First what his side is to move.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Slip> underWay(@Nullable String after, int size, Actor actor) {
        SlipTable.Reader reader = reader(actor);
        return Slice.of(
                table.underWay(reader, after(after), size + 1),
                size,
                last -> (reader.moves(last) ? MINE : OTHERS) + last.id());
    }

    private static SlipTable.After after(@Nullable String place) {
        if (place == null || place.isEmpty()) {
            return new SlipTable.After(false, 0);
        }
        if (!place.matches("[" + MINE + OTHERS + "]\\d{1,18}")) {
            throw Slice.noSuchPlace();
        }
        return new SlipTable.After(place.startsWith(OTHERS), Long.parseLong(place.substring(1)));
    }

    private SlipTable.Reader reader(Actor actor) {
        return new SlipTable.Reader(
                Rights.ofDepartment(actor) ? actor.department() : null,
                SlipRights.windowOf(actor),
                actor.has(Role.MANAGER),
                catalogs.current().windows().stream().map(Window::code).collect(Collectors.toSet()));
    }

    /**
     * With which slips the actor's department has paper, newest first; it finds there what to hand back, also of a case that is closed or in which
     * it has no part any more.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Slip> kept(@Nullable String after, int size, Actor actor) {
        if (!SlipRights.keeps(actor)) {
            return new Slice<>(List.of(), null);
        }
        long before = after == null || after.isEmpty() ? Long.MAX_VALUE : place(after);
        return Slice.of(table.kept(actor.department(), before, size + 1), size, last -> String.valueOf(last.id()));
    }

    private static long place(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw Slice.noSuchPlace();
        }
        return Long.parseLong(after);
    }

    /** How many of them the actor's own side is to move. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return table.count(reader(actor), Inbox.COUNTED);
    }

    /**
     * @throws Problem.NotFound unless it was handed to the actor's department, or by his window, or he is of the centre
     */
    @Transactional(readOnly = true)
    public Slip one(long id, Actor actor) {
        return table.one(id)
                .filter(slip -> SlipRights.maySee(slip, actor))
                .orElseThrow(() -> new Problem.NotFound("没有找到物料流转单 " + id + "，或者它与您的部门、窗口无关。请核对编号。"));
    }

    /**
     * Those of a case that the actor may see, oldest first: of his department, all for its window and the centre.
     *
     * @throws Problem.NotFound unless the actor's window accepted it, he is of the centre, or his department has had paper of it
     */
    @Transactional(readOnly = true)
    public List<Slip> ofCase(String number, Actor actor) {
        List<Slip> seen = table.ofCase(number).stream()
                .filter(slip -> SlipRights.maySee(slip, actor))
                .toList();
        if (seen.isEmpty()) {
            accepted(number, actor);
        }
        return seen;
    }

    /**
     * Where the paper of a case is, as far as the actor may see it.
     *
     * @throws Problem.NotFound as for {@link #ofCase}
     */
    @Transactional(readOnly = true)
    public Whereabouts whereabouts(String number, Actor actor) {
        return new Whereabouts(ofCase(number, actor));
    }

    /**
     * The paper that the window has of a case, by the department whose items need it.
     *
     * @throws Problem.NotFound unless the actor's window accepted it, or he is of the centre
     */
    @Transactional(readOnly = true)
    public List<Paper> paper(String number, Actor actor) {
        accepted(number, actor);
        return paper.of(number, matters.ofCase(centre.region(), number));
    }

    /** Whether the page of the case's paper is the actor's to open. */
    @Transactional(readOnly = true)
    public boolean concerns(String number, Actor actor) {
        return mayHand(number, actor) || table.ofCase(number).stream().anyMatch(slip -> SlipRights.maySee(slip, actor));
    }

    /**
     * Which other departments, by their code, still need each material of a case and haven't been handed it: whoever is done with it hands it back.
     *
     * @return by the material's key; of a material that nobody waits for nothing
     * @throws Problem.NotFound as for {@link #ofCase}
     */
    @Transactional(readOnly = true)
    public Map<String, List<String>> awaited(String number, Actor actor) {
        ofCase(number, actor);
        Whereabouts whereabouts = new Whereabouts(table.ofCase(number));
        List<Matter> undecided = matters.ofCase(centre.region(), number).stream()
                .filter(matter -> matter.step() == Step.WAITING
                        || matter.step() == Step.TRANSFER
                        || matter.step().isExamined())
                .toList();
        Map<String, List<String>> awaited = new HashMap<>();
        for (Paper one : paper.of(number, undecided)) {
            one.materials().stream()
                    .filter(material -> !whereabouts.reached(one.department(), material.key()))
                    .forEach(material -> awaited.computeIfAbsent(material.key(), key -> new ArrayList<>())
                            .add(one.department()));
        }
        return awaited;
    }

    /** Whether the actor hands over paper of the case. */
    @Transactional(readOnly = true)
    public boolean mayHand(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(file -> SlipRights.actsFor(file.window(), actor))
                .isPresent();
    }

    CaseFile accepted(String number, Actor actor) {
        return files.find(centre.region(), number)
                .filter(file -> SlipRights.actsFor(file.window(), actor))
                .orElseThrow(() -> new Problem.NotFound("您的窗口没有受理过办件 " + number + "。请核对办件编号。"));
    }

    /**
     * Who gets it has counted: everything is there, or says what isn't. Of what the applicant gets the window says that he signed. The same again
     * by the same person is that answer.
     *
     * @param objection null if everything is there
     * @throws Problem.Conflict if a colleague has answered before
     */
    @Transactional
    public Slip answer(long id, @Nullable String objection, Actor actor) {
        Slip slip = one(id, actor);
        if (!SlipRights.isReceiver(slip, actor)) {
            throw new Problem.NotAllowed("由接收的一方确认或者提出异议，交出的一方不能代为确认。");
        }
        if (objection != null && slip.direction() == Slip.Direction.TO_APPLICANT) {
            throw new Problem.NotAllowed("申请人当面清点，不符的当场补齐；没有领走的，请收回。");
        }
        String said = objection == null ? "" : Said.words("/objection", "异议：缺哪一份、哪里不符", objection);
        boolean answered = table.answer(id, said, actor);
        Slip now = one(id, actor);
        Slip.Answer answer = now.answer();
        boolean repeated = answer != null
                && answer.by().equals(actor.account())
                && answer.objection().equals(said);
        if (!answered && !repeated) {
            throw late(now);
        }
        return now;
    }

    /**
     * 收回: who handed it over made it wrongly, or the objection is right. The paper may be handed over anew, to whomever. The same again by the
     * same person is that act.
     *
     * @throws Problem.Conflict if it was confirmed, was handed over again, or a colleague has taken it back
     */
    @Transactional
    public Slip takeBack(long id, @Nullable String reason, Actor actor) {
        if (!SlipRights.isHander(one(id, actor), actor)) {
            throw new Problem.NotAllowed("由交出的一方收回。有缺少、不符的，请提出异议。");
        }
        String said = Said.words("/reason", "收回的原因", reason);
        boolean taken = table.takeBack(id, said, actor);
        Slip now = one(id, actor);
        Slip.TakenBack before = now.takenBack();
        boolean repeated = before != null
                && before.by().equals(actor.account())
                && before.reason().equals(said);
        if (!taken && !repeated) {
            throw late(now);
        }
        return now;
    }

    private static Problem.Conflict late(Slip now) {
        Slip.TakenBack taken = now.takenBack();
        Slip.Answer answer = now.answer();
        String who = taken != null ? taken.byName() : answer != null ? answer.byName() : "同事";
        return new Problem.Conflict("流转单 " + now.id() + " 现在是“" + now.term() + "”（" + who + "），不能再改。请刷新页面查看。");
    }
}
