package city.onewindow.approval;

import city.onewindow.audit.Audit;
import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval's other door: what can be seen. What the reader may not see is {@link Problem.NotFound}, as if it weren't there. */
@Service
@Transactional(readOnly = true)
public class Cases {

    private final CaseFiles files;
    private final Matters matters;
    private final SpecialProcedures procedures;
    private final ToldProgress progress;
    private final NextMoves nextMoves;
    private final CaseLists lists;
    private final CaseRows rows;
    private final ConsultationTable consultations;
    private final HearingReading hearings;
    private final DeclarationTable declarations;
    private final RulingTable rulings;
    private final JointExtensionTable extensions;
    private final TransferTable transfers;
    private final SetbackTable setbacks;
    private final InspectionCalendar inspections;
    private final ReaderRights rights;
    private final Documents documents;
    private final WorkedThere workedThere;
    private final Intake intake;
    private final Audit audit;
    private final Timelines timelines;
    private final Calendar calendar;
    private final Clock clock;
    private final Centre centre;

    Cases(
            CaseFiles files,
            Matters matters,
            SpecialProcedures procedures,
            ToldProgress progress,
            NextMoves nextMoves,
            CaseLists lists,
            CaseRows rows,
            ConsultationTable consultations,
            HearingReading hearings,
            DeclarationTable declarations,
            RulingTable rulings,
            JointExtensionTable extensions,
            TransferTable transfers,
            SetbackTable setbacks,
            InspectionCalendar inspections,
            ReaderRights rights,
            Documents documents,
            WorkedThere workedThere,
            Intake intake,
            Audit audit,
            Timelines timelines,
            Calendar calendar,
            Clock clock,
            Centre centre) {
        this.files = files;
        this.matters = matters;
        this.procedures = procedures;
        this.progress = progress;
        this.nextMoves = nextMoves;
        this.lists = lists;
        this.rows = rows;
        this.consultations = consultations;
        this.hearings = hearings;
        this.declarations = declarations;
        this.rulings = rulings;
        this.extensions = extensions;
        this.transfers = transfers;
        this.setbacks = setbacks;
        this.inspections = inspections;
        this.rights = rights;
        this.documents = documents;
        this.workedThere = workedThere;
        this.intake = intake;
        this.audit = audit;
        this.timelines = timelines;
        this.calendar = calendar;
        this.clock = clock;
        this.centre = centre;
    }

    /** One matter, for its department and for those who may see the whole case. */
    public MatterView matter(String number, String item, Actor actor) {
        CaseFile file = files.find(centre.region(), number).orElseThrow(() -> unknown(number));
        List<Matter> all = matters.ofCase(centre.region(), number);
        Matter matter = all.stream()
                .filter(one -> one.item().equals(item) && covers(file, all, actor))
                .findFirst()
                .orElseThrow(() -> unknown(number));
        List<HistoryEntry> history = matters.history(centre.region(), number);
        List<SpecialProcedure> special = procedures.ofCase(number).getOrDefault(item, List.of());
        boolean there = workedThere.holds(matter);
        List<IssuedDocument> issued = documents.bySubject(number);
        List<Inspection> looks = inspections.ofCase(file, actor);
        List<Transfer> moved = transfers.ofMatter(number, item);
        List<Setback> fallen = setbacks.ofCase(number);
        List<HistoryEntry> own =
                history.stream().filter(entry -> entry.item().equals(item)).toList();
        Declared declared = declarations.find(file.edition(), number, item).orElse(null);
        List<Hearing> masked = hearings.masked(number, item, history);
        ReaderRights.Granted may = rights.of(matter, history, declared, moved, masked, there, actor);
        List<Hearing> heard = may.readable() ? masked : List.of();
        return new MatterView(
                file,
                matter,
                all.stream().filter(one -> matter.after().contains(one.item())).toList(),
                history.stream()
                        .filter(entry -> matter.after().contains(entry.item()))
                        .toList(),
                own,
                progress.ofCase(number).stream()
                        .filter(one -> one.item().equals(item))
                        .toList(),
                special,
                may.readable() ? consultations.ofMatter(number, item) : List.of(),
                heard,
                moved,
                hearings.with(issued, number, heard),
                looks,
                fallen.stream().filter(one -> one.concerns(matter)).toList(),
                nextMoves.of(file, all, history, issued, looks, fallen).stream()
                        .filter(move -> move.item().equals(item))
                        .toList(),
                may.next(),
                may.inPlace(),
                !there && Rights.mayHold(matter, actor),
                may.readable(),
                there,
                own.stream().anyMatch(entry -> entry.act().isOfRuling()) ? rulings.of(number, item) : List.of(),
                Rights.mayRule(matter, actor),
                declared,
                matter.remaining(special, calendar.deadlines(), LocalDateTime.now(clock)));
    }

    /**
     * The application behind a matter, for those who decide the matter or are asked for their opinion on it; that it was read is written down. They show no more
     * of it than the matter needs.
     *
     * @throws Problem.NotFound for everybody else, who may see how the matter stands but not what the applicant handed in
     */
    @Transactional
    public Dossier dossier(String number, String item, Actor actor) {
        Matter matter = matters.one(centre.region(), number, item)
                .filter(one -> rights.mayRead(one, actor) || isAsked(one, actor))
                .orElseThrow(() -> unknown(number));
        audit.record(actor.account(), "matter.read", number, matter.item());
        return intake.dossierOfCase(number);
    }

