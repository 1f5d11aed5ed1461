package city.onewindow.intake;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A clerk of 企业开办 and what lies on the counter, made through the doors; the answers leave the agent out unless told. */
public record Counter(Intake intake, Catalogs catalogs) {

    /** The demo account that tests sign in with. */
    public static final Actor CLERK = new Actor("clerk", "受理岗", Set.of(Role.CLERK), "scjg", "qykb");

    public static final String ERRAND = "企业开办一件事";
    public static final String ID_NUMBER = "410311199001010001";

    public String errandCode() {
        return catalogs.current().oneThingNamed(ERRAND).orElseThrow().code();
    }

    public Dossier begun(Map<String, String> answers) {
        return begun(answers, ID_NUMBER);
    }

    public Dossier begun(Map<String, String> answers, String idNumber) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, idNumber, "13800000000", null);
        ErrandChoice choice = new ErrandChoice(errandCode(), List.of(), answers);
        return intake.begin(
                new NewApplication(choice, applicant),
                CLERK,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }

    public Dossier begun() {
        return begun(Map.of("q_agent", "no"));
    }

    public Dossier filled() {
        return filled(begun());
    }

    public Dossier filled(Dossier dossier) {
        return intake.fill(number(dossier), example(dossier), Set.of(), CLERK);
    }

    public FormValues example(Dossier dossier) {
        return new ExampleForm(catalogs.at(dossier.application().edition()), dossier.merge()).values();
    }

    /** With all materials but some in order. */
    public Dossier checkedBut(String... keys) {
        return checkedBut(filled(), keys);
    }

    public Dossier checkedBut(Dossier dossier, String... keys) {
        Dossier last = dossier;
        for (MergedMaterial material : dossier.merge().materials()) {
            if (!List.of(keys).contains(material.key())) {
                last = intake.check(number(dossier), seen(material), CLERK);
            }
        }
        return last;
    }

    public static CheckedMaterial seen(MergedMaterial material) {
        List<Integer> points =
                IntStream.range(0, material.reviewPoints().size()).boxed().toList();
        return new CheckedMaterial(material.key(), Way.SEEN, points, "", List.of());
    }

    public static String number(Dossier dossier) {
        return dossier.application().number();
    }
}
