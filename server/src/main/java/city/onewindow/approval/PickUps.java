package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.PickUpCode;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.Wordings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells applicants what they may come for. It is worked out and printed when somebody looks, not issued: certifying waits for nothing, and
 * what is read says what lies there now.
 */
@Service
public class PickUps {

    private final CaseFiles files;
    private final Matters matters;
    private final OwedMaterials materials;
    private final Originals originals;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final Documents documents;
    private final Wordings wordings;
    private final Centre centre;
    private final Clock clock;

    PickUps(
            CaseFiles files,
            Matters matters,
            OwedMaterials materials,
            Originals originals,
            Catalogs catalogs,
            Calendar calendar,
            Documents documents,
            Wordings wordings,
            Centre centre,
            Clock clock) {
        this.files = files;
        this.matters = matters;
        this.materials = materials;
        this.originals = originals;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.documents = documents;
        this.wordings = wordings;
        this.centre = centre;
        this.clock = clock;
    }

    /** What lies ready of a case, for whom it was already shown to; empty if nothing does. */
    @Transactional(readOnly = true)
    public Optional<PickUp> of(String number) {
        return files.find(centre.region(), number).flatMap(file -> of(file, matters.ofCase(centre.region(), number)));
    }

    /** The same for who has read the case already, with all its matters. */
    @Transactional(readOnly = true)
    public Optional<PickUp> of(CaseFile file, List<Matter> all) {
        List<Matter> ready =
                all.stream().filter(matter -> matter.step() == Step.DELIVER).toList();
        return ready.isEmpty() ? Optional.empty() : Optional.of(of(file, all, ready));
    }

    private PickUp of(CaseFile file, List<Matter> all, List<Matter> ready) {
        Deadlines deadlines = calendar.deadlines();
        return new PickUp(
                file.number(),
                file.title(),
                file.applicant(),
                PickUpCode.of(file.number()),
                window(),
                centre.address().isEmpty() ? centre.name() : centre.address(),
                ready.stream()
                        .map(matter -> new PickUp.Result(matter.itemName(), matter.handedOver()))
                        .toList(),
                all.stream()
                        .filter(matter -> !matter.step().isMade())
                        .map(Matter::itemName)
                        .toList(),
                toBring(file.number(), all, ready),
                ready.stream()
                        .flatMap(matter -> DeliveryClock.of(matter, deadlines).stream())
                        .map(DeliveryClock::lastDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private String window() {
        return catalogs.current().windows().stream()
                .filter(window -> window.kind() == Window.Kind.ISSUING)
                .map(Window::name)
                .findFirst()
                .orElse("出件窗口");
    }

    /** What keeps granted results from being handed over; a denial needs nothing. */
    private List<String> toBring(String number, List<Matter> all, List<Matter> ready) {
        List<Matter> granted = ready.stream()
                .filter(matter -> matter.outcome() == Outcome.GRANTED)
                .toList();
        List<String> toBring = new ArrayList<>();
        if (!granted.isEmpty()) {
            Map<String, List<Deferral>> lacking = OwedMaterials.lacking(materials.open(number, all), all);
            granted.stream()
                    .flatMap(matter -> lacking.getOrDefault(matter.item(), List.of()).stream())
                    .map(Deferral::material)
                    .distinct()
                    .forEach(toBring::add);
            List<String> names = granted.stream().map(Matter::itemName).toList();
            Original.neededBy(names, originals.toShow(number)).stream()
                    .map(original -> original.material() + "（" + original.what() + "）")
                    .forEach(toBring::add);
        }
        return toBring;
    }

    /** 领证取件通知 as PDF. */
    public byte[] notice(PickUp pickUp) {
        Draft draft = new Draft(
                DocumentKind.PICK_UP_NOTICE,
                pickUp.number(),
                Addressee.organisation(""),
                centre.name(),
                LocalDate.now(clock),
                wordings.say(WordedDocument.PICK_UP_NOTICE, values(pickUp)));
        return documents.sheet(draft, "/track");
    }

    private static PlaceValues values(PickUp pickUp) {
        return new PlaceValues()
                .with(Place.APPLICANT, pickUp.applicant())
                .with(Place.CASE_NUMBER, pickUp.number())
                .with(Place.CASE_TITLE, pickUp.title())
                .with(
                        Place.READY,
                        new Section.Table(
                                List.of("事项", "领取"),
                                pickUp.results().stream()
                                        .map(result -> List.of(result.itemName(), result.result()))
                                        .toList()))
                .with(Place.PICK_UP_CODE, pickUp.code())
                .with(Place.DELIVER_BY, DayWords.of(pickUp.until()))
                .with(Place.WINDOW, pickUp.window())
                .with(Place.ADDRESS, pickUp.address())
                .with(Place.TO_BRING, listed(pickUp.toBring()))
                .with(Place.UNFINISHED, listed(pickUp.unfinished()));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "无" : String.join("、", names);
    }
}
