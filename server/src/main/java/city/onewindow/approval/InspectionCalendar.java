package city.onewindow.approval;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The other door to what is looked at on the spot (联合踏勘): what can be seen, by whom. */
@Service
@Transactional(readOnly = true)
public class InspectionCalendar {

    private final InspectionTable table;
    private final CaseFiles files;
    private final Matters matters;
    private final Catalogs catalogs;
    private final Clock clock;
    private final Centre centre;

    InspectionCalendar(
            InspectionTable table, CaseFiles files, Matters matters, Catalogs catalogs, Clock clock, Centre centre) {
        this.table = table;
        this.files = files;
        this.matters = matters;
        this.catalogs = catalogs;
        this.clock = clock;
        this.centre = centre;
    }

    /** What the actor may propose for this case: its open matters; empty if nothing. */
    public List<Matter> proposable(String number, Actor actor) {
        if (!InspectionRights.speaks(actor)) {
            return List.of();
        }
        return files.find(centre.region(), number)
                .map(file -> proposable(file, matters.ofCase(centre.region(), number), actor))
                .orElse(List.of());
    }

    /** The same for who has read the case already, with all its matters. */
    public List<Matter> proposable(CaseFile file, List<Matter> all, Actor actor) {
        return InspectionRights.mayPropose(Optional.of(file), all, actor)
                ? all.stream().filter(Consultations::isOpen).toList()
                : List.of();
    }

    /** One appointment, for the departments that were asked, who proposed it, who leads the case, and the centre. */
    public InspectionView one(String number, int seq, Actor actor) {
        String lead = leadOf(number);
        Inspection found = table.one(number, seq)
                .filter(one -> InspectionRights.maySee(one, lead, actor))
                .orElseThrow(Inspections::unknown);
        return InspectionView.of(
                found,
                table.history(number, seq),
                matters.ofCase(centre.region(), number),
                lead,
                actor,
                LocalDateTime.now(clock));
    }

    /** Those of a case that the actor may see, oldest first. */
    public List<Inspection> ofCase(String number, Actor actor) {
        return files.find(centre.region(), number)
                .map(file -> ofCase(file, actor))
                .orElse(List.of());
    }

    /** The same for who has read the file already. */
    public List<Inspection> ofCase(CaseFile file, Actor actor) {
        return InspectionRights.speaks(actor) || InspectionRights.seesAll(actor)
                ? table.ofCase(file.number()).stream()
                        .filter(one -> InspectionRights.maySee(one, file.leadDepartment(), actor))
                        .toList()
                : List.of();
    }

    /**
     * Those to come in which the actor's department has a part, by day; for managers the whole centre's.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    public Slice<Inspection> ours(@Nullable String after, int size, Actor actor) {
        InspectionTable.After from = after(after);
        List<Inspection> found = InspectionRights.seesAll(actor)
                ? table.toCome(from, size + 1)
                : table.ours(InspectionRights.department(actor), from, size + 1);
        return Slice.of(found, size, last -> last.at() + "~" + last.number() + "~" + last.seq());
    }

    /** How many of them wait for the department's answer, or for what it found; none for who doesn't say it. */
    public long owed(Actor actor) {
        if (!Rights.mayAdvise(actor)) {
            return 0;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        return table.ours(actor.department(), InspectionTable.After.NOTHING, Inbox.COUNTED).stream()
                .filter(one -> one.owesAnswer(actor.department(), now) || one.owesFinding(actor.department(), now))
                .count();
    }

    /** What the applicant was told, newest first; what has its record is over. Whoever asks has shown the query code. */
    public List<InspectionVisit> told(CaseFile file) {
        if (file.isClosed()) {
            return List.of();
        }
        Catalog catalog = catalogs.at(file.edition());
        List<InspectionVisit> told = new ArrayList<>();
        table.ofCase(file.number()).stream()
                .filter(one -> one.document() != null && one.state() != Inspection.State.CLOSED)
                .forEach(one -> told.add(0, InspectionVisit.of(one, catalog.content()::departmentName)));
        return told;
    }

    private static InspectionTable.After after(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return InspectionTable.After.NOTHING;
        }
        String[] parts = key.split("~", 3);
        try {
            return new InspectionTable.After(LocalDateTime.parse(parts[0]), parts[1], Integer.parseInt(parts[2]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException | NumberFormatException unreadable) {
            throw Slice.noSuchPlace();
        }
    }

    private String leadOf(String number) {
        return files.find(centre.region(), number).map(CaseFile::leadDepartment).orElse("");
    }
}
