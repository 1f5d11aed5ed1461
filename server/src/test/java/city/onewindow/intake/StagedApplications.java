package city.onewindow.intake;

import city.onewindow.BlankImage;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Stage;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Applications for the stages of 工程建设项目, made through the doors of the window that takes them in. */
public record StagedApplications(Intake intake, Reception reception, Files files, Catalogs catalogs, Silence silence) {

    public static final String OWNER = "410311199001010001";

    public StagedApplications(ApplicationContext house) {
        this(
                house.getBean(Intake.class),
                house.getBean(Reception.class),
                house.getBean(Files.class),
                house.getBean(Catalogs.class),
                house.getBean(Silence.class));
    }

    public static String project() {
        return "2411-410300-04-01-%06d".formatted(ThreadLocalRandom.current().nextInt(900_000) + 100_000);
    }

    OneThing stage(int seq) {
        return catalogs.current()
                .stages()
                .oneThing(catalogs.current().stages().all().get(seq - 1));
    }

    public Actor clerk() {
        return clerk(stage(1).window());
    }

    public static Actor clerk(String window) {
        return new Actor("clerk-" + window, "受理岗", Set.of(Role.CLERK), "zjj", window);
    }

    /** @param project that its form names; empty if it names none */
    public Dossier begun(int seq, String idNumber, String project) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, idNumber, "13800000000", null);
        ErrandChoice choice = new ErrandChoice(stage(seq).code(), List.of(), Map.of());
        Dossier begun = intake.begin(new NewApplication(choice, applicant), clerk(), key());
        FormValues named = new FormValues(Map.of(Stage.PROJECT_CODE, project), Map.of());
        return project.isEmpty() ? begun : intake.fill(number(begun), named, Set.of(), clerk());
    }

    /** @return the number of an application for the second stage whose form names the project, and nothing else */
    public String second(String project) {
        return number(begun(2, OWNER, project));
    }

    /** Key of a material that the first stage and the second ask for. */
    String shared() {
        Set<String> later = begun(2, OWNER, "").merge().materials().stream()
                .map(MergedMaterial::key)
                .collect(Collectors.toSet());
        return begun(1, OWNER, "").merge().materials().stream()
                .map(MergedMaterial::key)
                .filter(later::contains)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The first stage: the form filled in, every paper seen, and of the {@link #shared()} material a file taken in.
     *
     * @return the number of the case
     */
    public String accepted(String project) {
        String shared = shared();
        Dossier filled = filled(1, project);
        String number = number(filled);
        for (MergedMaterial material : filled.merge().materials()) {
            intake.check(
                    number, material.key().equals(shared) ? filed(material, number) : Counter.seen(material), clerk());
        }
        reception.accept(number, null, clerk());
        return number;
    }

    /**
     * A stage with every paper seen but those that may follow: they do.
     *
     * @return the number of the case
     */
    public String acceptedDeferring(int seq, String project) {
        Dossier filled = filled(seq, project);
        String number = number(filled);
        for (MergedMaterial material : filled.merge().materials()) {
            CheckedMaterial follows = new CheckedMaterial(material.key(), Way.DEFERRED, List.of(), "", List.of());
            intake.check(number, material.mayFollow() ? follows : Counter.seen(material), clerk());
        }
        reception.accept(number, "张示例", clerk());
        return number;
    }

    /** The form filled in, and no material looked at. */
    public Dossier filled(int seq, String project) {
        Dossier begun = begun(seq, OWNER, project);
        Set<String> uploads = begun.merge().fields().stream()
                .filter(field -> field.element().type() == FieldType.FILE_REF)
                .map(field -> field.element().code())
                .collect(Collectors.toSet());
        FormValues example = new ExampleForm(catalogs.current(), begun.merge()).values();
        FormValues values = example.without(uploads).with(Map.of(Stage.PROJECT_CODE, project), Map.of());
        return intake.fill(number(begun), values, Set.of(), clerk());
    }

    /** Accepts what no window answered in time. */
    public void fallSilent() {
        silence.accept();
    }

    private CheckedMaterial filed(MergedMaterial material, String number) {
        Upload picture = new Upload("总平面图.png", BlankImage.png(4, 5));
        String file = files.keep(picture, number, clerk().account(), key()).id();
        List<Integer> points = Counter.seen(material).pointsMet();
        return new CheckedMaterial(material.key(), Way.FILE, points, "", List.of(UUID.fromString(file)));
    }

    public static String number(Dossier dossier) {
        return dossier.application().number();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
