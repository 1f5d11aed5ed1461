package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An applicant of 企业开办 who fills in at home, each time at another address. */
public record AtHome(OnlineApplications online, Catalogs catalogs) {

    static String address() {
        return UUID.randomUUID().toString();
    }

    static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    NewApplication application() {
        String code =
                catalogs.current().oneThingNamed(Counter.ERRAND).orElseThrow().code();
        return new NewApplication(
                new ErrandChoice(code, List.of(), Map.of("q_agent", "no")),
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", null));
    }

    OpenedApplication begun() {
        return online.begin(application(), key(), address());
    }

    OpenedApplication filled() {
        OpenedApplication opened = begun();
        Dossier dossier = online.dossier(opened);
        online.fill(
                opened,
                new ExampleForm(catalogs.at(dossier.application().edition()), dossier.merge()).values(),
                Set.of());
        return opened;
    }

    public OpenedApplication submitted() {
        OpenedApplication opened = filled();
        online.submit(opened);
        return opened;
    }
}
