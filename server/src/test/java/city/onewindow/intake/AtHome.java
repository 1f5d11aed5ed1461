package city.onewindow.intake;

import city.onewindow.BlankImage;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Upload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An applicant of 企业开办 who fills in at home, each time at another address. */
public record AtHome(OnlineApplications online, Catalogs catalogs) {

    /** Registration, seal, insurance and invoices: nobody has to come for any of them. */
    private static final Map<String, String> FOUR_ITEMS =
            Map.of("q_agent", "no", "q_open_hf", "none", "q_bank_book", "no");

    static String address() {
        return UUID.randomUUID().toString();
    }

    static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    NewApplication application() {
        return application(Map.of("q_agent", "no"), Counter.ID_NUMBER);
    }

    private NewApplication application(Map<String, String> answers, String idNumber) {
        String code =
                catalogs.current().oneThingNamed(Counter.ERRAND).orElseThrow().code();
        return new NewApplication(
                new ErrandChoice(code, List.of(), answers),
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, idNumber, "13800000000", null));
    }

    public OpenedApplication begun() {
        return online.begin(application(), key(), address());
    }

    public OpenedApplication filled() {
        return filled(begun());
    }

    OpenedApplication begunToApply() {
        return begunToApply(Counter.ID_NUMBER);
    }

    private OpenedApplication begunToApply(String idNumber) {
        return online.begin(application(FOUR_ITEMS, idNumber), key(), address());
    }

    /** For what is done online to the end (全程网办), with a photo for each material. */
    public OpenedApplication filledToApply() {
        return filledToApply(Counter.ID_NUMBER);
    }

    OpenedApplication filledToApply(String idNumber) {
        OpenedApplication opened = filled(begunToApply(idNumber));
        int size = 1;
        for (MergedMaterial material : brought(opened)) {
            online.attach(
                    opened, material.key(), List.of(new Upload("photo.png", BlankImage.png(size++, 7))), address());
        }
        return opened;
    }

    private OpenedApplication filled(OpenedApplication opened) {
        online.fill(opened, example(opened), Set.of());
        return opened;
    }

    FormValues example(OpenedApplication opened) {
        Dossier dossier = online.dossier(opened);
        return new ExampleForm(catalogs.at(dossier.application().edition()), dossier.merge()).values();
    }

    /** The window finds every material of what was applied for in order, as it was sent; but for some, which it can't read. */
    public void lookedAt(String number, Intake intake, String... unreadable) {
        Dossier dossier = intake.dossier(number, Counter.CLERK);
        for (MergedMaterial material : dossier.merge().materials()) {
            boolean fine = !List.of(unreadable).contains(material.key());
            CheckedMaterial kept = dossier.application().materials().get(material.key());
            CheckedMaterial found = new CheckedMaterial(
                    material.key(),
                    dossier.usualWayOf(material),
                    fine ? Counter.seen(material).pointsMet() : List.of(),
                    fine ? "" : "看不清",
                    kept == null ? List.of() : kept.files());
            intake.check(number, found, Counter.CLERK);
        }
    }

    /** What the applicant brings. */
    public List<MergedMaterial> brought(OpenedApplication opened) {
        return online.dossier(opened).merge().materials().stream()
                .filter(material -> material.origin() == MergedMaterial.Origin.APPLICANT)
                .toList();
    }

    public OpenedApplication submitted() {
        OpenedApplication opened = filled();
        online.submit(opened, null);
        return opened;
    }
}