    /** The hearings of a matter with names and addresses, for those who may read what was handed in; that they were read is written down. */
    @Transactional
    public List<Hearing> hearings(String number, String item, Actor actor) {
        Matter matter = matters.one(centre.region(), number, item)
                .filter(one -> rights.mayRead(one, actor))
                .orElseThrow(() -> unknown(number));
        audit.record(actor.account(), "hearing.read", number, matter.item());
        return hearings.whole(number, item);
    }

    /** Whether the actor's department is to give its opinion on the matter, and the actor may give it. */
    private boolean isAsked(Matter matter, Actor actor) {
        return Rights.mayAdvise(actor)
                && consultations.ofMatter(matter.number(), matter.item()).stream()
                        .anyMatch(one -> one.matters(matter)
                                && one.answer() == null
                                && one.department().equals(actor.department()));
    }

    /** A department that a matter was handed over by, or offered to, goes on seeing the case, as one that took part. */
    private boolean covers(CaseFile file, List<Matter> all, Actor actor) {
        return Scope.of(actor).covers(file, all) || transfers.tookPart(file.number(), actor);
    }

    /** @throws Problem.NotFound for who may not see the case */
    public void mustSee(String number, Actor actor) {
        CaseFile file = files.find(centre.region(), number).orElseThrow(() -> unknown(number));
        if (!covers(file, matters.ofCase(centre.region(), number), actor)) {
            throw unknown(number);
        }
    }

    /** A whole case: for its departments, its windows, its lead department and the centre. */
    public CaseView file(String number, Actor actor) {
        CaseFile file = files.find(centre.region(), number).orElseThrow(() -> unknown(number));
        List<Matter> all = matters.ofCase(centre.region(), number);
        if (!covers(file, all, actor)) {
            throw unknown(number);
        }
        List<HistoryEntry> history = matters.history(centre.region(), number);
        List<IssuedDocument> issued = documents.bySubject(number);
        List<Inspection> looks = inspections.ofCase(file, actor);
        List<Setback> fallen = setbacks.ofCase(number);
        return new CaseView(
                file,
                all,
                history,
                transfers.ofCase(number),
                looks,
                fallen,
                nextMoves.of(file, all, history, issued, looks, fallen),
                timelines.of(file, all, history),
                issued,
                file.jointDays() == null ? null : extensions.of(number).orElse(null));
    }

    /** A case as whoever tracks it sees it, and its matters, which are for nobody's eyes outside. */
    public record Tracked(Timeline timeline, List<Matter> matters) {}

    /**
     * A case for whoever has its number and query code; without the right one it can't be told whether the number exists.
     *
     * @param number as typed
     * @param queryCode as typed: in any case, with blanks or hyphens
     * @throws Problem.NotFound unless both are right
     */
    public Tracked track(String number, String queryCode) {
        CaseFile file = files.tracked(centre.region(), number, queryCode);
        List<Matter> all = matters.ofCase(centre.region(), file.number());
        return new Tracked(timelines.of(file, all, matters.history(centre.region(), file.number())), all);
    }

    /**
     * The cases that the actor's department leads, or all of the centre's for its managers; by promised date.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     * @throws Problem.NotAllowed for those who are neither
     */
    public Slice<CaseRow> list(CaseQuery query, @Nullable String after, int size, Actor actor) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<CaseFile> found = seesAll(actor)
                ? lists.all(query, now, after, size + 1)
                : lists.led(actor.department(), query, now, after, size + 1);
        return rows.of(Slice.of(found, size, CaseLists::key));
    }

    /**
     * How many each of several such lists has, counted up to {@link Inbox#COUNTED}.
     *
     * @throws Problem.NotAllowed as with {@link #list}
     */
    public Map<CaseQuery, Long> counts(List<CaseQuery> queries, Actor actor) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean all = seesAll(actor);
        return queries.stream()
                .collect(Collectors.toMap(
                        query -> query,
                        query -> all
                                ? lists.count(query, now, Inbox.COUNTED)
                                : lists.countLed(actor.department(), query, now, Inbox.COUNTED)));
    }

    private static boolean seesAll(Actor actor) {
        boolean all = actor.has(Role.MANAGER);
        if (!all) {
            actor.must(Role.LEAD_DEPARTMENT);
        }
        return all;
    }

    /** Cases of which something lies at the issuing window ({@link Step#DELIVER}), or was sent ({@link Step#SENT}), by number. */
    public Slice<CaseRow> issuing(Step step, @Nullable String after, int size, Actor actor) {
        actor.must(Role.ISSUING_CLERK);
        return rows.of(Slice.of(lists.at(step, after, size + 1), size, CaseFile::number));
    }

    /** One case with its matters, for those who hand its results out. */
    public CaseRow ready(String number, Actor actor) {
        actor.must(Role.ISSUING_CLERK);
        CaseFile file = files.find(centre.region(), number).orElseThrow(() -> unknown(number));
        return rows.of(file, matters.ofCase(centre.region(), number));
    }

    private static Problem.NotFound unknown(String number) {
        return new Problem.NotFound("没有找到办件 " + number + " 或其中的这个事项，或者您无权查看。请核对办件编号。");
    }
}
