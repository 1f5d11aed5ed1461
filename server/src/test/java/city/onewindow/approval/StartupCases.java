package city.onewindow.approval;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Refusal;
import city.onewindow.intake.Way;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Real cases of 企业开办一件事, taken in at the window with the shipped content's example form. */
public final class StartupCases {

    public static final Actor CLERK = new Actor("clerk", "李敏", Set.of(Role.CLERK), "scjg", "qykb");

    private static final Applicant APPLICANT =
            new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, "410311199001010001", "13800000000", null);

    private final Intake intake;
    private final Reception reception;
    private final Catalogs catalogs;

    public StartupCases(Intake intake, Reception reception, Catalogs catalogs) {
        this.intake = intake;
        this.reception = reception;
        this.catalogs = catalogs;
    }

    /** @return the case's number */
    public String accept() {
        return reception.accept(checked(false), null, CLERK).number();
    }

    /** Of somebody else than the usual applicant. */
    public String acceptOf(Applicant applicant) {
        String number = checked("企业开办一件事", Map.of("q_agent", "no"), false, CLERK, applicant);
        return reception.accept(number, null, CLERK).number();
    }

    /** @return the number of an application that the window refused */
    public String refuse() {
        String number = checked(false);
        reception.refuse(number, new Refusal("依法不需要取得行政许可。", "行政许可法第三十二条第一款第一项", ""), CLERK, null);
        return number;
    }

    /** With every deferrable material still to follow. */
    public String acceptDeferred() {
        return reception.accept(checked(true), "张示例", CLERK).number();
    }

    /** The same, of another one-thing than 企业开办一件事. */
    public String acceptDeferred(String oneThing, Map<String, String> answers, Actor clerk) {
        return reception
                .accept(checked(oneThing, answers, true, clerk), "张示例", clerk)
                .number();
    }

    /**
     * With a file for every material.
     *
     * @param files keeps one for an application of this number, and says its id
     */
    public String acceptWithFiles(UnaryOperator<String> files) {
        String number = checked(false);
        UUID file = UUID.fromString(files.apply(number));
        intake.dossier(number, CLERK).merge().materials().forEach(material -> {
            CheckedMaterial seen = found(material, Way.SEEN);
            intake.check(
                    number, new CheckedMaterial(material.key(), Way.FILE, seen.pointsMet(), "", List.of(file)), CLERK);
        });
        return reception.accept(number, null, CLERK).number();
    }

    /** Hands in what was deferred. */
    public void supply(String number) {
        supply(number, CLERK);
    }

    /** The same, at that clerk's window. */
    public void supply(String number, Actor clerk) {
        intake.dossier(number, clerk)
                .deferred()
                .forEach(material -> intake.check(number, found(material, Way.SEEN), clerk));
    }

    /** The code of an item of the case. */
    public String item(String name) {
        return catalogs.current().itemNamed(name).orElseThrow().code();
    }

    private String checked(boolean deferring) {
        return checked("企业开办一件事", Map.of("q_agent", "no"), deferring, CLERK);
    }

    private String checked(String oneThing, Map<String, String> answers, boolean deferring, Actor clerk) {
        return checked(oneThing, answers, deferring, clerk, APPLICANT);
    }

    private String checked(
            String oneThing, Map<String, String> answers, boolean deferring, Actor clerk, Applicant applicant) {
        String code = catalogs.current().oneThingNamed(oneThing).orElseThrow().code();
        ErrandChoice choice = new ErrandChoice(code, List.of(), answers);
        Dossier begun = intake.begin(
                new NewApplication(choice, applicant),
                clerk,
                new IdempotencyKey(UUID.randomUUID().toString()));
        String number = begun.application().number();
        intake.fill(
                number,
                new ExampleForm(catalogs.at(begun.application().edition()), begun.merge()).values(),
                Set.of(),
                clerk);
        begun.merge().materials().forEach(material -> {
            boolean deferred =
                    deferring && material.mayFollow() && material.later().isEmpty();
            intake.check(number, found(material, deferred ? Way.DEFERRED : Way.SEEN), clerk);
        });
        return number;
    }

    private static CheckedMaterial found(MergedMaterial material, Way way) {
        List<Integer> points = way == Way.SEEN
                ? IntStream.range(0, material.reviewPoints().size()).boxed().toList()
                : List.of();
        return new CheckedMaterial(material.key(), way, points, "", List.of());
    }
}
